import type { Role } from '../../shared/access/roles.ts';
import { wholeTrust } from '../../shared/access/scope.ts';
import type { Clock } from '../config/clock.ts';
import type { Database } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { insertMember, insertTrust, type NewTrust } from './store.ts';

export type Member = { readonly userId: string; readonly role: Role };

/**
 * Makes a trust with its members.
 *
 * @param administrator who it is noted under, and who the returned context acts as.
 */
export async function openTrust(
  house: { readonly database: Database; readonly clock: Clock },
  trust: NewTrust,
  administrator: Member,
  others: readonly Member[],
): Promise<TrustContext> {
  const ctx: TrustContext = {
    database: house.database,
    trustId: newId(),
    userId: administrator.userId,
    role: administrator.role,
    scope: wholeTrust,
    sessionHash: null,
    requestId: newId(),
    today: house.clock.today,
    now: house.clock.now,
  };
  const members = [administrator, ...others];
  await withTrustWrite(ctx, 'trust.open', async (tx, audit) => {
    await insertTrust(tx, ctx.trustId, trust);
    for (const member of members) await insertMember(tx, ctx.trustId, member.userId, member.role);
    audit({
      entity: 'trust',
      entityId: ctx.trustId,
      versionAfter: 1,
      after: {
        odsCode: trust.odsCode,
        synthetic: trust.synthetic,
        dataCut: trust.dataCut,
        members: members.length,
      },
    });
  });
  return ctx;
}
