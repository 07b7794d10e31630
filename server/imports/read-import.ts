import { rm } from 'node:fs/promises';
import type { TrustContext } from '../db/with-trust.ts';
import { CheckStopped, checkInWorker } from './check-in-worker.ts';
import { endProgress, setProgress } from './progress.ts';
import { endReading, stageImport, type Upload } from './stage-import.ts';

/** An import that is still "being read" after this was interrupted (live-state.ts). */
const readingMs = 45_000;

/** Files are read one after another: two at once would need the memory of two. */
let lastReading: Promise<void> = Promise.resolve();

/**
 * Reads and stages an uploaded file, then deletes it. Never throws: an import that cannot be read ends as failed, with
 * a reason; what went wrong inside is given to `onFault`.
 */
export function readImport(
  ctx: TrustContext,
  upload: Upload,
  path: string,
  onFault: (error: unknown) => void,
): Promise<void> {
  setProgress(upload.batchId, { done: 0, total: null });
  const reading = lastReading.then(() => readOne(ctx, upload, path, onFault));
  lastReading = reading;
  return reading;
}

async function readOne(
  ctx: TrustContext,
  upload: Upload,
  path: string,
  onFault: (error: unknown) => void,
): Promise<void> {
  try {
    const task = { path, kind: upload.kind, today: ctx.today() };
    const onProgress = (done: number, total: number): void => setProgress(upload.batchId, { done, total });
    const read = await checkInWorker(task, onProgress, { milliseconds: readingMs }).finally(() =>
      rm(path, { force: true }),
    );
    await stageImport(ctx, upload, read);
  } catch (error) {
    onFault(error);
    await fail(ctx, upload.batchId, error).catch(onFault);
  } finally {
    endProgress(upload.batchId);
  }
}

async function fail(ctx: TrustContext, batchId: string, error: unknown): Promise<void> {
  const reason =
    error instanceof CheckStopped
      ? error.message
      : 'Something went wrong on the server while the file was read; nothing was changed. Upload it again.';
  await endReading(ctx, batchId, 'failed', { code: 'UNREADABLE', reason });
}
