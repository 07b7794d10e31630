import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { importRoutes } from '../../server/imports/http-routes.ts';
import { uploadAndRead } from '../support/imports.ts';
import { useServer, type Person } from '../support/server.ts';
import { person, staffFile } from '../support/staff-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'pt-imports-bench-'));
const server = useServer({ sample: true, featureRoutes: [importRoutes(folder)] });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(rows: number, cut: string): string {
  return staffFile(Array.from({ length: rows }, (_, index) => person(index, { costCentre: cut })));
}

/** The longest wait for the overview, in milliseconds, while something runs, or over twenty asks with nothing running. */
async function slowestOverview(asker: Person, work: Promise<unknown> | null): Promise<number> {
  let [running, slowest] = [true, 0];
  void work?.finally(() => (running = false));
  for (let asks = 0; work === null ? asks < 20 : running; asks += 1) {
    const from = performance.now();
    await asker.trpc.overview.summary.query();
    slowest = Math.max(slowest, performance.now() - from);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await work;
  return slowest;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}

/** Preview and apply of a whole file, while the overview is asked for. */
async function importing(maya: Person, rows: number, cut: string) {
  let slowest = 0;
  let batchId = '';
  const preview = await seconds(async () => {
    const reading = uploadAndRead(maya, file(rows, cut), 'kind=staff&scope=only-these-people').then(
      ({ id }) => (batchId = id),
    );
    slowest = await slowestOverview(maya, reading);
  });
  const apply = await seconds(async () => {
    const applying = maya.trpc.imports.applyBatch.mutate({ id: batchId });
    slowest = Math.max(slowest, await slowestOverview(maya, applying));
  });
  return { rows, preview, apply, slowest };
}

test('20,000 rows cost about ten times 2,000, and the overview is still answered meanwhile', async () => {
  const maya = await server.signIn('workforce');
  const idle = await slowestOverview(maya, null);
  const small = await importing(maya, 2_000, '70001');
  const large = await importing(maya, 20_000, '70002');
  const ratio = (large.preview + large.apply) / (small.preview + small.apply);
  console.log(
    JSON.stringify({
      idleOverviewMs: idle,
      small,
      large,
      ratio,
      rssMb: Math.round(process.memoryUsage().rss / 1e6),
    }),
  );
  expect(ratio).toBeLessThan(15);
});
