import { sql, type Kysely } from 'kysely';

/** One row for each person and stage of a programme: what was promised, who pays, how it went. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table learner (
      trust_id uuid not null,
      id uuid not null,
      person_id uuid not null,
      route text not null,
      university text not null,
      stage text not null,
      intake_month text not null check (intake_month ~ '^[0-9]{4}-[0-9]{2}$'),
      weekly_release_minutes int,
      stated_release_minutes int,
      release_days jsonb,
      study_day_rule text not null check (study_day_rule in ('lapses', 'made-up')),
      supervisor text,
      funding_source text,
      fee_pence bigint,
      funding_pence bigint,
      status text not null,
      status_date date not null,
      started_on date, interrupted_on date, returns_on date, withdrawn_on date, qualified_on date,
      interruptions int not null default 0,
      role_held text check (role_held in ('coi', 'pi')),
      role_since date,
      created_at timestamptz not null default now(),
      ended_at timestamptz,
      version int not null default 1,
      primary key (trust_id, id),
      unique (trust_id, person_id, stage, intake_month),
      foreign key (trust_id, person_id) references person (trust_id, id)
    );
    alter table learner enable row level security;
    alter table learner force row level security;
    create policy tenant on learner
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    grant select, insert, update, delete on learner to wf_app;
  `.execute(db);
}
