import { sql, type Kysely } from 'kysely';

/** Slots of a supervisor in a term, where they are not the usual number. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table supervisor
      add column slots_autumn int check (slots_autumn between 0 and 50),
      add column slots_spring int check (slots_spring between 0 and 50),
      add column slots_summer int check (slots_summer between 0 and 50);
  `.execute(db);
}
