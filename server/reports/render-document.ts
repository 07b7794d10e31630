import { Worker } from 'node:worker_threads';
import type { PackDocument } from '../../shared/evidence/blocks.ts';
import { builtFile } from '../config/paths.ts';

/** Files a document can be had as, by the end of their name. */
export const documentFormats = ['docx', 'pdf'] as const;

export type DocumentFormat = (typeof documentFormats)[number];

export const documentTypes: Readonly<Record<DocumentFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

export type RenderTask = { readonly document: PackDocument; readonly format: DocumentFormat };

const resourceLimits = { maxOldGenerationSizeMb: 512 };
const renderMs = 60_000;

/** One at a time: two at once would need the memory of two. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Draws a document in a thread of its own, so that the server goes on answering meanwhile; one after another.
 *
 * @throws Error when it cannot be drawn, or not in a minute.
 */
export function renderDocument(document: PackDocument, format: DocumentFormat): Promise<Uint8Array> {
  const mine = last.then(() => inWorker({ document, format }));
  last = mine.catch(() => undefined);
  return mine;
}

function inWorker(task: RenderTask): Promise<Uint8Array> {
  const worker = new Worker(builtFile('server/reports/render-worker.ts'), {
    workerData: task,
    resourceLimits,
  });
  return new Promise<Uint8Array>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('drawing a document took too long')), renderMs);
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', () => {
      clearTimeout(timer);
      reject(new Error('drawing a document stopped before its end'));
    });
  }).finally(() => void worker.terminate());
}
