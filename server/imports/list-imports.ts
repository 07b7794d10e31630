import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { viewOf, type ImportView } from './get-import.ts';
import { readBatches } from './read.ts';

const most = 50;

/** The latest imports of the trust, newest first. */
export async function listImports(ctx: TrustContext): Promise<readonly ImportView[]> {
  const batches = await withTrust(ctx, (tx) => readBatches(tx, ctx.trustId, most));
  return batches.map((batch) => viewOf(batch, ctx.now()));
}
