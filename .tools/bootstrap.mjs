// Runs before every command, on Node built-ins alone: installs what the lock file names when it is newer than the
// installation, and builds what is stale. Speaks on standard error only, so that commands keep standard output.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const wanted = new Set(process.argv.slice(2));

function say(text) {
  process.stderr.write(`${text}\n`);
}

function run(label, command, args) {
  const started = Date.now();
  say(`${label} …`);
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], env: process.env });
  if (result.status !== 0) {
    say(`${label}: failed. The lines above say why.`);
    process.exit(result.status ?? 1);
  }
  say(`${label}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function filesUnder(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

/** A digest of names, sizes and times: cheap, and it changes whenever a source file does. */
function digestOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.sort()) {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function whenStale(name, paths, build) {
  const stamp = join(root, 'dist', `.stamp-${name}`);
  const digest = digestOf(paths);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

function installIfNeeded() {
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  run('Installing the libraries', 'npm', [
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
}

const settings = ['package.json', 'tsconfig.base.json'];

function buildServer() {
  const sources = [...settings, ...['shared', 'migrations', 'server'].flatMap(filesUnder)];
  whenStale('server', sources, () =>
    run('Building the server', process.execPath, [
      'node_modules/typescript-7/bin/tsc',
      ...['-b', 'shared', 'migrations', 'server'],
    ]),
  );
}

function buildClient() {
  const sources = [...settings, '.tools/vite.config.ts', ...['shared', 'client'].flatMap(filesUnder)];
  whenStale('client', sources, () =>
    run('Building the pages', process.execPath, [
      'node_modules/vite/bin/vite.js',
      ...['build', '--config', '.tools/vite.config.ts', '--logLevel', 'warn'],
    ]),
  );
}

installIfNeeded();
if (wanted.has('server')) buildServer();
if (wanted.has('client')) buildClient();
