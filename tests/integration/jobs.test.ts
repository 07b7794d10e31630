import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { TrustContext } from '../../server/db/with-trust.ts';
import { withTrustWrite } from '../../server/db/with-trust.ts';
import { newId } from '../../server/db/new-id.ts';
import { jobHandler, type JobHandlers, type JobTools } from '../../server/jobs/handler.ts';
import { startJobs, type RunningJobs } from '../../server/jobs/start-jobs.ts';
import { deleteJob, insertJob } from '../../server/jobs/store.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { openTestTrusts, testClock } from '../support/trusts.ts';

type Room = {
  readonly database: TestDatabase;
  readonly a: TrustContext;
  readonly b: TrustContext;
  /** Starts one more process's worth of workers. */
  readonly start: (handlers: JobHandlers) => RunningJobs;
  readonly faults: unknown[];
};

async function inRoom(work: (room: Room) => Promise<void>): Promise<void> {
  const database = await freshDatabase();
  const running: RunningJobs[] = [];
  const faults: unknown[] = [];
  const start = (handlers: JobHandlers): RunningJobs => {
    const house = { database: database.database, clock: testClock };
    const jobs = startJobs(house, handlers, (error) => faults.push(error));
    running.push(jobs);
    return jobs;
  };
  try {
    const { a, b } = await openTestTrusts(database.database);
    await work({ database, a: a.as('workforce'), b: b.as('research'), start, faults });
  } finally {
    await Promise.all(running.map((jobs) => jobs.stop()));
    await database.close();
  }
}

async function queue(ctx: TrustContext, payload: { readonly n: number }, kind = 'count'): Promise<string> {
  const id = newId();
  await withTrustWrite(ctx, 'imports.discard', async (tx, audit) => {
    await insertJob(tx, ctx, { id, kind, payload });
    audit({ entity: 'job', entityId: id });
  });
  return id;
}

const tickets = ({ database }: Room) =>
  database.asApp<{ attempts: number; done: number; total: number | null; holder: string | null }>(
    {},
    'select attempts, done, total, holder from job_ticket',
  );

/** As if the holder of every ticket had been gone for longer than its lease. */
const leaseOver = ({ database }: Room) =>
  database.asApp({}, `update job_ticket set due = now() - interval '1 second'`);

type Seen = { readonly n: number; readonly trustId: string; readonly role: string; readonly request: string };

/** A handler that notes what it saw, does what a test asks, and ends its job. */
function counting(
  seen: Seen[],
  during: (tools: JobTools, ctx: TrustContext) => Promise<void> = () => Promise.resolve(),
) {
  const gaveUp: number[] = [];
  const count = jobHandler(z.strictObject({ n: z.int() }), {
    run: async (ctx, { n }, tools) => {
      await during(tools, ctx);
      seen.push({ n, trustId: ctx.trustId, role: ctx.role, request: ctx.requestId });
    },
    giveUp: (_ctx, { n }) => Promise.resolve(void gaveUp.push(n)),
  });
  return { handlers: { count }, gaveUp };
}

describe('a job', () => {
  test('of any trust is done once, in the name of whoever queued it, however many work', () =>
    inRoom(async (room) => {
      const seen: Seen[] = [];
      for (let n = 0; n < 10; n += 1) await queue(n % 2 === 0 ? room.a : room.b, { n });
      const { handlers } = counting(seen, () => pause(20));
      for (let process = 0; process < 3; process += 1) room.start(handlers);
      await expect.poll(async () => (await tickets(room)).length, { timeout: 20_000 }).toBe(0);
      expect(seen.map(({ n }) => n).sort((x, y) => x - y)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      for (const { n, ...who } of seen) {
        const { trustId, role, requestId: request } = n % 2 === 0 ? room.a : room.b;
        expect(who).toEqual({ trustId, role, request });
      }
      expect(room.faults).toEqual([]);
    }));

  test('whose worker was killed is taken again when its lease is over, and not before', () =>
    inRoom(async (room) => {
      await queue(room.a, { n: 1 });
      await room.database.asApp(
        {},
        `update job_ticket set holder = gen_random_uuid(), attempts = 1, due = now() + interval '30 seconds'`,
      );
      const seen: Seen[] = [];
      room.start(counting(seen).handlers);
      await pause(1_200);
      expect(seen).toEqual([]);
      await leaseOver(room);
      await expect.poll(() => seen.length, { timeout: 5_000 }).toBe(1);
    }));

  test('that was cut short three times is given up, in words', () =>
    inRoom(async (room) => {
      await queue(room.a, { n: 7 });
      await room.database.asApp({}, 'update job_ticket set attempts = 3');
      const seen: Seen[] = [];
      const { handlers, gaveUp } = counting(seen);
      room.start(handlers);
      await expect.poll(async () => (await tickets(room)).length, { timeout: 5_000 }).toBe(0);
      expect([gaveUp, seen]).toEqual([[7], []]);
    }));

  test('that fails is tried again, and its fault is told', () =>
    inRoom(async (room) => {
      await queue(room.a, { n: 1 });
      const seen: Seen[] = [];
      let tries = 0;
      const { handlers } = counting(seen, () => {
        tries += 1;
        return tries === 1 ? Promise.reject(new Error('by accident')) : Promise.resolve();
      });
      room.start(handlers);
      await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(1);
      expect([tries, room.faults]).toEqual([2, [new Error('by accident')]]);
    }));

  test('says how far it is, and stops when it is cancelled', () =>
    inRoom(async (room) => {
      const id = await queue(room.a, { n: 1 });
      const seen: Seen[] = [];
      let aborted = false;
      const { handlers } = counting(seen, ({ progress, signal }) => {
        progress({ done: 1_200, total: 5_000 });
        return new Promise((_, reject) =>
          signal.addEventListener('abort', () => {
            aborted = true;
            reject(new Error('stopped'));
          }),
        );
      });
      room.start(handlers);
      await expect
        .poll(() => tickets(room), { timeout: 5_000 })
        .toMatchObject([{ done: 1_200, total: 5_000 }]);
      await withTrustWrite(room.a, 'imports.discard', async (tx, audit) => {
        await deleteJob(tx, room.a.trustId, id);
        audit({ entity: 'job', entityId: id });
      });
      await expect.poll(() => aborted, { timeout: 5_000 }).toBe(true);
      expect([seen, room.faults, await tickets(room)]).toEqual([[], [], []]);
    }));

  test('under way when a server stops is given back at once, and that is no attempt', () =>
    inRoom(async (room) => {
      await queue(room.a, { n: 1 });
      const begun: boolean[] = [];
      const { handlers } = counting([], ({ signal }) => {
        begun.push(true);
        return new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(new Error('stopped'))),
        );
      });
      const first = room.start(handlers);
      await expect.poll(() => begun.length, { timeout: 5_000 }).toBe(1);
      await first.stop();
      expect(await tickets(room)).toMatchObject([{ attempts: 0, holder: null }]);
      const seen: Seen[] = [];
      room.start(counting(seen).handlers);
      await expect.poll(() => seen.length, { timeout: 5_000 }).toBe(1);
      expect(room.faults).toEqual([]);
    }));

  test('whose payload is not of its kind’s schema never reaches the handler', () =>
    inRoom(async (room) => {
      await queue(room.a, { n: 1.5 });
      const seen: Seen[] = [];
      room.start(counting(seen).handlers);
      await expect.poll(() => room.faults.length, { timeout: 5_000 }).toBe(1);
      expect(room.faults[0]).toBeInstanceOf(z.ZodError);
      expect(seen).toEqual([]);
    }));

  test('of a kind nobody knows is left for a program that does, three times', () =>
    inRoom(async (room) => {
      await queue(room.a, { n: 1 }, 'later');
      room.start({});
      await expect.poll(() => room.faults.length, { timeout: 5_000 }).toBe(1);
      expect(await tickets(room)).toMatchObject([{ attempts: 1, holder: null }]);
      await room.database.asApp({}, `update job_ticket set attempts = 3, due = now()`);
      await expect.poll(async () => (await tickets(room)).length, { timeout: 5_000 }).toBe(0);
    }));

  test('of a trust that was emptied meanwhile is let go', () =>
    inRoom(async (room) => {
      await queue(room.a, { n: 1 });
      await room.database.asApp({ trustId: room.a.trustId }, 'delete from job');
      const seen: Seen[] = [];
      room.start(counting(seen).handlers);
      await expect.poll(async () => (await tickets(room)).length, { timeout: 5_000 }).toBe(0);
      expect([seen, room.faults]).toEqual([[], []]);
    }));
});
