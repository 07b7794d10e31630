import { ok, type Result } from '../../shared/core/result.ts';
import type { Override } from '../../shared/parameters/override.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readOverrides } from './read.ts';

/** The trust's own values in force, without who holds them and why: what a page's sums need. */
export async function listInUse(ctx: TrustContext): Promise<Result<readonly Override[]>> {
  return ok(await withTrust(ctx, (tx) => readOverrides(tx, ctx.trustId)));
}
