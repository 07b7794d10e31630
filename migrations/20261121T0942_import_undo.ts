import { sql, type Kysely } from 'kysely';

/**
 * What an applied import wrote, row by row, so that it can be put back. `version` is the row's version as the import
 * wrote it: a row that has another one now was edited since. `earlier` is the row as it stood before (null when the
 * import made it); an assignment, which is never overwritten, has the version it replaced in `earlier_id`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table import_batch drop constraint import_batch_state_check;
    alter table import_batch add constraint import_batch_state_check check (state in
      ('reading', 'refused', 'previewed', 'applying', 'applied', 'discarded', 'failed', 'undone'));
    alter table import_batch add column data_cut_before date;
    alter table import_batch add column undone_at timestamptz;
    alter table import_batch add column undo jsonb;
    create table import_applied (
      trust_id uuid not null,
      batch_id uuid not null,
      entity text not null check (entity in ('person', 'assignment', 'team', 'learner')),
      entity_id uuid not null,
      version int,
      earlier_id uuid,
      earlier jsonb,
      kept text check (kept in ('edited', 'in-use')),
      primary key (trust_id, batch_id, entity, entity_id),
      foreign key (trust_id, batch_id) references import_batch (trust_id, id)
    );
    create index import_applied_entity on import_applied (trust_id, entity, entity_id);
    alter table import_applied enable row level security;
    alter table import_applied force row level security;
    create policy tenant on import_applied
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    grant select, insert, update, delete on import_applied to wf_app;
  `.execute(db);
}
