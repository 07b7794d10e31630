import { faultOfMembership, type Membership } from '../../shared/access/scope.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { putMembership } from './store.ts';

/** Somebody with an account, and what they are to be in the trust. */
export type AccessOfMember = Membership & { readonly userId: string };

/** Gives many people their access at once, members or not yet. Refused with `bad-input` when one of them cannot be. */
export async function recordAccess(
  ctx: TrustContext,
  members: readonly AccessOfMember[],
): Promise<Result<{ readonly members: number }>> {
  const fault = members.map(faultOfMembership).find((text) => text !== null);
  if (fault !== undefined) return err('bad-input', fault);
  return withTrustWrite(ctx, 'access.record', async (tx, audit) => {
    for (const { userId, ...access } of members) await putMembership(tx, ctx.trustId, userId, access);
    const counts = { members: members.length };
    audit({ entity: 'membership', entityId: ctx.trustId, after: counts });
    return ok(counts);
  });
}
