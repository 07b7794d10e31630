import { err, ok, type Result } from '../../shared/core/result.ts';
import {
  asksAboutLeavers,
  changesOf,
  type BatchCounts,
  type BatchState,
  type BatchTerms,
} from '../../shared/imports/batch.ts';
import type { Issue } from '../../shared/imports/issues.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { liveState } from './live-state.ts';
import { progressOf, type Progress } from './progress.ts';
import { readBatch, type HeldBatch } from './read.ts';

/** One import as its page shows it. Instants are ISO text in UTC. */
export type ImportView = BatchTerms & {
  readonly id: string;
  readonly state: BatchState;
  readonly reason: string | null;
  /** While the file is being read, and by this server. */
  readonly progress: Progress | null;
  readonly counts: BatchCounts | null;
  /** What applying would change: rows new, changed and leaving. */
  readonly changes: number;
  readonly fileIssues: readonly Issue[];
  /** What a person must confirm before it can be applied. */
  readonly confirm: { readonly rejected: boolean; readonly leavers: boolean };
  readonly fileBytes: number;
  readonly uploadedBy: string | null;
  readonly createdAt: string;
  readonly appliedAt: string | null;
  readonly version: number;
};

export function viewOf(batch: HeldBatch, now: Date): ImportView {
  const { counts } = batch;
  const live = liveState(batch, now);
  return {
    id: batch.id,
    kind: batch.kind,
    scope: batch.scope,
    dataDate: batch.dataDate,
    ...live,
    progress: live.state === 'reading' ? progressOf(batch.id) : null,
    counts,
    changes: counts === null ? 0 : changesOf(counts),
    fileIssues: batch.fileIssues,
    confirm: {
      rejected: counts !== null && counts.rejected > 0,
      leavers: counts !== null && asksAboutLeavers(counts),
    },
    fileBytes: batch.fileBytes,
    uploadedBy: batch.uploadedBy,
    createdAt: batch.createdAt.toISOString(),
    appliedAt: batch.appliedAt?.toISOString() ?? null,
    version: batch.version,
  };
}

/** One import with its state, counts and progress: what its page asks for while it waits. */
export async function getImport(
  ctx: TrustContext,
  input: { readonly id: string },
): Promise<Result<ImportView>> {
  const batch = await withTrust(ctx, (tx) => readBatch(tx, ctx.trustId, input.id));
  return batch === null ? err('not-found', 'There is no such import.') : ok(viewOf(batch, ctx.now()));
}
