import { setTimeout as pause } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import type { Scope } from '../../shared/access/scope.ts';
import { faultOf } from './database-faults.ts';
import { insideOf, type Database } from './kysely-of.ts';
import type { Tables } from './schema.ts';
import { applyScope } from './scope.ts';

export type TransactionSettings = {
  readonly access: 'read only' | 'read write';
  /** In plain words; an administrator of the database sees it beside the connection. */
  readonly purpose: string;
  /** Empty when no trust is known yet. */
  readonly trustId: string;
  /** Empty when nobody is known yet. */
  readonly userId: string;
  /** Which rows of the trust; left out where no trust is known yet. */
  readonly scope?: Scope;
  /** Time limit of one statement, in milliseconds. */
  readonly statementMs?: number;
};

const requestStatementMs = 5_000;
const lockMs = 2_000;
const idleMs = 15_000;
const retries = 3;

/**
 * Runs `fn` in one transaction that knows whose rows it may see.
 *
 * Settings are local to the transaction (`set_config(…, true)`), so that the next user of the connection never
 * inherits a trust, and so that a transaction pooler can stand in between. A reader sees one snapshot throughout. A
 * writer that was in another's way is run again up to three times: `fn` must have no effects outside the database.
 */
export async function inTransaction<T>(
  database: Database,
  settings: TransactionSettings,
  fn: (tx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await once(database, settings, fn);
    } catch (error) {
      const again = settings.access === 'read write' && faultOf(error) === 'retry' && attempt < retries;
      if (!again) throw error;
      await pause(20 * (attempt + 1) + Math.random() * 60);
    }
  }
}

function once<T>(
  database: Database,
  settings: TransactionSettings,
  fn: (tx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return insideOf(database)
    .kysely.transaction()
    .setAccessMode(settings.access)
    .setIsolationLevel(settings.access === 'read only' ? 'repeatable read' : 'read committed')
    .execute(async (tx) => {
      await sql`select
        set_config('app.trust_id', ${settings.trustId}, true),
        set_config('app.user_id', ${settings.userId}, true),
        set_config('application_name', ${`protected-time: ${settings.purpose}`}, true),
        set_config('statement_timeout', ${String(settings.statementMs ?? requestStatementMs)}, true),
        set_config('lock_timeout', ${String(lockMs)}, true),
        set_config('idle_in_transaction_session_timeout', ${String(idleMs)}, true)`.execute(tx);
      if (settings.scope !== undefined) await applyScope(tx, settings.trustId, settings.scope);
      return fn(tx);
    });
}
