import type { Database } from '../db/database.ts';
import { withSystem } from '../db/with-system.ts';
import { readTrustsOf, type TrustOfPerson } from './read.ts';

/** The trusts an account belongs to, oldest first: for setting up, when nobody is signed in. */
export async function trustsOfAccount(database: Database, userId: string): Promise<readonly TrustOfPerson[]> {
  return withSystem(database, 'set up accounts', (tx) => readTrustsOf(tx, userId), userId);
}
