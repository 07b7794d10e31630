import type { RowOutcome } from '../../shared/imports/batch.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readBatch, readRows, type PreviewRow } from './read.ts';

export type RowsInput = {
  readonly id: string;
  readonly outcome: RowOutcome | null;
  readonly after: number;
  readonly limit: number;
};

export type RowsPage = {
  readonly rows: readonly PreviewRow[];
  /** What to ask for next as `after`; null at the end. */
  readonly next: number | null;
};

/** One page of what a preview would do, row by row, in the order of the file. */
export async function listImportRows(ctx: TrustContext, input: RowsInput): Promise<Result<RowsPage>> {
  const { id, ...asked } = input;
  return withTrust(ctx, async (tx): Promise<Result<RowsPage>> => {
    if ((await readBatch(tx, ctx.trustId, id)) === null) return err('not-found', 'There is no such import.');
    const rows = await readRows(tx, ctx.trustId, { batchId: id, ...asked, limit: asked.limit + 1 });
    const page = rows.slice(0, asked.limit);
    return ok({ rows: page, next: rows.length > asked.limit ? (page.at(-1)?.position ?? null) : null });
  });
}
