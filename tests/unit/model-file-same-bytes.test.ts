import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

/** As built: what a trust runs. Repeat it on another Node with `node dist/server/cli/model.js < tests/examples/model/forecast_request.json`. */
const built = new URL('../../dist/', import.meta.url);
const command = new URL('server/cli/model.js', built);
const request = readFileSync(new URL('../examples/model/forecast_request.json', import.meta.url), 'utf8');

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function inWorker(): Promise<string> {
  const code = `
    import { parentPort, workerData } from 'node:worker_threads';
    const { answerDocument } = await import(workerData.module);
    parentPort.postMessage(JSON.stringify(answerDocument(workerData.request).document, null, 2) + '\\n');`;
  const module = new URL('shared/model-file/answer-document.js', built).href;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
    workerData: { module, request },
  });
  return new Promise<string>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  }).finally(() => void worker.terminate());
}

/** The main thread of a process of its own. */
function byCommand(...settings: readonly string[]): string {
  const { stdout } = spawnSync(process.execPath, [...settings, command.pathname], {
    input: request,
    encoding: 'utf8',
    timeout: 30_000,
    env: {},
  });
  return stdout;
}

test('the same forecast gives the same bytes twice on the main thread, and in two threads at once', async () => {
  expect(existsSync(command)).toBe(true);
  const once = byCommand();
  expect(JSON.parse(once)).toMatchObject({
    answers: ['plain', 'shared', 'region'].map((id) => ({ id, values: expect.any(Array) as unknown[] })),
  });
  const all = [byCommand(), ...(await Promise.all([inWorker(), inWorker()]))];
  expect(all.map(hashOf)).toEqual(Array<string>(3).fill(hashOf(once)));
});

test('a host without WebAssembly gives the same bytes, by the kernels in TypeScript', () => {
  // Taken away before the command is loaded: newer versions of Node do not start without.
  const without = byCommand('--import', 'data:text/javascript,delete(globalThis.WebAssembly)');
  expect(hashOf(without)).toBe(hashOf(byCommand()));
});
