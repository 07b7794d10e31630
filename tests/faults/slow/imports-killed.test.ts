import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/cluster.ts';
import { useDatabase } from '../../support/database.ts';
import { upload } from '../../support/imports.ts';
import { signIn, type Person } from '../../support/server.ts';
import { staffFile } from '../../support/staff-file.ts';
import { startProgram, stopPrograms, type Program } from '../../support/started-program.ts';

const rows = 5_000;
const folder = temporaryFolder('protected-time-killed-');
const database = useDatabase({ sample: true });

afterEach(stopPrograms);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (): Program =>
  startProgram({
    DATABASE_URL: database.ownerUrl,
    DATA_DIR: join(folder, 'data'),
    TODAY: '2026-11-20',
    SAMPLE_SIGN_IN: 'on',
  });

const numberOf = (round: number, index: number): string => String(30_000_000 + round * 10_000 + index);

/** A file of people nobody else's file names, so that what is there of it can be counted. */
function fileOf(round: number): string {
  return staffFile(
    Array.from({ length: rows }, (_, index) => {
      const employeeNumber = numberOf(round, index);
      return { employeeNumber, assignmentNumber: `${employeeNumber}-1`, lastName: `Killed ${index}` };
    }),
  );
}

async function send(maya: Person, round: number): Promise<string> {
  const answer = await upload(maya, fileOf(round), 'kind=staff&scope=only-these-people');
  expect(answer.status).toBe(202);
  return ((await answer.json()) as { batchId: string }).batchId;
}

const kill = async (program: Program): Promise<void> => {
  program.signal('SIGKILL');
  expect(await program.ended).toBe('SIGKILL');
};

/** Waits until a file is read, whoever reads it. @returns seconds. */
async function readBy(maya: Person, id: string): Promise<number> {
  const began = Date.now();
  for (;;) {
    const batch = await maya.trpc.imports.batch.query({ id });
    const seconds = (Date.now() - began) / 1000;
    if (batch.state === 'previewed') {
      expect(batch.counts).toMatchObject({ records: rows, new: rows, rejected: 0 });
      return seconds;
    }
    expect([batch.state, batch.reason]).toEqual(['reading', null]);
    expect(seconds).toBeLessThan(60);
    await pause(200);
  }
}

/** How many people, current posts and staged rows of a round's file the trust holds. */
async function heldOf(maya: Person, round: number, batchId: string) {
  const { trust } = await maya.trpc.session.current.query();
  const [held] = await database.asApp<{ people: number; posts: number; staged: number }>(
    { trustId: trust.id },
    `select (select count(*) from person where employee_number between $1 and $2)::int as people,
       (select count(*) from assignment where assignment_number between $1 and $2 || '-9' and superseded_at is null)::int as posts,
       (select count(*) from import_row where batch_id = $3)::int as staged`,
    [numberOf(round, 0), numberOf(round, 9_999), batchId],
  );
  return held!;
}

test('a file whose reader is killed is read by the next process within a minute, from its first row', async () => {
  const report: { afterMs: number; seconds: number; attempts: number }[] = [];
  for (const [round, afterMs] of [0, 600, 1_100].entries()) {
    const first = start();
    const id = await send(await signIn(await first.ready(), 'workforce'), round);
    await pause(afterMs);
    await kill(first);
    const tickets = await database.asApp<{ attempts: number }>({}, 'select attempts from job_ticket');
    const next = start();
    const maya = await signIn(await next.ready(), 'workforce');
    // Staged whole or not at all: nothing half-read is ever seen.
    expect([0, rows]).toContain((await heldOf(maya, round, id)).staged);
    const seconds = await readBy(maya, id);
    expect(await heldOf(maya, round, id)).toEqual({ people: 0, posts: 0, staged: rows });
    report.push({ afterMs, seconds, attempts: tickets[0]?.attempts ?? 0 });
    await kill(next);
  }
  process.stdout.write(`${JSON.stringify({ killedWhileReading: report })}\n`);
}, 360_000);

test('applying and undoing that are killed have happened wholly or not at all, and can be done again', async () => {
  const report: { step: string; afterMs: number; happened: boolean }[] = [];
  let program = start();
  let maya = await signIn(await program.ready(), 'workforce');
  const killedDuring = async (afterMs: number, work: () => Promise<unknown>): Promise<void> => {
    // Whatever it says is lost with the process.
    const lost = work().catch(() => undefined);
    await pause(afterMs);
    await kill(program);
    await lost;
    program = start();
    maya = await signIn(await program.ready(), 'workforce');
  };
  for (const [index, afterMs] of [100, 500, 1_100, 2_000].entries()) {
    const round = 100 + index;
    const id = await send(maya, round);
    await readBy(maya, id);

    await killedDuring(afterMs, () => maya.trpc.imports.applyBatch.mutate({ id }));
    const applied = (await maya.trpc.imports.batch.query({ id })).state === 'applied';
    const whole = { people: rows, posts: rows, staged: rows };
    expect(await heldOf(maya, round, id)).toEqual(applied ? whole : { people: 0, posts: 0, staged: rows });
    if (!applied) await maya.trpc.imports.applyBatch.mutate({ id });
    expect(await heldOf(maya, round, id)).toEqual(whole);
    report.push({ step: 'apply', afterMs, happened: applied });

    await killedDuring(afterMs, () => maya.trpc.imports.undoBatch.mutate({ id }));
    const undone = (await maya.trpc.imports.batch.query({ id })).state === 'undone';
    expect(await heldOf(maya, round, id)).toEqual(undone ? { people: 0, posts: 0, staged: 0 } : whole);
    if (!undone) await maya.trpc.imports.undoBatch.mutate({ id });
    expect(await heldOf(maya, round, id)).toEqual({ people: 0, posts: 0, staged: 0 });
    report.push({ step: 'undo', afterMs, happened: undone });
  }
  process.stdout.write(`${JSON.stringify({ killedWhileChanging: report })}\n`);
}, 360_000);
