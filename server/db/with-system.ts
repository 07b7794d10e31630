import type { Transaction } from 'kysely';
import type { Database } from './kysely-of.ts';
import type { SystemTables } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** Every reason for touching a table outside a trust; PostgreSQL shows it beside the connection. */
export type SystemReason =
  | 'read a session'
  | 'note that a session was used'
  | 'sign in'
  | 'set up accounts'
  | 'look for work'
  | 'go on with work';

/**
 * Runs `fn` outside any trust: no setting names one, so every tenant table shows no rows. For signing in and for
 * reading a session, which happen before a trust is known. What it changes is not a trust's (an account, the time a
 * session was last used). Of trusts and memberships it sees only those of `userId`.
 */
export function withSystem<T>(
  database: Database,
  reason: SystemReason,
  fn: (tx: Transaction<SystemTables>) => Promise<T>,
  userId = '',
): Promise<T> {
  return inTransaction(database, { access: 'read write', purpose: reason, trustId: '', userId }, (tx) =>
    fn(tx as unknown as Transaction<SystemTables>),
  );
}
