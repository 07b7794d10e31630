import { sql, type Kysely } from 'kysely';

/** More kinds of file: supervisors, studies, the delegation log and roster hours; and the tables they write. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table import_batch drop constraint import_batch_kind_check;
    alter table import_batch add constraint import_batch_kind_check check (kind in
      ('staff', 'teams', 'learners', 'supervisors', 'studies', 'delegation', 'roster-hours'));
    alter table import_applied drop constraint import_applied_entity_check;
    alter table import_applied add constraint import_applied_entity_check check (entity in
      ('person', 'assignment', 'team', 'learner', 'supervisor', 'study', 'delegation_entry', 'hours_taken'));
  `.execute(db);
}
