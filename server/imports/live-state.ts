import type { BatchState } from '../../shared/imports/batch.ts';
import { progressOf } from './progress.ts';
import type { HeldBatch } from './read.ts';

/** Longer than reading may take: reading is stopped before, so whoever was reading is gone. */
const goneAfterMs = 60_000;

export const interrupted =
  'The server stopped while this file was being read; nothing was changed. Upload it again.';

/**
 * The state as a person should see it. Reading leaves nothing behind when a server is killed, so no clean-up is
 * needed at start: a batch that nobody can still be reading has failed.
 */
export function liveState(
  batch: HeldBatch,
  now: Date,
): { readonly state: BatchState; readonly reason: string | null } {
  const reading = batch.state === 'reading' && progressOf(batch.id) === null;
  const gone = reading && now.getTime() - batch.createdAt.getTime() > goneAfterMs;
  return gone ? { state: 'failed', reason: interrupted } : { state: batch.state, reason: batch.reason };
}
