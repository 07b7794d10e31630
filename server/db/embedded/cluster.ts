import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SetupError } from '../../config/setup-error.ts';
import { runAs } from './account.ts';
import type { Binaries } from './binaries.ts';
import { makeFolder, type Place } from './place.ts';

/** Name of the owner's role and of the database. */
const owner = 'protected_time';
const superuser = 'protected_time_superuser';

type Secret = { readonly superuser: string; readonly owner: string };

/**
 * Makes the cluster where there is none: data checksums, one collation on every machine, passwords by SCRAM, an owner
 * role that is no superuser (superusers skip row-level security) and its database. It is made aside and renamed when
 * it is whole, so that a start that is killed leaves nothing half made.
 */
export async function ensureCluster(place: Place, binaries: Binaries): Promise<void> {
  if (existsSync(place.cluster)) return;
  const unfinished = `${place.cluster}.unfinished`;
  const passwordFile = join(place.base, 'password.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  makeFolder(unfinished, place.account, 0o700);
  const secret = makeSecret(place);
  try {
    writeFileSync(passwordFile, secret.superuser, { mode: 0o600 });
    if (place.account !== null) chownSync(passwordFile, place.account.uid, place.account.gid);
    await runTool(place, binaries, 'initdb', [
      ...[
        '--pgdata',
        unfinished,
        '--username',
        superuser,
        '--pwfile',
        passwordFile,
        '--auth',
        'scram-sha-256',
      ],
      ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
      ...['--data-checksums', '--no-instructions'],
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  // A server on its own, without a socket: one statement a line.
  await runTool(
    place,
    binaries,
    'postgres',
    ['--single', '-D', unfinished, '-c', 'exit_on_error=on', 'postgres'],
    `create role ${owner} login createrole createdb nosuperuser nobypassrls password '${secret.owner}'\ncreate database ${owner} owner ${owner}\n`,
  );
  renameSync(unfinished, place.cluster);
}

/** In a process group of its own, so that Ctrl-C does not cut it short. */
async function runTool(
  place: Place,
  binaries: Binaries,
  tool: string,
  args: readonly string[],
  input = '',
): Promise<void> {
  const child = spawn(join(binaries.folder, 'bin', tool), args, { ...runAs(place.account), detached: true });
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
  child.stdout.resume();
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      words += error.message;
      resolve(null);
    });
    child.once('close', resolve);
  });
  if (code === 0) return;
  throw new SetupError(
    `The database could not be made in ${place.base}:\n${words.trim().split('\n').slice(-3).join('\n')}`,
  );
}

function secretFile(place: Place): string {
  return join(place.base, 'secret.json');
}

function makeSecret(place: Place): Secret {
  const secret = { superuser: randomBytes(32).toString('hex'), owner: randomBytes(32).toString('hex') };
  writeFileSync(secretFile(place), JSON.stringify(secret), { mode: 0o600 });
  return secret;
}

/** The address of the owner's role. */
export function ownerUrl(place: Place): string {
  if (!existsSync(secretFile(place))) {
    throw new SetupError(
      `${secretFile(place)} is missing: without it nobody can sign in to the database. Put it back.`,
    );
  }
  const secret = JSON.parse(readFileSync(secretFile(place), 'utf8')) as Secret;
  return `postgresql://${owner}:${secret.owner}@/${owner}?host=${encodeURIComponent(place.socket)}&port=5432`;
}

/**
 * Starts PostgreSQL on a private socket (no port can clash) and waits until it takes connections.
 *
 * It gets a process group of its own: Ctrl-C reaches the server first, which finishes its requests and then stops it.
 * Statements and values stay out of its log.
 */
export async function startPostgres(
  place: Place,
  binaries: Binaries,
  settings: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const all = {
    listen_addresses: '',
    unix_socket_directories: place.socket,
    unix_socket_permissions: '0700',
    port: '5432',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
    ...settings,
  };
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const logFile = join(place.base, 'postgres.log');
  // Removed first: it may be another account's, of a start as root.
  rmSync(logFile, { force: true });
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(join(binaries.folder, 'bin', 'postgres'), ['-D', place.cluster, ...args], {
    ...runAs(place.account),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  await untilReady(child, place, logFile);
  return child;
}

async function untilReady(child: ChildProcess, place: Place, logFile: string): Promise<void> {
  let failure: Error | null = null;
  child.once('error', (error) => (failure = error));
  const deadline = Date.now() + 60_000;
  while (!saysReady(child, place)) {
    if (failure === null && child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
      await pause(10);
      continue;
    }
    child.kill('SIGQUIT');
    const why = readFileSync(logFile, 'utf8').trim().split('\n').slice(-5).join('\n');
    throw new SetupError(`The database in ${place.base} did not start:\n${why}`);
  }
}

/** PostgreSQL writes its number in the first line of postmaster.pid and its state in the eighth. */
function saysReady(child: ChildProcess, place: Place): boolean {
  try {
    const lines = readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}
