import type { Kysely } from 'kysely';
import type { Pool } from 'pg';
import type { Tables } from './schema.ts';

declare const databaseBrand: unique symbol;

/** An open database. It has no face of its own: `withTrust`, `withTrustWrite` and `withSystem` are the ways in. */
export type Database = { readonly [databaseBrand]: true };

type Inside = {
  readonly kysely: Kysely<Tables>;
  readonly pool: Pool;
  /** From here on broken connections are no news. */
  readonly stopReporting: () => void;
};

const insides = new WeakMap<Database, Inside>();

/** For `database.ts` alone. */
export function wrapDatabase(inside: Inside): Database {
  const database = Object.freeze({}) as Database;
  insides.set(database, inside);
  return database;
}

/**
 * The connection pool behind a database. Only server/db may import this file (an import rule): everyone else would
 * be able to forget which trust a query is for.
 */
export function insideOf(database: Database): Inside {
  const inside = insides.get(database);
  if (inside === undefined) throw new TypeError('not an open database');
  return inside;
}
