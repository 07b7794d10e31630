import { sql, type Kysely } from 'kysely';

/** The day of somebody's next step up, where the staff file gives it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table assignment add column increment_date date`.execute(db);
}
