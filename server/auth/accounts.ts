import type { Database } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { withSystem } from '../db/with-system.ts';

/** The account with this sign-in key, made when there is none. @returns its id. */
export async function ensureAccount(
  database: Database,
  account: { readonly signInKey: string; readonly name: string },
): Promise<string> {
  return withSystem(database, 'set up accounts', async (tx) => {
    await tx
      .insertInto('user_account')
      .values({ user_id: newId(), sign_in_key: account.signInKey, name: account.name })
      .onConflict((conflict) => conflict.column('sign_in_key').doNothing())
      .execute();
    const row = await tx
      .selectFrom('user_account')
      .select('user_id')
      .where('sign_in_key', '=', account.signInKey)
      .executeTakeFirstOrThrow();
    return row.user_id;
  });
}
