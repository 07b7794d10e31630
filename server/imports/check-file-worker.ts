import { parentPort, workerData } from 'node:worker_threads';
import { headOf } from '../../shared/imports/file-head.ts';
import { checkUpload, parseFile } from './check-file.ts';
import type { CheckMessage, CheckTask, LookTask } from './check-in-worker.ts';
import { factsOf, stagedChunks } from './staged-rows.ts';

// A thread of its own: reading a file takes a second or more, during which the server must go on answering.

function say(message: CheckMessage): void {
  parentPort?.postMessage(message);
}

async function check({ bytes, kind, today, profile = null }: CheckTask): Promise<void> {
  const onProgress = (done: number, total: number): void => say({ type: 'progress', done, total });
  const checked = await checkUpload(kind, bytes, today, onProgress, profile);
  if (!checked.ok) return say({ type: 'refused', refusal: checked.refusal });
  // One message a chunk, so that receiving a large file never holds up the server either.
  for (const rows of stagedChunks(kind, checked, profile)) say({ type: 'rows', rows });
  say({ type: 'end', facts: factsOf(kind, checked, profile) });
}

/** Only the headings and the first texts go back; with no columns known, any layout is as good. */
async function look({ bytes }: LookTask): Promise<void> {
  const parsed = await parseFile(bytes, {});
  say({ type: 'looked', seen: parsed.ok ? { ok: true, head: headOf(parsed.file) } : parsed });
}

const task = workerData as CheckTask | LookTask;
await ('kind' in task ? check(task) : look(task));
