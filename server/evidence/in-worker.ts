import { Worker } from 'node:worker_threads';
import type { EvidenceCase } from '../../shared/evidence/evidence-inputs.ts';
import type { Figure } from '../../shared/evidence/figure.ts';
import type { Rederived, Snapshot, SnapshotParts } from '../../shared/evidence/snapshot.ts';
import { builtFile } from '../config/paths.ts';
import { sha256Of } from './sha256.ts';

export type EvidenceTask =
  | { readonly kind: 'figures'; readonly asked: EvidenceCase }
  | { readonly kind: 'freeze'; readonly parts: SnapshotParts }
  | { readonly kind: 'rederive'; readonly snapshot: Snapshot };

/** More than ten times what the largest sample trust needs. */
const longestMs = 60_000;

/** A trust whose figures need more than this is not one. */
const resourceLimits = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64 };

/** A thread that has nothing to do ends after this: until then the next task need not warm it up again. */
const idleMs = 30_000;

let thread: Worker | null = null;
let idle: NodeJS.Timeout | undefined;

function startThread(): Worker {
  const own = new Worker(builtFile('server/evidence/evidence-worker.ts'), { resourceLimits });
  own.once('exit', () => {
    if (thread === own) thread = null;
  });
  // A thread at rest must not keep the program from ending.
  own.unref();
  thread = own;
  return own;
}

/** One at a time: two at once would need the memory of two. */
let last: Promise<unknown> = Promise.resolve();

function run(task: EvidenceTask): Promise<unknown> {
  const mine = last.then(() => inThread(task));
  last = mine.catch(() => undefined);
  return mine;
}

/** Ends the thread; whoever asks next gets a new one. */
function endThread(): void {
  void thread?.terminate();
  thread = null;
}

/** The thread's answer to what was posted to it. */
function answerOf(own: Worker): Promise<unknown> {
  return new Promise<unknown>((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      own.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
    };
    const onMessage = (answer: unknown): void => {
      stop();
      resolve(answer);
    };
    const onEnd = (why: unknown): void => {
      stop();
      reject(why instanceof Error ? why : new Error('working the figures out stopped before its end'));
    };
    const timer = setTimeout(() => {
      endThread();
      onEnd(new Error('working the figures out took too long'));
    }, longestMs);
    own.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
  });
}

function inThread(task: EvidenceTask): Promise<unknown> {
  clearTimeout(idle);
  const own = thread ?? startThread();
  own.ref();
  own.postMessage(task);
  return answerOf(own).finally(() => {
    own.unref();
    idle = setTimeout(endThread, idleMs).unref();
  });
}

/** Last answers by what they were worked out from; each takes some tens of kilobytes. */
class Kept<T> {
  readonly #answers = new Map<string, Promise<T>>();

  get(key: string, work: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(key) ?? work();
    this.#answers.delete(key);
    this.#answers.set(key, known);
    // What failed is tried again.
    known.catch(() => this.#answers.delete(key));
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > 20 && oldest !== undefined) this.#answers.delete(oldest);
    return known;
  }
}

const keptFigures = new Kept<readonly Figure[]>();
const keptRederived = new Kept<Rederived>();

/**
 * Every figure, worked out in a thread of its own; given again while what it rests on stays the same, whatever else of
 * the trust changes.
 *
 * @throws Error when the thread ends without an answer.
 */
export function figuresInWorker(asked: EvidenceCase): Promise<readonly Figure[]> {
  const key = sha256Of(JSON.stringify([asked.inputs, asked.parameters]));
  return keptFigures.get(key, () => run({ kind: 'figures', asked }) as Promise<readonly Figure[]>);
}

/** A snapshot as its canonical text. @throws Error when the thread ends without an answer. */
export function freezeInWorker(parts: SnapshotParts): Promise<string> {
  return run({ kind: 'freeze', parts }) as Promise<string>;
}

/** A pack's figures worked out again. @param text its bytes. @throws Error when the thread ends without an answer. */
export function rederiveInWorker(snapshot: Snapshot, text: string): Promise<Rederived> {
  return keptRederived.get(sha256Of(text), () => run({ kind: 'rederive', snapshot }) as Promise<Rederived>);
}
