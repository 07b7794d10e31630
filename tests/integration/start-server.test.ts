import { readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { serversIn } from '../../server/db/embedded/processes.ts';
import { startEmbedded } from '../../server/db/embedded/start-embedded.ts';
import { temporaryFolder } from '../support/cluster.ts';
import { personWith, signIn } from '../support/server.ts';
import { slowness } from '../support/slowness.ts';
import { startProgram, stopPrograms } from '../support/started-program.ts';

const folder = temporaryFolder('protected-time-start-');
/** Not there yet, as in a fresh clone. */
const dataDir = join(folder, 'data');
const cluster = join(dataDir, 'postgres', 'cluster');
const more: string[] = [];

afterEach(stopPrograms);
afterAll(() => {
  for (const one of [folder, ...more]) rmSync(one, { recursive: true, force: true });
});

const postmaster = () => Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
const status = async (url: string, path: string) => (await personWith(url, '').get(path)).status;

/** The number of audit entries of the first trust: it grows with every sign-in, so it shows what was kept. */
async function entriesOf(url: string): Promise<number> {
  const admin = await signIn(url, 'administrator');
  return (await admin.trpc.admin.audit.query({ limit: 1 })).entries[0]?.seq ?? 0;
}

describe('the first start', () => {
  test('tells each step with its seconds, then the address, where the sample people can sign in', async () => {
    const program = startProgram({ DATA_DIR: dataDir });
    const url = await program.ready();
    expect(program.output()).toMatch(
      /^Starting the database … \d+\.\d s\nMigrating … \d+\.\d s\nLoading the sample trusts …[^]*\d+\.\d s\nProtected Time is ready at http:\/\/127\.0\.0\.1:\d+\n$/,
    );
    expect([await status(url, '/livez'), await status(url, '/readyz')]).toEqual([200, 200]);
    const maya = await signIn(url, 'workforce');
    expect((await maya.trpc.trust.list.query()).length).toBe(2);
    program.signal('SIGTERM');
    expect(await program.ended).toBe(0);
    expect([serversIn(cluster), program.output().endsWith('Stopping …\n')]).toEqual([[], true]);
  });
});

describe('the next start', () => {
  test('is ready in under three seconds of a machine that has time for it', async () => {
    const began = Date.now();
    const program = startProgram({ DATA_DIR: dataDir });
    await program.ready();
    expect((Date.now() - began) / slowness()).toBeLessThan(3_000);
  });

  test('finds everything after both processes were killed', async () => {
    const program = startProgram({ DATA_DIR: dataDir });
    const before = await entriesOf(await program.ready());
    const database = postmaster();
    program.signal('SIGKILL');
    process.kill(database, 'SIGKILL');
    expect(await program.ended).toBe('SIGKILL');
    const again = startProgram({ DATA_DIR: dataDir });
    expect(await entriesOf(await again.ready())).toBe(before + 1);
  });

  test('stops the database that a killed server left running', async () => {
    const program = startProgram({ DATA_DIR: dataDir });
    const before = await entriesOf(await program.ready());
    const database = postmaster();
    program.signal('SIGKILL');
    await program.ended;
    expect(serversIn(cluster)).toContain(database);
    const again = startProgram({ DATA_DIR: dataDir });
    expect(await entriesOf(await again.ready())).toBe(before + 1);
    expect(serversIn(cluster)).not.toContain(database);
  });

  test('is refused with a sentence while one is running, which goes on', async () => {
    const first = startProgram({ DATA_DIR: dataDir });
    const url = await first.ready();
    const second = startProgram({ DATA_DIR: dataDir });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(
      `Protected Time is already running on this database (process ${first.pid}`,
    );
    expect(second.output()).not.toContain('    at ');
    expect(await status(url, '/readyz')).toBe(200);
  });
});

describe('a stop', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s, even when it comes twice, ends with 0 and nothing left',
    async (signal) => {
      const program = startProgram({ DATA_DIR: dataDir });
      await program.ready();
      program.signal(signal);
      await pause(5);
      program.signal(signal);
      expect(await program.ended).toBe(0);
      expect(serversIn(cluster)).toEqual([]);
    },
  );

  test('lets calls under way finish while their database is still there', async () => {
    const program = startProgram({ DATA_DIR: dataDir, LIMIT_CALLS_PER_MINUTE: '100000' });
    const person = await signIn(await program.ready(), 'finance');
    const bodies: string[] = [];
    const callUntilGone = async () => {
      for (;;) bodies.push(await (await person.post('/api/trpc/session.current', undefined)).text());
    };
    const callers = Array.from({ length: 8 }, () => callUntilGone().catch(() => undefined));
    await expect.poll(() => bodies.length, { timeout: 20_000 }).toBeGreaterThan(20);
    program.signal('SIGTERM');
    expect(await program.ended).toBe(0);
    await Promise.all(callers);
    expect(bodies.filter((body) => /unavailable|internal-error/.test(body))).toEqual([]);
  });

  test('in the middle of a start ends with 0 and nothing left', async () => {
    for (const milliseconds of [150, 300, 450]) {
      const program = startProgram({ DATA_DIR: dataDir });
      await pause(milliseconds);
      program.signal('SIGTERM');
      // Before Node has run our first line, the signal still has its own meaning.
      expect([0, 'SIGTERM']).toContain(await program.ended);
      expect([milliseconds, serversIn(cluster)]).toEqual([milliseconds, []]);
    }
  });
});

describe('what cannot be used is said in a sentence, with exit code 1 and no stack', () => {
  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const program = startProgram({ DATA_DIR: dataDir, PORT: String(port) });
    expect(await program.ended).toBe(1);
    expect(program.output()).toContain(`Port ${port} is in use by another program.`);
    expect(program.output()).not.toContain('    at ');
    other.close();
  });

  test.each([
    [{ PORT: 'many' }, 'PORT: must be a number'],
    [{ TODAY: '2026-02-30' }, 'TODAY: must be a day such as 2026-11-20'],
    [
      { DATABASE_URL: 'postgresql://o:p@/x', SAMPLE_SIGN_IN: 'on', NODE_ENV: 'production' },
      'SAMPLE_SIGN_IN=on is refused',
    ],
    [{ DATABASE_URL: 'postgresql://owner@127.0.0.1:1/x' }, 'has no password'],
    [{ HOST: '203.0.113.7' }, 'is not an address of this machine'],
  ])('%o', async (env, words) => {
    const program = startProgram({ DATA_DIR: dataDir, ...env });
    expect(await program.ended).toBe(1);
    expect(program.output()).toContain(words);
    expect(program.output()).not.toContain('    at ');
  });
});

describe('a database on another server', () => {
  test('that is not there yet is waited for; meanwhile the server lives and is not ready', async () => {
    const elsewhere = temporaryFolder('protected-time-late-');
    more.push(elsewhere);
    const own = await startEmbedded({ dataDir: elsewhere });
    await own.stop();
    const port = await freePort();
    const program = startProgram({
      DATA_DIR: elsewhere,
      DATABASE_URL: own.ownerUrl,
      SAMPLE_SIGN_IN: 'off',
      PORT: String(port),
    });
    const url = `http://127.0.0.1:${port}`;
    await expect.poll(() => program.output(), { timeout: 10_000 }).toContain('waiting for it');
    expect([await status(url, '/livez'), await status(url, '/readyz')]).toEqual([200, 503]);
    const late = await startEmbedded({ dataDir: elsewhere });
    try {
      expect(await program.ready()).toBe(url);
      expect(await status(url, '/readyz')).toBe(200);
      expect(program.output()).toContain('Nobody can sign in: SAMPLE_SIGN_IN is off');
      program.signal('SIGTERM');
      expect(await program.ended).toBe(0);
    } finally {
      await late.stop();
    }
  });

  test('that never comes can be given up', async () => {
    const program = startProgram({ DATA_DIR: dataDir, DATABASE_URL: 'postgresql://o:p@127.0.0.1:1/x' });
    await expect.poll(() => program.output(), { timeout: 10_000 }).toContain('waiting for it');
    program.signal('SIGINT');
    expect(await program.ended).toBe(0);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
