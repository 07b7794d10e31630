import { text } from 'node:stream/consumers';
import { answerByKinds, kindsAskedFor } from '../../shared/model-file/answer-by-kinds.ts';
import { loadKinds } from '../../shared/model-file/kind-loaders.ts';

/**
 * The open model file: one JSON document on standard input, one on standard output, and nothing else there. What has
 * to be said besides goes to standard error. Needs no database and no network.
 */

const usage = `npm run --silent model < request.json > answer.json
npm run --silent model -- --schema          the JSON Schema of a request
npm run --silent model -- --answer-schema   the JSON Schema of an answer
The format is described in docs/model-file.md.
`;

function print(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

async function answerInput(): Promise<void> {
  const given = await text(process.stdin);
  const { document, exitCode, notes } = answerByKinds(given, await loadKinds(kindsAskedFor(given)));
  for (const note of notes) process.stderr.write(`${note}\n`);
  print(document);
  process.exitCode = exitCode;
}

/** Loaded when asked for: they take every kind with them. */
function schemas() {
  return import('../../shared/model-file/json-schema.ts');
}

async function main(args: readonly string[]): Promise<void> {
  if (args.length === 0) return answerInput();
  if (args.join() === '--schema') return print((await schemas()).requestJsonSchema());
  if (args.join() === '--answer-schema') return print((await schemas()).answerJsonSchema());
  process.stderr.write(usage);
  process.exitCode = 2;
}

// A reader that stops early, such as `head`, is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

await main(process.argv.slice(2));
