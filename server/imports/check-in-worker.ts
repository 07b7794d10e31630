import { Worker } from 'node:worker_threads';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { FileHead } from '../../shared/imports/file-head.ts';
import type { FileRefusal } from '../../shared/imports/issues.ts';
import type { ImportKind } from '../../shared/imports/kind.ts';
import type { Profile } from '../../shared/imports/profile.ts';
import { builtFile } from '../config/paths.ts';
import type { PackedRows } from './packed-rows.ts';
import type { FileFacts, ReadFile } from './staged-rows.ts';
import type { OnProgress } from './parse-text.ts';

export type CheckTask = {
  readonly profile?: Profile | null;
  readonly bytes: Uint8Array;
  readonly kind: ImportKind;
  readonly today: PlainDate;
};

/** A file that is only looked at. */
export type LookTask = { readonly bytes: Uint8Array };

/** What a person needs to see of a file to say which heading is which, or why it cannot be read at all. */
export type LookedAt =
  { readonly ok: true; readonly head: FileHead } | { readonly ok: false; readonly refusal: FileRefusal };

export type CheckMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'rows'; readonly rows: PackedRows }
  | { readonly type: 'end'; readonly facts: FileFacts }
  | { readonly type: 'looked'; readonly seen: LookedAt }
  | { readonly type: 'refused'; readonly refusal: FileRefusal };

/** A file that needs more than this is not a staff file; the thread dies alone and the import says so. */
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 8 };

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
  const chunks: PackedRows[] = [];
  return inWorker<ReadFile>(task, limits, (message, resolve) => {
    if (message.type === 'progress') onProgress(message.done, message.total);
    else if (message.type === 'rows') chunks.push(message.rows);
    else if (message.type === 'end') resolve({ ok: true, facts: message.facts, chunks });
    else if (message.type === 'refused') resolve({ ok: false, refusal: message.refusal });
  });
}

/**
 * Looks at the headings of a file in a thread with the same limits. Nothing of the file is kept.
 *
 * @throws CheckStopped with plain words.
 */
export function lookInWorker(task: LookTask, limits: WorkerLimits): Promise<LookedAt> {
  return inWorker<LookedAt>(task, limits, (message, resolve) => {
    if (message.type === 'looked') resolve(message.seen);
  });
}

function inWorker<T>(
  task: CheckTask | LookTask,
  limits: WorkerLimits,
  onMessage: (message: CheckMessage, resolve: (answer: T) => void) => void,
): Promise<T> {
  const worker = new Worker(builtFile('server/imports/check-file-worker.ts'), {
    workerData: task,
    resourceLimits: {
      ...resourceLimits,
      maxOldGenerationSizeMb: limits.megabytes ?? resourceLimits.maxOldGenerationSizeMb,
    },
  });
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(
      () =>
        reject(
          new CheckStopped('Reading took too long and was stopped. Split the file and upload the parts.'),
        ),
      limits.milliseconds,
    );
    limits.signal?.addEventListener('abort', () => reject(new CheckStopped('Reading was stopped.')));
    worker.on('message', (message: CheckMessage) => onMessage(message, resolve));
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
