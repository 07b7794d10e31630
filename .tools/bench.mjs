// The bench of the model: builds tests/bench for Node, runs it and prints a table, or with --json one JSON array and
// nothing else on standard output.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'dist', 'bench');

await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: true,
    outDir: folder,
    emptyOutDir: true,
    minify: false,
    target: 'node20',
    rollupOptions: {
      input: {
        bench: join(root, 'tests/bench/all-rows.ts'),
        cold: join(root, 'tests/bench/cold-forecast.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].mjs' },
    },
  },
});

const { allRows } = await import(pathToFileURL(join(folder, 'bench.mjs')).href);
const rows = await allRows(
  pathToFileURL(join(folder, 'cold.mjs')),
  join(root, 'dist', 'server', 'cli', 'model.js'),
);

if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify(rows)}\n`);
} else {
  for (const { name, median_ms: ms, baseline, baseline_ms: baselineMs, ratio } of rows) {
    const against = baseline === null ? '' : `${baselineMs} ms by ${baseline}: ${ratio} times`;
    process.stdout.write(`${name.padEnd(36)} ${String(ms).padStart(10)} ms  ${against}\n`);
  }
}
