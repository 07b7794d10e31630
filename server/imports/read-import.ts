import { z } from 'zod';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { jobHandler, type JobTools } from '../jobs/handler.ts';
import { CheckStopped, checkInWorker } from './check-in-worker.ts';
import { readBatch } from './read.ts';
import { readProfile } from './read-profiles.ts';
import { endReading, stageImport } from './stage-import.ts';
import { readFileParts } from './store-file.ts';

const readingMs = 45_000;

const payload = z.strictObject({ batchId: z.uuid() });

type Payload = z.infer<typeof payload>;

/** The kind of job that reads an uploaded file. */
export const readImportKind = 'imports.read';

const interruptedTooOften =
  'The server stopped several times while this file was being read; nothing was changed. Upload it again.';

/**
 * Reads an uploaded file in a thread of its own and stages it. Staging is one transaction that ends the job with it,
 * so that a job cut short anywhere starts again from the same bytes. A file that cannot be read ends as failed, with a
 * reason.
 */
export const readImportJob = jobHandler<Payload>(payload, {
  run: readImport,
  giveUp: async (ctx, { batchId }) => {
    await endReading(ctx, batchId, 'failed', { code: 'UNREADABLE', reason: interruptedTooOften });
  },
});

async function readImport(ctx: TrustContext, { batchId }: Payload, tools: JobTools): Promise<void> {
  const { batch, parts, profile } = await withTrust(ctx, async (tx) => {
    const batch = await readBatch(tx, ctx.trustId, batchId);
    const parts = await readFileParts(tx, ctx.trustId, batchId);
    const id = batch?.profile;
    const profile = id === undefined ? null : await readProfile(tx, ctx.trustId, batch?.kind ?? 'staff', id);
    return { batch, parts, profile };
  });
  // Put away, or staged by another worker.
  if (batch?.state !== 'reading') return;
  const { kind, scope, dataDate, fileSha256 } = batch;
  const task = { bytes: Buffer.concat(parts), kind, today: ctx.today(), profile };
  const onProgress = (done: number, total: number): void => tools.progress({ done, total });
  try {
    const read = await checkInWorker(task, onProgress, { milliseconds: readingMs, signal: tools.signal });
    const terms = { kind, scope, dataDate, ...(profile === null ? {} : { profile: profile.id }) };
    await stageImport(ctx, { ...terms, batchId, fileSha256 }, read);
  } catch (error) {
    if (!(error instanceof CheckStopped) || tools.signal.aborted) throw error;
    await endReading(ctx, batchId, 'failed', { code: 'UNREADABLE', reason: error.message });
  }
}
