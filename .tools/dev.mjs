// One command for a day of work: compiles what changes, restarts the server when it did, serves the pages from source.
// The pages are at http://127.0.0.1:5173 and ask the server at http://127.0.0.1:8080.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const programs = [
  [
    'node_modules/typescript-7/bin/tsc',
    '-b',
    'shared',
    'migrations',
    'server',
    '--watch',
    '--preserveWatchOutput',
  ],
  ['--watch', '--watch-preserve-output', 'dist/server/main.js'],
  ['node_modules/vite/bin/vite.js', '--config', '.tools/vite.config.ts', '--clearScreen', 'false'],
];

// In process groups of their own: Ctrl-C comes to us, and we stop each once.
const children = programs.map((args) =>
  spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], detached: true }),
);
const ended = children.map((child) => new Promise((resolve) => child.once('exit', resolve)));
let stopping = false;

async function stop() {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill('SIGTERM');
  await Promise.all(ended);
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
for (const one of ended) one.then(stop);
