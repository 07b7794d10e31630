import { closeSync, openSync, readSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parsePlainDate } from '../../shared/calendar/plain-date.ts';
import { checkAnswer } from '../../shared/imports/check-answer.ts';
import { importKinds, isImportKind } from '../../shared/imports/kind.ts';
import { limits } from '../../shared/imports/limits.ts';
import { makeClock } from '../config/clock.ts';
import { checkUpload } from '../imports/check-file.ts';

const usage = `Usage: npm run --silent import:check -- ${importKinds.join('|')} FILE [--today YYYY-MM-DD]`;

/** Something about the command itself: said on standard error, with exit code 2 and nothing on standard output. */
class UsageError extends Error {}

/** The beginning of a file: one byte more than is allowed is enough to refuse it. */
function readStart(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(limits.bytes + 1);
    let length = 0;
    for (;;) {
      const read = readSync(file, buffer, length, buffer.length - length, null);
      length += read;
      if (read === 0 || length === buffer.length) return buffer.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

async function check(args: readonly string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { today: { type: 'string' } },
  });
  const [kind, path, ...rest] = positionals;
  if (kind === undefined || path === undefined || rest.length > 0 || !isImportKind(kind))
    throw new UsageError(usage);
  const given = values.today === undefined ? null : parsePlainDate(values.today);
  if (values.today !== undefined && given === null)
    throw new UsageError(`--today must be a day such as 2026-11-20.\n${usage}`);
  return JSON.stringify(checkAnswer(await checkUpload(kind, readStart(path), makeClock(given).today())));
}

try {
  process.stdout.write(`${await check(process.argv.slice(2))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
