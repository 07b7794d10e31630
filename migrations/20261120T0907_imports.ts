import { sql, type Kysely } from 'kysely';

/**
 * An import is staged here, row by row, before anything is applied. `position` is the record in the file for rows of
 * the file; proposed leavers, which are in no file, follow after the last record.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table import_batch (
      trust_id uuid not null references trust (trust_id),
      id uuid not null,
      kind text not null check (kind in ('staff', 'teams', 'learners')),
      scope text not null check (scope in ('whole-trust', 'only-these-people')),
      state text not null check (state in ('reading', 'refused', 'previewed', 'applying', 'applied', 'discarded', 'failed')),
      file_sha256 text not null,
      file_bytes int not null,
      progress_done int not null default 0,
      progress_total int,
      counts jsonb,
      file_issues jsonb,
      reason text,
      created_by uuid not null,
      created_at timestamptz not null default now(),
      applied_at timestamptz,
      version int not null default 1,
      primary key (trust_id, id),
      foreign key (trust_id, created_by) references membership (trust_id, user_id)
    );
    create table import_row (
      trust_id uuid not null,
      batch_id uuid not null,
      position int not null,
      line int,
      outcome text not null check (outcome in ('new', 'changed', 'unchanged', 'leaver', 'rejected')),
      entity_key text,
      after jsonb,
      before jsonb,
      issues jsonb,
      primary key (trust_id, batch_id, position),
      foreign key (trust_id, batch_id) references import_batch (trust_id, id)
    );
    create index import_row_outcome on import_row (trust_id, batch_id, outcome, position);
    alter table import_batch enable row level security;
    alter table import_batch force row level security;
    create policy tenant on import_batch
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    alter table import_row enable row level security;
    alter table import_row force row level security;
    create policy tenant on import_row
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    grant select, insert, update, delete on import_batch, import_row to wf_app;
  `.execute(db);
}
