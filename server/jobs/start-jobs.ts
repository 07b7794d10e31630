import type { House } from '../auth/context.ts';
import { newId } from '../db/new-id.ts';
import type { JobHandlers } from './handler.ts';
import { workOnce, type Worker } from './work.ts';

/** How often a process that has nothing to do looks for work. */
const lookMs = 400;

/** After a fault (the database may be away) it waits longer. */
const faultMs = 2_000;

export type RunningJobs = {
  /** Takes no more work, cuts short what is under way, and gives it back for another process to take at once. */
  readonly stop: () => Promise<void>;
};

/** Works on the jobs of all trusts, one after another: two large files at once would need the memory of two. */
export function startJobs(
  house: House,
  handlers: JobHandlers,
  onFault: (error: unknown) => void,
): RunningJobs {
  const worker: Worker = { house, holder: newId(), handlers, onFault };
  const stopping = new AbortController();
  const loop = workUntil(worker, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await loop;
    },
  };
}

async function workUntil(worker: Worker, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const pauseMs = await workOnce(worker, stop).then(
      (found) => (found ? 0 : lookMs),
      (error: unknown) => {
        worker.onFault(error);
        return faultMs;
      },
    );
    await pauseUnless(stop, pauseMs);
  }
}

function pauseUnless(stop: AbortSignal, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) return resolve();
    const timer = setTimeout(done, milliseconds);
    stop.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      stop.removeEventListener('abort', done);
      resolve();
    }
  });
}
