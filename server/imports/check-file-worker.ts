import { parentPort, workerData } from 'node:worker_threads';
import { checkFile } from './check-file.ts';
import type { CheckTask, CheckMessage } from './check-in-worker.ts';
import { readFileOf } from './staged-rows.ts';

// A thread of its own: reading a file takes a second or more, during which the server must go on answering.

function say(message: CheckMessage): void {
  parentPort?.postMessage(message);
}

const { bytes, kind, today, profile = null } = workerData as CheckTask;
const onProgress = (done: number, total: number): void => say({ type: 'progress', done, total });
const read = readFileOf(kind, checkFile(kind, bytes, today, onProgress, profile));
if (read.ok) {
  // One message a chunk, so that receiving a large file never holds up the server either.
  for (const rows of read.chunks) say({ type: 'rows', rows });
  say({ type: 'end', facts: read.facts });
} else {
  say({ type: 'refused', refusal: read.refusal });
}
