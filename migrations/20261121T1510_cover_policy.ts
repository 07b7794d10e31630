import { sql, type Kysely } from 'kysely';

/**
 * How a team covers, how rosters are made (by the trust, or by a team that differs) and what the bank has. A change adds
 * a version and leaves the earlier ones: the last one counts, and one whose values are null says there is none.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table cover_policy (
      trust_id uuid not null,
      team_id uuid not null,
      version int not null check (version > 0),
      policy jsonb,
      recorded_at timestamptz not null default now(),
      recorded_by uuid not null,
      primary key (trust_id, team_id, version),
      foreign key (trust_id, team_id) references team (trust_id, id) on delete cascade
    );
    create table roster_period (
      trust_id uuid not null references trust (trust_id),
      id uuid not null,
      team_id uuid,
      version int not null check (version > 0),
      period jsonb,
      recorded_at timestamptz not null default now(),
      recorded_by uuid not null,
      primary key (trust_id, id),
      unique nulls not distinct (trust_id, team_id, version),
      foreign key (trust_id, team_id) references team (trust_id, id) on delete cascade
    );
    create table bank_supply (
      trust_id uuid not null references trust (trust_id),
      staff_group text not null,
      version int not null check (version > 0),
      steps jsonb,
      recorded_at timestamptz not null default now(),
      recorded_by uuid not null,
      primary key (trust_id, staff_group, version)
    );`.execute(db);
  for (const table of ['cover_policy', 'roster_period', 'bank_supply']) {
    await sql`
      alter table ${sql.table(table)} enable row level security;
      alter table ${sql.table(table)} force row level security;
      create policy tenant on ${sql.table(table)}
        using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
        with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
      grant select, insert, delete on ${sql.table(table)} to wf_app`.execute(db);
  }
  await sql`
    create policy scope on cover_policy as restrictive
      using ((select whole_trust()) or team_id in (select in_scope('app.team_ids')));
    create policy scope on bank_supply as restrictive using ((select whole_trust()));`.execute(db);
}
