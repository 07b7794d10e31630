import { parentPort } from 'node:worker_threads';
import { canonicalJson } from '../../shared/evidence/canonical.ts';
import { evidenceFigures } from '../../shared/evidence/figures.ts';
import { rederive, snapshotOf } from '../../shared/evidence/snapshot.ts';
import type { EvidenceTask } from './in-worker.ts';

// A thread of its own: the figures of a large trust take seconds, during which the server must go on answering.

function answerTo(task: EvidenceTask): unknown {
  switch (task.kind) {
    case 'figures':
      return evidenceFigures(task.asked);
    case 'freeze':
      return canonicalJson(snapshotOf(task.parts));
    case 'rederive':
      return rederive(task.snapshot);
  }
}

parentPort?.on('message', (task: EvidenceTask) => parentPort?.postMessage(answerTo(task)));
