import { Worker } from 'node:worker_threads';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { FileRefusal } from '../../shared/imports/issues.ts';
import type { ImportKind } from '../../shared/imports/kind.ts';
import type { Profile } from '../../shared/imports/profile.ts';
import { builtFile } from '../config/paths.ts';
import type { FileFacts, ReadFile } from './staged-rows.ts';
import type { OnProgress } from './parse-text.ts';

export type CheckTask = {
  readonly profile?: Profile | null;
  readonly bytes: Uint8Array;
  readonly kind: ImportKind;
  readonly today: PlainDate;
};

export type CheckMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'rows'; readonly rows: string }
  | { readonly type: 'end'; readonly facts: FileFacts }
  | { readonly type: 'refused'; readonly refusal: FileRefusal };

/** A file that needs more than this is not a staff file; the thread dies alone and the import says so. */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };

export type WorkerLimits = {
  readonly milliseconds: number;
  readonly megabytes?: number;
  /** Ends the thread when it aborts. */
  readonly signal?: AbortSignal;
};

/** The thread ended without an answer: out of memory, out of time, or a fault of this program. */
export class CheckStopped extends Error {}

/**
 * Reads and checks a file in a thread with memory and time limits.
 *
 * @throws CheckStopped with plain words.
 */
export function checkInWorker(
  task: CheckTask,
  onProgress: OnProgress,
  limits: WorkerLimits,
): Promise<ReadFile> {
  const worker = new Worker(builtFile('server/imports/check-file-worker.ts'), {
    workerData: task,
    resourceLimits: {
      ...resourceLimits,
      maxOldGenerationSizeMb: limits.megabytes ?? resourceLimits.maxOldGenerationSizeMb,
    },
  });
  return new Promise<ReadFile>((resolve, reject) => {
    const chunks: string[] = [];
    const timer = setTimeout(
      () =>
        reject(
          new CheckStopped('Reading took too long and was stopped. Split the file and upload the parts.'),
        ),
      limits.milliseconds,
    );
    limits.signal?.addEventListener('abort', () => reject(new CheckStopped('Reading was stopped.')));
    worker.on('message', (message: CheckMessage) => {
      if (message.type === 'progress') onProgress(message.done, message.total);
      else if (message.type === 'rows') chunks.push(message.rows);
      else if (message.type === 'end') resolve({ ok: true, facts: message.facts, chunks });
      else resolve({ ok: false, refusal: message.refusal });
    });
    worker.on('error', (error) => reject(stoppedBy(error)));
    worker.on('exit', () => {
      clearTimeout(timer);
      reject(new CheckStopped('Reading stopped before its end. Upload the file again.'));
    });
  }).finally(() => void worker.terminate());
}

function stoppedBy(error: unknown): Error {
  const outOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return outOfMemory
    ? new CheckStopped(
        'The file needs more memory to read than an import may have. Export fewer columns or rows.',
      )
    : new CheckStopped('The file could not be read.', { cause: error });
}
