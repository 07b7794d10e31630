import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDataFolder } from '../../config/data-folder.ts';
import { SetupError } from '../../config/setup-error.ts';
import { otherAccount, ownerOf, runAs, type Account } from './account.ts';

/** Where the files of the embedded database lie, and which account they belong to (null: our own). */
export type Place = {
  readonly account: Account | null;
  readonly base: string;
  readonly cluster: string;
  readonly socket: string;
};

const noteName = 'where-the-database-is.txt';
/** PostgreSQL and the kernel allow 107 bytes for the path of a socket. */
const longestSocketFolder = 107 - '/.s.PGSQL.5432'.length;

/**
 * Chooses the folder for the database: `<data folder>/postgres`, or, where the account that must run PostgreSQL cannot
 * get there, a folder under /var/lib, with a note in the data folder that says where.
 */
export function choosePlace(dataDir: string): Place {
  makeDataFolder(dataDir);
  const inside = join(dataDir, 'postgres');
  const note = join(dataDir, noteName);
  if (existsSync(note)) return placeAt(knownElsewhere(note));
  if (existsSync(join(inside, 'cluster'))) return placeAt(inside);
  const fresh = tryPlace(inside);
  if (fresh !== null) return fresh;
  // Made a moment ago, to try it.
  rmSync(inside, { recursive: true, force: true });
  return placeElsewhere(dataDir, note);
}

/** The first line of the note is the folder. */
function knownElsewhere(note: string): string {
  const base = (readFileSync(note, 'utf8').split('\n')[0] ?? '').trim();
  if (existsSync(base)) return base;
  throw new SetupError(
    `${note} says that the database is in ${base}, but there is nothing there. Put it back; or, to begin with an empty database, delete the note.`,
  );
}

function placeElsewhere(dataDir: string, note: string): Place {
  const name = `protected-time-${shortHash(dataDir)}`;
  for (const parent of ['/var/lib', '/var/tmp']) {
    const place = tryPlace(join(parent, name));
    if (place === null) continue;
    writeFileSync(
      note,
      `${place.base}\n\nPostgreSQL does not run as root, and the account that runs it cannot enter this folder.\nThe database is therefore in the folder named above. Delete both to begin again.\n`,
    );
    return place;
  }
  throw new SetupError(
    `The account that runs PostgreSQL can reach neither ${dataDir} nor /var/lib. Set DATA_DIR to a folder it can enter.`,
  );
}

function placeAt(base: string): Place {
  const place = tryPlace(base);
  if (place !== null) return place;
  throw new SetupError(
    `The database in ${base} belongs to an account that cannot enter that folder any more, or that is not yours. Start as before, or allow it to pass the folders above.`,
  );
}

/** Makes the folders and asks the account itself whether it can use them; null when it cannot. */
function tryPlace(base: string): Place | null {
  const cluster = join(base, 'cluster');
  try {
    const account = (existsSync(cluster) ? ownerOf(cluster) : null) ?? otherAccount();
    makeFolder(base, null, account === null ? 0o700 : 0o755);
    const run = join(base, 'run');
    makeFolder(run, account, 0o700);
    if (!reaches(account, run)) return null;
    return { account, base, cluster, socket: socketFolder(run, base, account) };
  } catch (error) {
    if (error instanceof SetupError) throw error;
    return null;
  }
}

function reaches(account: Account | null, folder: string): boolean {
  if (account === null) return isWritable(folder);
  return spawnSync('/bin/sh', ['-c', 'test -w "$0"', folder], runAs(account)).status === 0;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The socket lies beside the data, or in the temporary folder where that path would be too long. */
function socketFolder(run: string, base: string, account: Account | null): string {
  if (Buffer.byteLength(run) <= longestSocketFolder) return run;
  const short = join(tmpdir(), `protected-time-${shortHash(base)}`);
  makeFolder(short, account, 0o700);
  const made = lstatSync(short);
  const owner = account?.uid ?? process.getuid?.() ?? made.uid;
  const ours = made.isDirectory() && made.uid === owner && Buffer.byteLength(short) <= longestSocketFolder;
  if (ours) return short;
  throw new SetupError(
    `The path ${run} is too long for a socket (${longestSocketFolder} bytes), and ${short} cannot be used instead. Set DATA_DIR to a shorter path.`,
  );
}

/** Makes a folder with this owner and mode; one that is there already keeps its place and gets both. */
export function makeFolder(path: string, account: Account | null, mode: number): void {
  const isNew = mkdirSync(path, { recursive: true, mode }) !== undefined;
  if (account !== null && lstatSync(path).isDirectory()) chownSync(path, account.uid, account.gid);
  if (isNew) chmodSync(path, mode);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
