import { sql, type Kysely } from 'kysely';

/**
 * Layouts of files that a trust saved: which heading is which of our columns (`headings`, by the key of the column) and
 * what its texts mean in ours (`texts`). `before` is what a layout was before its last change, so that it can be undone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table import_profile (
      trust_id uuid not null references trust (trust_id),
      id uuid not null,
      kind text not null,
      name text not null,
      headings jsonb not null,
      texts jsonb not null,
      version int not null default 1,
      ended_at timestamptz,
      before jsonb,
      primary key (trust_id, id)
    );
    create unique index import_profile_name on import_profile (trust_id, kind, lower(name)) where ended_at is null;
    alter table import_profile enable row level security;
    alter table import_profile force row level security;
    create policy tenant on import_profile
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    grant select, insert, update, delete on import_profile to wf_app;
  `.execute(db);
}
