import { sql } from 'kysely';
import type { Membership } from '../../shared/access/scope.ts';
import type { TrustWriter } from '../db/with-trust.ts';

/** Writes what a member may do and see, of a known version. @returns whether it still had that version. */
export async function updateMembership(
  tx: TrustWriter,
  trustId: string,
  known: { readonly userId: string; readonly version: number },
  { role, divisions, personId }: Membership,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('membership')
    .set({ role, divisions: [...divisions], person_id: personId, version: known.version + 1 })
    .where('trust_id', '=', trustId)
    .where('user_id', '=', known.userId)
    .where('version', '=', known.version)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Makes somebody a member, or gives a member this access. */
export async function putMembership(
  tx: TrustWriter,
  trustId: string,
  userId: string,
  { role, divisions, personId }: Membership,
): Promise<void> {
  const access = { role, divisions: [...divisions], person_id: personId };
  await tx
    .insertInto('membership')
    .values({ trust_id: trustId, user_id: userId, ...access })
    .onConflict((conflict) =>
      conflict
        .columns(['trust_id', 'user_id'])
        .doUpdateSet({ ...access, version: sql<number>`membership.version + 1` }),
    )
    .execute();
}

/** Keeps the administrators of the trust as they are until the transaction ends. @returns those who can sign in. */
export async function lockAdministrators(tx: TrustWriter, trustId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('membership as m')
    .innerJoin('user_account as u', 'u.user_id', 'm.user_id')
    .select('m.user_id')
    .where('m.trust_id', '=', trustId)
    .where('m.role', '=', 'administrator')
    .where('m.ended_at', 'is', null)
    .where('u.disabled_at', 'is', null)
    .forUpdate('m')
    .execute();
  return rows.map(({ user_id }) => user_id);
}

/** Ends the sessions somebody has in a trust: with another access one signs in anew. */
export async function endSessions(tx: TrustWriter, trustId: string, userId: string): Promise<void> {
  await tx.deleteFrom('session').where('trust_id', '=', trustId).where('user_id', '=', userId).execute();
}
