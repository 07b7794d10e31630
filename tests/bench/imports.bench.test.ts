import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { temporaryFolder } from '../support/cluster.ts';
import { useDatabase } from '../support/database.ts';
import { uploadAndRead } from '../support/imports.ts';
import { signIn, type Person } from '../support/server.ts';
import { person, staffFile } from '../support/staff-file.ts';
import { startProgram, stopPrograms } from '../support/started-program.ts';

const folder = temporaryFolder('protected-time-bench-');
const database = useDatabase({ sample: true });
afterAll(async () => {
  await stopPrograms();
  rmSync(folder, { recursive: true, force: true });
});

function file(rows: number, cut: string): string {
  return staffFile(Array.from({ length: rows }, (_, index) => person(index, { costCentre: cut })));
}

type Pages = { overview: number; register: number };

async function milliseconds(work: Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work;
  return Math.round(performance.now() - from);
}

/** The longest waits for pages, in milliseconds, while something runs, or over twenty asks with nothing running. */
async function slowestPages(asker: Person, work: Promise<unknown> | null): Promise<Pages> {
  const slowest = { overview: 0, register: 0 };
  let running = true;
  void work?.finally(() => (running = false));
  for (let asks = 0; work === null ? asks < 20 : running; asks += 1) {
    const { trpc } = asker;
    slowest.overview = Math.max(slowest.overview, await milliseconds(trpc.overview.summary.query()));
    slowest.register = Math.max(slowest.register, await milliseconds(trpc.learners.register.query()));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await work;
  return slowest;
}

/** Resident memory of a process now and at most so far, in megabytes; none where the system does not say. */
function memoryOf(pid: number): { readonly now: number; readonly most: number } | null {
  if (process.platform !== 'linux') return null;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name: string): number =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
  return { now: of('VmRSS'), most: of('VmHWM') };
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}

/** Preview and apply of a whole file, while the overview is asked for. */
async function importing(maya: Person, rows: number, cut: string) {
  let batchId = '';
  const text = file(rows, cut);
  const waits: Pages[] = [];
  const preview = await seconds(async () => {
    const reading = uploadAndRead(maya, text, 'kind=staff&scope=only-these-people').then(
      ({ id }) => (batchId = id),
    );
    waits.push(await slowestPages(maya, reading));
  });
  const apply = await seconds(async () => {
    waits.push(await slowestPages(maya, maya.trpc.imports.applyBatch.mutate({ id: batchId })));
  });
  return { rows, preview, apply, waits };
}

test('50,000 rows cost less than forty times 2,000, and pages are still answered meanwhile', async () => {
  const program = startProgram({
    DATABASE_URL: database.ownerUrl,
    DATA_DIR: join(folder, 'data'),
    TODAY: '2026-11-20',
    SAMPLE_SIGN_IN: 'on',
    LIMIT_CALLS_PER_MINUTE: '100000',
    // As `npm start` has it.
    MALLOC_ARENA_MAX: '2',
  });
  const maya = await signIn(await program.ready(), 'workforce');
  const idle = await slowestPages(maya, null);
  const small = await importing(maya, 2_000, '70001');
  const large = await importing(maya, 50_000, '70002');
  const ratio = (large.preview + large.apply) / (small.preview + small.apply);
  console.log(
    JSON.stringify({
      idle,
      small,
      large,
      ratio,
      megabytes: memoryOf(program.pid),
    }),
  );
  expect(ratio).toBeLessThan(40);
});
