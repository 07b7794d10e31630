import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { House } from '../../server/auth/context.ts';
import { verifyChain } from '../../server/audit/verify-chain.ts';
import { closeDatabase, openDatabase } from '../../server/db/database.ts';
import { startEmbedded, type EmbeddedDatabase } from '../../server/db/embedded/start-embedded.ts';
import { newId } from '../../server/db/new-id.ts';
import { prepareDatabase } from '../../server/db/prepare-database.ts';
import { withTrust, withTrustWrite } from '../../server/db/with-trust.ts';
import { temporaryFolder } from '../support/cluster.ts';
import { personWith, serve, signIn, type Person, type Served } from '../support/server.ts';
import { slowness } from '../support/slowness.ts';
import { openTestTrusts, testClock, type TestTrust } from '../support/trusts.ts';

/** A PostgreSQL of this file's own, since it is killed here; its pool is small, so that it can be emptied. */
const dataDir = temporaryFolder('protected-time-faults-');
let embedded: EmbeddedDatabase;
let house: House | null = null;
let served: Served;
let a: TestTrust;

beforeAll(async () => {
  served = await serve(() => house);
  embedded = await startEmbedded({ dataDir });
});

afterAll(async () => {
  await served.close();
  if (house !== null) await closeDatabase(house.database);
  await embedded.stop();
  rmSync(embedded.folder, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
});

const status = async (path: string) => (await personWith(served.url, '').get(path)).status;
const current = (person: Person) => person.post('/api/trpc/session.current', undefined);

test('before the database is ready the server lives, is not ready, and answers calls with 503', async () => {
  expect([await status('/livez'), await status('/readyz')]).toEqual([200, 503]);
  const answer = await current(personWith(served.url, ''));
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('unavailable')]);
  const { appUrl } = await prepareDatabase({ ownerUrl: embedded.ownerUrl, appUrl: null });
  house = { database: openDatabase({ url: appUrl, poolSize: 4 }), clock: testClock };
  ({ a } = await openTestTrusts(house.database));
  expect(await status('/readyz')).toBe(200);
});

describe('a killed connection', () => {
  test('fails the one transaction that was on it, wholly, and no other', async () => {
    const person = await signIn(served.url, 'workforce');
    const id = newId();
    const write = withTrustWrite(a.as('workforce'), 'trust.open', async (tx, audit) => {
      await tx.insertInto('team').values({ trust_id: a.id, id, name: id, type: 'not-rostered' }).execute();
      audit({ entity: 'team', entityId: id });
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
    });
    await expect(write).rejects.toThrow();
    expect((await current(person)).status).toBe(200);
    const teams = await withTrust(a.as('finance'), (tx) =>
      tx.selectFrom('team').select('id').where('id', '=', id).execute(),
    );
    expect(teams).toEqual([]);
  });

  test('while nobody uses it, is replaced unseen', async () => {
    const person = await signIn(served.url, 'workforce');
    await asSuperuser(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'wf_app'`);
    const statuses = new Set<number>();
    for (let tries = 0; tries < 8; tries += 1) statuses.add((await current(person)).status);
    expect([...statuses].filter((one) => one !== 200 && one !== 503)).toEqual([]);
    expect((await current(person)).status).toBe(200);
  });
});

describe('a restart of PostgreSQL', () => {
  test('in the middle of a transaction gives 503 and never 500, and is over in five seconds', async () => {
    const person = await signIn(served.url, 'workforce');
    const seen = new Set<number>();
    const enough = new AbortController();
    const asked = askUntil(enough.signal, person, seen);
    const open = withTrust(a.as('finance'), (tx) => sql`select pg_sleep(3)`.execute(tx));
    open.catch(() => undefined);
    await pause(200);
    process.kill(
      Number(readFileSync(join(embedded.folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]),
      'SIGQUIT',
    );
    const killedAt = Date.now();
    await expect(open).rejects.toThrow();
    await expect.poll(() => status('/readyz'), { timeout: 30_000, interval: 50 }).toBe(200);
    const taken = Date.now() - killedAt;
    const after = await current(person);
    enough.abort();
    await asked;
    expect(after.status).toBe(200);
    expect(taken / slowness()).toBeLessThan(5_000);
    expect([...seen].filter((one) => one !== 200 && one !== 503)).toEqual([]);
    expect(await verifyChain(a.as('finance'))).toMatchObject({ whole: true });
  });
});

describe('every connection in use', () => {
  test('answers 503 within three seconds, lives on, and recovers', async () => {
    const person = await signIn(served.url, 'workforce');
    const busy = Array.from({ length: 4 }, () =>
      withTrust(a.as('finance'), (tx) => sql`select pg_sleep(3.5)`.execute(tx)),
    );
    await pause(200);
    const started = Date.now();
    const answers = await Promise.all(Array.from({ length: 20 }, () => current(person)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([503]));
    expect(Date.now() - started).toBeLessThan(3_000);
    expect([await status('/livez'), await status('/readyz')]).toEqual([200, 503]);
    await Promise.all(busy);
    expect((await current(person)).status).toBe(200);
  });
});

describe('limits of one statement', () => {
  test('a slow query is stopped, and its connection used again', async () => {
    const slow = withTrust(a.as('finance'), (tx) => sql`select pg_sleep(20)`.execute(tx));
    await expect(slow).rejects.toMatchObject({ code: '57014' });
    expect(await status('/readyz')).toBe(200);
  });

  test('a lock that is not given in two seconds is tried again three times, then given up', async () => {
    const id = newId();
    await withTrustWrite(a.as('workforce'), 'trust.open', async (tx, audit) => {
      await tx.insertInto('team').values({ trust_id: a.id, id, name: id, type: 'not-rostered' }).execute();
      audit({ entity: 'team', entityId: id });
    });
    const holder = new Client({ connectionString: embedded.ownerUrl });
    await holder.connect();
    await holder.query(
      `begin; set local app.trust_id = '${a.id}'; select 1 from team where id = '${id}' for update`,
    );
    let runs = 0;
    const write = withTrustWrite(a.as('workforce'), 'trust.open', async (tx, audit) => {
      runs += 1;
      await tx.updateTable('team').set({ division: 'x' }).where('id', '=', id).execute();
      audit({ entity: 'team', entityId: id });
    });
    await expect(write).rejects.toMatchObject({ code: '55P03' });
    expect(runs).toBe(4);
    await holder.query('rollback');
    await holder.end();
    expect(await verifyChain(a.as('finance'))).toMatchObject({ whole: true });
  });
});

/** Asks again and again, and keeps every status that was answered. */
async function askUntil(enough: AbortSignal, person: Person, seen: Set<number>): Promise<void> {
  while (!enough.aborted) {
    seen.add((await current(person)).status);
    await pause(10);
  }
}

async function asSuperuser(statement: string): Promise<void> {
  const { superuser } = JSON.parse(readFileSync(join(embedded.folder, 'secret.json'), 'utf8')) as {
    superuser: string;
  };
  const url = embedded.ownerUrl.replace(/\/\/[^@]*@/, `//protected_time_superuser:${superuser}@`);
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
