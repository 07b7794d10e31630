import { ok, type Result } from '../../shared/core/result.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readHeldOverrides, type HeldOverride } from './read.ts';

export type OwnValues = {
  readonly inForce: readonly HeldOverride[];
  readonly ended: readonly HeldOverride[];
};

/** The trust's own values: those in force, which every page's sums use, and those that ended, with who and why. */
export async function showOwn(ctx: TrustContext): Promise<Result<OwnValues>> {
  const held = await withTrust(ctx, (tx) => readHeldOverrides(tx, ctx.trustId));
  return ok({
    inForce: held.filter(({ endedAt }) => endedAt === null),
    ended: held.filter(({ endedAt }) => endedAt !== null),
  });
}
