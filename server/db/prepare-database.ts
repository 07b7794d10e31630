import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { SetupError } from '../config/setup-error.ts';
import { appUrlFrom, assertBoundByPolicies, ensureAppPassword, ensureAppRole } from './app-role.ts';
import { codeOf } from './database-faults.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations-list.ts';

export type DatabaseAddresses = { readonly ownerUrl: string; readonly appUrl: string | null };

/**
 * Brings a database to the schema of this program as its owner, and gives back the address requests use.
 *
 * @throws SetupError when a person must change something first; a driver's error when the server cannot be reached.
 */
export async function prepareDatabase(
  addresses: DatabaseAddresses,
): Promise<{ appUrl: string; applied: readonly string[] }> {
  const derived = addresses.appUrl === null ? appUrlFrom(addresses.ownerUrl) : null;
  const appUrl = derived?.url ?? addresses.appUrl ?? '';
  return withConnection(addresses.ownerUrl, 'DATABASE_URL', async (owner) => {
    await assertVersion(owner);
    await ensureAppRole(owner, derived?.password ?? null);
    const applied = await migrate(owner, migrations);
    if (derived !== null) await ensureAppPassword(owner, appUrl, derived.password);
    await withConnection(appUrl, 'APP_DATABASE_URL', assertBoundByPolicies);
    return { appUrl, applied };
  });
}

async function withConnection<T>(
  url: string,
  variable: string,
  fn: (db: Kysely<unknown>) => Promise<T>,
): Promise<T> {
  const pool = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    return await fn(db);
  } catch (error) {
    throw inWords(error, variable);
  } finally {
    await db.destroy();
  }
}

function inWords(error: unknown, variable: string): unknown {
  const code = codeOf(error);
  if (code === '28P01' || code === '28000') {
    return new SetupError(`The database refuses the role or the password of ${variable}. Check both.`);
  }
  if (code === '3D000')
    return new SetupError(`The database that ${variable} names does not exist. Create it first.`);
  return error;
}

async function assertVersion(owner: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{
    version: string;
  }>`select current_setting('server_version_num') as version`.execute(owner);
  const major = Math.floor(Number(rows[0]?.version ?? 0) / 10_000);
  if (major < 15) {
    throw new SetupError(`DATABASE_URL is a PostgreSQL ${major}; this program needs PostgreSQL 15 or later.`);
  }
}
