import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type PoolClient } from 'pg';
import { insideOf, wrapDatabase, type Database } from './kysely-of.ts';
import type { Tables } from './schema.ts';
import { typeParsers } from './type-parsers.ts';

export type { Database } from './kysely-of.ts';

export type DatabaseOptions = {
  /** Address of the role that serves requests, never the owner's. */
  readonly url: string;
  readonly poolSize?: number;
  /** Told of connections that broke while nobody was using them. */
  readonly onConnectionError?: (error: Error) => void;
};

/** Opens a pool; no connection is made before the first query. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new Pool({
    connectionString: options.url,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    types: typeParsers,
    application_name: 'protected-time',
  });
  // Both listeners are needed: without the second, a database that restarts during a transaction ends this process.
  let reporting = options.onConnectionError !== undefined;
  const heard = (error: Error) => {
    if (reporting) options.onConnectionError?.(error);
  };
  pool.on('error', heard);
  pool.on('connect', (client: PoolClient) => client.on('error', heard));
  return wrapDatabase({
    pool,
    kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    stopReporting: () => {
      reporting = false;
    },
  });
}

/** Waits for queries under way, then closes every connection. */
export async function closeDatabase(database: Database): Promise<void> {
  const inside = insideOf(database);
  inside.stopReporting();
  await inside.kysely.destroy();
}

/** Whether the database answers within `milliseconds`. */
export async function answersWithin(database: Database, milliseconds: number): Promise<boolean> {
  const answer = insideOf(database)
    .pool.query('select 1')
    .then(
      () => true,
      () => false,
    );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
