import { sql, type Kysely } from 'kysely';
import type { Migration } from './migrations-list.ts';

/** Any fixed number: whoever holds it migrates, everybody else waits. */
const lockKey = 4_620_261_120;

/**
 * Applies the migrations that are not recorded yet, each in a transaction of its own, and records it by name in the
 * same transaction. Servers that start together take turns; one that fails leaves the schema as it was.
 *
 * @returns the names that this call applied.
 */
export async function migrate(
  owner: Kysely<unknown>,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const recorded = await recordedNames(owner);
  const applied: string[] = [];
  for (const migration of migrations) {
    if (recorded.has(migration.name)) continue;
    if (await applyOne(owner, migration)) applied.push(migration.name);
  }
  return applied;
}

async function recordedNames(owner: Kysely<unknown>): Promise<ReadonlySet<string>> {
  const { rows: found } = await sql`select 1 where to_regclass('schema_migration') is not null`.execute(
    owner,
  );
  if (found.length === 0) return new Set();
  const { rows } = await sql<{ name: string }>`select name from schema_migration`.execute(owner);
  return new Set(rows.map((row) => row.name));
}

async function applyOne(owner: Kysely<unknown>, migration: Migration): Promise<boolean> {
  return owner.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = '300s'`.execute(tx);
    await sql`select pg_advisory_xact_lock(${lockKey})`.execute(tx);
    await sql`create table if not exists schema_migration (
      name text primary key, applied_at timestamptz not null default now())`.execute(tx);
    const { rows } = await sql`select 1 from schema_migration where name = ${migration.name}`.execute(tx);
    if (rows.length > 0) return false;
    // A table in use must not make every request queue behind the migration.
    await sql`set local lock_timeout = '5s'`.execute(tx);
    await migration.up(tx);
    await sql`insert into schema_migration (name) values (${migration.name})`.execute(tx);
    return true;
  });
}
