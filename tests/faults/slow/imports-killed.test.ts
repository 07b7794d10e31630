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

const rows = 50_000;
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

const numberOf = (round: number, index: number): string => String(70_000_000 + round * 100_000 + index);

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
    // A dead reader's lease runs out within 30 s; the rest is reading 50,000 rows from the first.
    expect(seconds).toBeLessThan(120);
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
    [numberOf(round, 0), numberOf(round, 99_999), batchId],
  );
  return held!;
}

/** PostgreSQL works on for a moment for the server that was killed, and the page then says: try again. */
async function untilFree<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === 30 || !String(error).includes('Try again')) throw error;
      await pause(1_000);
    }
  }
}

/** Milliseconds after each step began, for seven rounds; the last undo is left alone: twenty kills. */
const moments = [
  { reading: 0, applying: 50, undoing: 100 },
  { reading: 500, applying: 600, undoing: 700 },
  { reading: 1_200, applying: 1_300, undoing: 1_400 },
  { reading: 2_200, applying: 2_100, undoing: 2_300 },
  { reading: 3_500, applying: 3_000, undoing: 3_300 },
  { reading: 5_000, applying: 4_000, undoing: 4_500 },
  { reading: 7_000, applying: 5_500, undoing: null },
];

type Moment = {
  readonly step: 'read' | 'apply' | 'undo';
  readonly afterMs: number;
  /** Whether the step had happened, wholly, when the server was killed. */
  readonly happened: boolean;
  /** Until it was done, by whoever did it. */
  readonly seconds: number;
};

test('at twenty moments of a 50,000-row import a killed server leaves it wholly done or not at all, and it can be finished', async () => {
  const report: Moment[] = [];
  const state = { program: start() };
  const signedIn = async (): Promise<Person> => {
    const url = await state.program.ready();
    return untilFree(() => signIn(url, 'workforce'));
  };
  let maya = await signedIn();
  const killAndStart = async (): Promise<void> => {
    await kill(state.program);
    state.program = start();
    maya = await signedIn();
  };

  for (const [round, { reading, applying, undoing }] of moments.entries()) {
    const none = { people: 0, posts: 0, staged: 0 };
    const previewed = { ...none, staged: rows };
    const whole = { people: rows, posts: rows, staged: rows };
    const change = async (
      step: 'apply' | 'undo',
      afterMs: number | null,
      [before, after]: readonly [typeof none, typeof none],
      work: () => Promise<unknown>,
      id: string,
    ): Promise<void> => {
      const began = Date.now();
      let happened = false;
      if (afterMs !== null) {
        // Whatever it says is lost with the process.
        const lost = work().catch(() => undefined);
        await pause(afterMs);
        await killAndStart();
        await lost;
        const { state: now } = await maya.trpc.imports.batch.query({ id });
        happened = now === (step === 'apply' ? 'applied' : 'undone');
        expect(await heldOf(maya, round, id)).toEqual(happened ? after : before);
      }
      if (!happened) await untilFree(work);
      expect(await heldOf(maya, round, id)).toEqual(after);
      if (afterMs !== null) report.push({ step, afterMs, happened, seconds: (Date.now() - began) / 1000 });
    };

    const id = await send(maya, round);
    await pause(reading);
    await killAndStart();
    // Staged whole or not at all: nothing half-read is ever seen.
    const { staged } = await heldOf(maya, round, id);
    expect([0, rows]).toContain(staged);
    const seconds = await readBy(maya, id);
    report.push({ step: 'read', afterMs: reading, happened: staged === rows, seconds });
    expect(await heldOf(maya, round, id)).toEqual(previewed);

    const apply = (): Promise<unknown> => maya.trpc.imports.applyBatch.mutate({ id });
    await change('apply', applying, [previewed, whole], apply, id);
    const undo = (): Promise<unknown> => maya.trpc.imports.undoBatch.mutate({ id });
    await change('undo', undoing, [whole, none], undo, id);
  }
  process.stdout.write(`${JSON.stringify({ killed: report })}\n`);
  expect(report).toHaveLength(20);
}, 1_800_000);
