import { sql, type Kysely } from 'kysely';

/**
 * Study time that a learner really got, by week, typed or from a roster. A week without a row is not recorded, which is
 * not the same as no hours.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table hours_taken (
      trust_id uuid not null,
      id uuid not null,
      learner_id uuid not null,
      week date not null check (extract(isodow from week) = 1),
      minutes int not null check (minutes between 0 and 10080),
      source text not null check (source in ('typed', 'roster')),
      version int not null default 1,
      primary key (trust_id, id),
      unique (trust_id, learner_id, week),
      foreign key (trust_id, learner_id) references learner (trust_id, id)
    );
    alter table hours_taken enable row level security;
    alter table hours_taken force row level security;
    create policy tenant on hours_taken
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    grant select, insert, update, delete on hours_taken to wf_app;
  `.execute(db);
}
