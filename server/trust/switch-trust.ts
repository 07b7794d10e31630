import { scopeOf } from '../../shared/access/scope.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { withTrust, withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { readTrustsOf } from './read.ts';
import { moveSession } from './store.ts';

/**
 * Moves the person's session to another of their trusts. It is noted in the log of the trust they enter; a trust they
 * do not belong to is answered as if it did not exist.
 */
export async function switchTrust(
  ctx: TrustContext,
  input: { readonly trustId: string },
): Promise<Result<{ readonly trustId: string }>> {
  const trusts = await withTrust(ctx, (tx) => readTrustsOf(tx, ctx.userId));
  const target = trusts.find((trust) => trust.id === input.trustId);
  const { sessionHash } = ctx;
  if (target === undefined || sessionHash === null) return err('not-found', 'There is no such trust.');
  const there: TrustContext = {
    ...ctx,
    trustId: target.id,
    role: target.role,
    scope: scopeOf(target),
  };
  return withTrustWrite(there, 'trust.switch', async (tx, audit) => {
    if (!(await moveSession(tx, sessionHash, target.id))) return err('not-signed-in', 'Sign in first.');
    audit({ entity: 'session', entityId: sessionHash });
    return ok({ trustId: target.id });
  });
}
