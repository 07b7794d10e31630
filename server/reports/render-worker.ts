import { parentPort, workerData } from 'node:worker_threads';
import { pdfOf } from './pdf.ts';
import type { RenderTask } from './render-document.ts';
import { wordOf } from './word.ts';

// A thread of its own: drawing takes up to a second, during which the server must go on answering.

const { document, format } = workerData as RenderTask;
parentPort?.postMessage(format === 'pdf' ? pdfOf(document) : await wordOf(document));
