import { err, ok, type Result } from '../../shared/core/result.ts';
import {
  asksAboutLeavers,
  changesOf,
  type BatchCounts,
  type BatchState,
  type BatchTerms,
  type UndoCounts,
} from '../../shared/imports/batch.ts';
import type { Issue } from '../../shared/imports/issues.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { liveState } from './live-state.ts';
import type { JobProgress } from '../jobs/store.ts';
import type { ReadWith } from './staged-rows.ts';
import { readBatch, type HeldBatch } from './read.ts';

/** One import as its page shows it. Instants are ISO text in UTC. */
export type ImportView = BatchTerms & {
  readonly id: string;
  readonly state: BatchState;
  readonly reason: string | null;
  /** While the file waits to be read or is being read. */
  readonly progress: JobProgress | null;
  readonly counts: BatchCounts | null;
  /** What applying would change: rows new, changed and leaving. */
  readonly changes: number;
  readonly fileIssues: readonly Issue[];
  /** Which column was read from which heading, where another layout than ours was chosen. */
  readonly readWith: ReadWith | null;
  /** What a person must confirm before it can be applied. */
  readonly confirm: { readonly rejected: boolean; readonly leavers: boolean };
  readonly fileBytes: number;
  readonly uploadedBy: string | null;
  readonly createdAt: string;
  readonly appliedAt: string | null;
  readonly undoneAt: string | null;
  /** Whether it can be undone now: the last of its kind that was applied. */
  readonly undoable: boolean;
  /** What undoing it did. */
  readonly undo: UndoCounts | null;
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
    progress: live.state === 'reading' ? batch.progress : null,
    counts,
    changes: counts === null ? 0 : changesOf(counts),
    fileIssues: batch.fileIssues,
    readWith: batch.readWith,
    confirm: {
      rejected: counts !== null && counts.rejected > 0,
      leavers: counts !== null && asksAboutLeavers(counts),
    },
    fileBytes: batch.fileBytes,
    uploadedBy: batch.uploadedBy,
    createdAt: batch.createdAt.toISOString(),
    appliedAt: batch.appliedAt?.toISOString() ?? null,
    undoneAt: batch.undoneAt?.toISOString() ?? null,
    undoable: batch.undoable,
    undo: batch.undo,
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
