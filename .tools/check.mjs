// Types, lint, import rules and format, in that order; all are run, so that one report names every fault.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const rooms = ['shared', 'migrations', 'server', 'client', 'tests'];

const steps = [
  ['types', ['node_modules/typescript-7/bin/tsc', '-b', ...rooms]],
  [
    'lint',
    [
      'node_modules/eslint/bin/eslint.js',
      '--config',
      '.tools/eslint.config.js',
      '--max-warnings',
      '0',
      ...rooms,
    ],
  ],
  [
    'import rules',
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.tools/dependency-cruiser.cjs',
      ...rooms,
    ],
  ],
  [
    'format',
    [
      'node_modules/prettier/bin/prettier.cjs',
      '--config',
      '.tools/prettier.json',
      '--check',
      '--cache',
      '--log-level',
      'warn',
      ...rooms,
      '.tools',
      'README.md',
    ],
  ],
];

const failed = steps.filter(([name, args]) => {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${name}: ${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)\n`);
  return status !== 0;
});
process.exit(failed.length === 0 ? 0 : 1);
