import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { newId } from '../../server/db/new-id.ts';
import { temporaryFolder } from './cluster.ts';
import { copyDatabase } from './copy-database.ts';
import { databaseUrl, type TestDatabases } from './database-url.ts';
import { dropDatabase } from './drop-database.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));

/** Long enough for a first start with both sample trusts on a busy machine. */
const startMs = 120_000;
const stopMs = 20_000;

export type StartedServer = { readonly baseUrl: string; readonly stop: () => Promise<void> };

/** The sample people, the day their trusts were cut, and limits that no test meets by accident. */
const environment = {
  APP_DATABASE_URL: '',
  SAMPLE_SIGN_IN: 'on',
  PORT: '0',
  HOST: '127.0.0.1',
  TODAY: '2026-11-20',
  LIMIT_CALLS_PER_MINUTE: '100000',
  LIMIT_WRITES_PER_MINUTE: '100000',
  LIMIT_SIGN_INS_PER_QUARTER_HOUR: '100000',
  LIMIT_IMPORTS_PER_HOUR: '100000',
};

/** A server with sample trusts of its own: those that were loaded once for the run, copied. */
export async function startServerOnCopy({
  ownerUrl,
  prefix,
  template,
}: TestDatabases): Promise<StartedServer> {
  const name = `${prefix}_${newId().replaceAll('-', '')}`;
  const folder = temporaryFolder('protected-time-own-server-');
  await copyDatabase(ownerUrl, template, name);
  const { baseUrl, stop } = await startServer(folder, databaseUrl(ownerUrl, name));
  return {
    baseUrl,
    stop: async () => {
      await stop();
      await dropDatabase(ownerUrl, name);
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/**
 * Starts the built program as a person would, with a data folder and a port of its own, and waits until it is ready.
 *
 * @param databaseUrl left out, it starts a database of its own in that folder.
 */
export async function startServer(dataDir: string, databaseUrl = ''): Promise<StartedServer> {
  if (!existsSync(program))
    throw new Error('The server is not built. Run the tests with npm test, which builds it.');
  const child = spawn(process.execPath, [program], {
    cwd: root,
    env: { ...process.env, ...environment, DATABASE_URL: databaseUrl, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const baseUrl = await addressOf(child);
  return { baseUrl, stop: () => stopped(child) };
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const giveUp = (why: string): void => {
      clearTimeout(timer);
      reject(new Error(`The server ${why}. It said:\n${said}`));
    };
    const timer = setTimeout(() => {
      child.kill('SIGTERM');
      giveUp(`was not ready in ${startMs / 1000} s`);
    }, startMs);
    const listen = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const ready = /ready at (http:\/\/\S+)/.exec(said);
      if (ready?.[1] === undefined) return;
      clearTimeout(timer);
      resolve(ready[1]);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('exit', (code) => giveUp(`ended with code ${code ?? 'none'} before it was ready`));
  });
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), stopMs);
    child.on('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
