import { sql, type Kysely } from 'kysely';

/**
 * A trust's own values of parameters, from a date on. A row is never changed: a correction ends it and adds one that
 * says what it replaces, so that who held what, and why, can always be read. One row counts for a code and a date.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table parameter_override (
      trust_id uuid not null references trust (trust_id),
      id uuid not null,
      code text not null,
      effective_from date not null,
      value bigint not null,
      low bigint,
      high bigint,
      source text not null,
      status text not null check (status in ('published', 'derived', 'unverified', 'assumption')),
      owner text not null,
      review_on date not null,
      note text not null,
      version int not null default 1,
      created_at timestamptz not null default now(),
      created_by uuid not null,
      ended_at timestamptz,
      ended_by uuid,
      replaces uuid,
      primary key (trust_id, id),
      foreign key (trust_id, replaces) references parameter_override (trust_id, id),
      check (low <= value),
      check (value <= high),
      check ((ended_at is null) = (ended_by is null))
    );
    create unique index parameter_override_in_force on parameter_override (trust_id, code, effective_from)
      where ended_at is null;
    alter table parameter_override enable row level security;
    alter table parameter_override force row level security;
    create policy tenant on parameter_override
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    grant select, insert, update, delete on parameter_override to wf_app;
  `.execute(db);
}
