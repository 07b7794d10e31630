import { readFile, rm } from 'node:fs/promises';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { FileHead } from '../../shared/imports/file-head.ts';
import { CheckStopped, lookInWorker } from './check-in-worker.ts';

const lookMs = 20_000;

/** Each takes a thread and its memory; people choose files far more seldom. */
const mostAtOnce = 2;

/** The headings of a file with what stands below them; or, in plain words, why there are none. */
export type Inspected = { readonly head: FileHead | null; readonly reason: string | null };

const busy = err('unavailable', 'Other files are being looked at. Try again in a moment.');

async function look(path: string): Promise<Result<Inspected>> {
  try {
    const seen = await lookInWorker({ bytes: await readFile(path) }, { milliseconds: lookMs });
    return ok(seen.ok ? { head: seen.head, reason: null } : { head: null, reason: seen.refusal.reason });
  } catch (error) {
    if (error instanceof CheckStopped) return ok({ head: null, reason: error.message });
    throw error;
  }
}

/**
 * Looks at an uploaded file, so that its headings can be mapped before it is imported, and deletes it. Nothing of it is
 * stored. Refused with `unavailable` while two are being looked at.
 */
export function makeInspector(): (path: string) => Promise<Result<Inspected>> {
  let running = 0;
  return async (path) => {
    try {
      if (running >= mostAtOnce) return busy;
      running += 1;
      return await look(path).finally(() => (running -= 1));
    } finally {
      await rm(path, { force: true });
    }
  };
}
