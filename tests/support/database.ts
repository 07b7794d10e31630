import { Client, Pool, type QueryResultRow } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { appUrlFrom } from '../../server/db/app-role.ts';
import { closeDatabase, openDatabase, type Database } from '../../server/db/database.ts';
import { newId } from '../../server/db/new-id.ts';
import { loadSampleTrusts } from '../../server/sample/load-sample-trusts.ts';
import { copyDatabase } from './copy-database.ts';
import { databaseUrl } from './database-url.ts';
import { dropDatabase } from './drop-database.ts';
import { laterOf } from './later.ts';

/** A database of a test file's own: migrated, empty (or with the sample trusts), dropped at the end of the run. */
export type TestDatabase = {
  /** As the product uses it: through `withTrust`, `withTrustWrite`, `withSystem`. */
  readonly database: Database;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** SQL as the owner of the tables, who is bound by the policies too: name a trust first, or turn the policies off. */
  readonly asOwner: <R extends QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<R[]>;
  /** SQL as the role that serves requests, with the settings given, in one transaction. */
  readonly asApp: <R extends QueryResultRow>(
    settings: AppSettings,
    sql: string,
    values?: readonly unknown[],
  ) => Promise<R[]>;
  readonly close: () => Promise<void>;
};

/** Left out: not set, as on a connection that nobody has used. */
export type AppSettings = {
  readonly trustId?: string;
  readonly userId?: string;
  /** Whose rows, named as `server/db/scope.ts` names them: what a forged or forgotten setting would show. */
  readonly scope?: string;
};

export type TestDatabaseOptions = {
  /** Copies a database into which the sample trusts were loaded (once a run). */
  readonly sample?: boolean;
};

export async function freshDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { ownerUrl: serverUrl, prefix, template } = inject('databases');
  const from = options.sample === true ? await sampleTemplate() : template;
  const name = `${prefix}_${newId().replaceAll('-', '')}`;
  await copyDatabase(serverUrl, from, name);
  const ownerUrl = databaseUrl(serverUrl, name);
  const appUrl = appUrlFrom(ownerUrl).url;
  const database = openDatabase({ url: appUrl });
  const pools = poolsOf(appUrl);
  return {
    database,
    ownerUrl,
    appUrl,
    asOwner: (sql, values) => query(ownerUrl, sql, values),
    asApp: (settings, sql, values) => queryAs(pools.of(settings), settings, sql, values),
    close: async () => {
      await closeDatabase(database);
      await pools.end();
      await dropDatabase(serverUrl, name);
    },
  };
}

/** `freshDatabase` for a whole file: call it at the top of a file or `describe`, read its parts inside tests. */
export function useDatabase(options: TestDatabaseOptions = {}): TestDatabase {
  let made: TestDatabase | undefined;
  beforeAll(async () => {
    made = await freshDatabase(options);
  });
  afterAll(() => made?.close());
  return laterOf(() => made);
}

/** Made by the first test file that wants it; the others wait for it. */
async function sampleTemplate(): Promise<string> {
  const { ownerUrl, prefix, template } = inject('databases');
  const name = `${prefix}_sample`;
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(770077)');
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rows.length > 0) return name;
    const unfinished = `${name}_unfinished`;
    await client.query(`create database ${unfinished} template ${template}`);
    const database = openDatabase({ url: appUrlFrom(databaseUrl(ownerUrl, unfinished)).url });
    await loadSampleTrusts(database, () => undefined);
    await closeDatabase(database);
    await client.query(`alter database ${unfinished} rename to ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

async function query<R extends QueryResultRow>(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<R[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** Connections by the settings made on them: one that was made is never again as on a connection that nobody has used. */
function poolsOf(url: string): { of: (settings: AppSettings) => Pool; end: () => Promise<void> } {
  const pools = new Map<string, Pool>();
  return {
    of: (settings) => {
      const names = namesOf(settings).join();
      const pool = pools.get(names) ?? new Pool({ connectionString: url });
      pools.set(names, pool);
      return pool;
    },
    end: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
    },
  };
}

const settingNames = { trustId: 'app.trust_id', userId: 'app.user_id', scope: 'app.scope' } as const;

function namesOf(settings: AppSettings): (keyof AppSettings)[] {
  const names = Object.keys(settingNames) as (keyof AppSettings)[];
  return names.filter((name) => settings[name] !== undefined);
}

async function queryAs<R extends QueryResultRow>(
  pool: Pool,
  settings: AppSettings,
  sql: string,
  values: readonly unknown[] = [],
): Promise<R[]> {
  const client = await pool.connect();
  let fault: unknown;
  try {
    await client.query('begin');
    for (const name of namesOf(settings))
      await client.query('select set_config($1, $2, true)', [settingNames[name], settings[name]]);
    const { rows } = await client.query<R>(sql, [...values]);
    await client.query('commit');
    return rows;
  } catch (error) {
    fault = error;
    throw error;
  } finally {
    // A connection whose transaction failed is thrown away.
    client.release(fault !== undefined);
  }
}
