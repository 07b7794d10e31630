import type { BatchState } from '../../shared/imports/batch.ts';
import type { HeldBatch } from './read.ts';

const goneAfterMs = 60_000;

export const interrupted =
  'The server stopped while this file was being read; nothing was changed. Upload it again.';

/**
 * The state as a person should see it. A batch that waits to be read without a job that would read it has failed: it
 * was begun by a program that ended before it was done.
 */
export function liveState(
  batch: HeldBatch,
  now: Date,
): { readonly state: BatchState; readonly reason: string | null } {
  const reading = batch.state === 'reading' && batch.progress === null;
  const gone = reading && now.getTime() - batch.createdAt.getTime() > goneAfterMs;
  return gone ? { state: 'failed', reason: interrupted } : { state: batch.state, reason: batch.reason };
}
