import { err, ok, type Result } from '../../shared/core/result.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readKept, type KeptRecord } from './store-kept.ts';
import { readBatch } from './read.ts';

export type KeptInput = { readonly id: string; readonly after: number; readonly limit: number };

export type KeptPage = {
  readonly records: readonly KeptRecord[];
  /** What to ask for next as `after`; null at the end. */
  readonly next: number | null;
};

/** One page of the records that undoing an import left as they are, with the reason of each. */
export async function listKept(ctx: TrustContext, input: KeptInput): Promise<Result<KeptPage>> {
  const { id, after, limit } = input;
  return withTrust(ctx, async (tx): Promise<Result<KeptPage>> => {
    if ((await readBatch(tx, ctx.trustId, id)) === null) return err('not-found', 'There is no such import.');
    const found = await readKept(tx, ctx.trustId, { batchId: id, after, limit: limit + 1 });
    const records = found.slice(0, limit);
    return ok({ records, next: found.length > limit ? after + limit : null });
  });
}
