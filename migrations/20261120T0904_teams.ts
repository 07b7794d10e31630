import { sql, type Kysely } from 'kysely';

/** Teams, and which organisations, cost centres and roster units belong to each (many to many, lowest rank first). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table team (
      trust_id uuid not null references trust (trust_id),
      id uuid not null,
      name text not null,
      division text,
      type text not null check (type in ('rostered-round-the-clock', 'clinic-or-list', 'not-rostered')),
      planned_minimum_minutes int,
      planned_minimum_by_weekday int[] check (array_length(planned_minimum_by_weekday, 1) = 7),
      planned_minimum_owner text, planned_minimum_date date, planned_minimum_source text,
      temporary_cover_minutes int not null default 0,
      study_headroom_minutes int not null default 0,
      unavailability_includes_study boolean,
      unavailability_bp int[] check (array_length(unavailability_bp, 1) = 12),
      unavailability_sd_bp int,
      shift_minutes int,
      cover_band text,
      cover_rates jsonb,
      backfill_bp int,
      fill_bp int,
      created_at timestamptz not null default now(),
      ended_at timestamptz,
      version int not null default 1,
      primary key (trust_id, id)
    );
    create unique index team_name on team (trust_id, lower(name)) where ended_at is null;
    create table team_source (
      trust_id uuid not null,
      team_id uuid not null,
      kind text not null check (kind in ('org', 'cost-centre', 'roster-unit')),
      code text not null,
      rank int not null,
      primary key (trust_id, team_id, kind, code),
      foreign key (trust_id, team_id) references team (trust_id, id)
    );
    alter table team enable row level security;
    alter table team force row level security;
    create policy tenant on team
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    alter table team_source enable row level security;
    alter table team_source force row level security;
    create policy tenant on team_source
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    grant select, insert, update, delete on team, team_source to wf_app;
  `.execute(db);
}
