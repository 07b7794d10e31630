import { spawn } from 'node:child_process';
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkoutRoot } from '../../server/config/paths.ts';
import { runAs } from '../../server/db/embedded/account.ts';
import { startPostgres } from '../../server/db/embedded/cluster.ts';
import { choosePlace } from '../../server/db/embedded/place.ts';
import { stopChild } from '../../server/db/embedded/stop-postgres.ts';
import { temporaryFolder } from '../support/cluster.ts';

/** Where Debian 12 puts its server; a trust may well run the product on it. */
const folder = '/usr/lib/postgresql/15';
const installed = existsSync(join(folder, 'bin', 'initdb'));

/** What rests on the server itself: policies, roles, chains, migrations. The rest is the same SQL from the same program. */
const laws = [
  'tests/integration/audit-',
  'tests/integration/auth-',
  'tests/integration/db-migrate',
  'tests/integration/db-with-trust',
  'tests/integration/trust-',
  'tests/security/tables',
  'tests/security/scope',
  'tests/security/limited',
];

function onDebian(): void {
  const dataDir = temporaryFolder('protected-time-debian-');
  const place = choosePlace(dataDir);
  let ownerUrl = '';
  let stop = () => Promise.resolve();

  beforeAll(async () => {
    await makeCluster();
    const child = await startPostgres(
      place,
      { folder, version: '15' },
      { fsync: 'off', max_connections: '200' },
    );
    stop = () => stopChild(child);
    await asSuperuser(`create role owner_of_tables login createrole createdb password 'owner'`);
    await asSuperuser('create database protected owner owner_of_tables');
    ownerUrl = urlOf('owner_of_tables', 'owner', 'protected');
  });

  afterAll(async () => {
    await stop();
    rmSync(place.base, { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('holds every law that the database of the product holds', async () => {
    const report = join(dataDir, 'report.json');
    const code = await run(
      [
        join(checkoutRoot, 'node_modules', 'vitest', 'vitest.mjs'),
        'run',
        '--config',
        '.tools/vitest.config.ts',
      ].concat(['--project', 'server', '--reporter', 'json', '--outputFile', report], laws),
    );
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      testResults: { assertionResults: { status: string; fullName: string; failureMessages: string[] }[] }[];
    };
    const failed = testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages[0] ?? ''}`);
    expect([failed, numFailedTests, code]).toEqual([[], 0, 0]);
    expect(numPassedTests).toBeGreaterThan(100);
  }, 300_000);

  test('is the server that was asked', async () => {
    const version = await asSuperuser('show server_version');
    expect(version).toMatch(/^15\./);
  });

  async function makeCluster(): Promise<void> {
    const passwordFile = join(place.base, 'password');
    writeFileSync(passwordFile, 'super', { mode: 0o600 });
    if (place.account !== null) {
      chownSync(passwordFile, place.account.uid, place.account.gid);
      chownSync(place.base, place.account.uid, place.account.gid);
    }
    await run(
      [
        '-D',
        place.cluster,
        '-U',
        'super',
        '--pwfile',
        passwordFile,
        '-A',
        'scram-sha-256',
        '-E',
        'UTF8',
        '--locale',
        'C.UTF-8',
        '-N',
      ],
      join(folder, 'bin', 'initdb'),
    );
  }

  function urlOf(role: string, password: string, database: string): string {
    return `postgresql://${role}:${password}@/${database}?host=${encodeURIComponent(place.socket)}&port=5432`;
  }

  async function asSuperuser(statement: string): Promise<string> {
    const client = new Client({ connectionString: urlOf('super', 'super', 'postgres') });
    await client.connect();
    const { rows } = await client.query<Record<string, string>>(statement);
    await client.end();
    return Object.values(rows[0] ?? {})[0] ?? '';
  }

  /** Node runs as ourselves and is told of the server; any other program runs as the database's account. */
  function run(args: readonly string[], program: string = process.execPath): Promise<number | null> {
    const asOurselves = program === process.execPath;
    const child = asOurselves
      ? spawn(program, args, {
          cwd: checkoutRoot,
          stdio: 'ignore',
          env: { ...process.env, TEST_DATABASE_URL: ownerUrl },
        })
      : spawn(program, args, { ...runAs(place.account), stdio: 'ignore' });
    return new Promise((resolve) => child.once('close', resolve));
  }
}

describe('PostgreSQL 15 as Debian ships it', () => {
  if (installed) return onDebian();
  test('is not installed on this machine: nothing is claimed about it', () => {
    process.stdout.write(`No ${folder}: the tests against Debian's PostgreSQL 15 were not run.\n`);
    expect(installed).toBe(false);
  });
  return undefined;
});
