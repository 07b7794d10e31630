import { pino, type Logger } from 'pino';
import { codeOf } from '../db/database-faults.ts';
import type { Config } from '../config/config.ts';

/** What a log line may hold. Anything else is dropped: no input, no names, no addresses with their query. */
const allowed = new Set(['method', 'route', 'status', 'ms', 'procedures', 'code', 'right', 'err', 'event']);

/** Where log lines go: standard error, since standard output carries the progress lines of the start. */
export function makeLogger(level: Config['logLevel'], write?: (line: string) => void): Logger {
  const destination = write === undefined ? process.stderr : { write };
  return pino(
    {
      level,
      base: null,
      formatters: {
        level: (label) => ({ level: label }),
        bindings: ({ reqId }) => (typeof reqId === 'string' ? { reqId } : {}),
        log: (line) => Object.fromEntries(Object.entries(line).filter(([key]) => allowed.has(key))),
      },
      serializers: { err: describeError },
    },
    destination,
  );
}

/**
 * An error without its words, which may quote input (PostgreSQL repeats the value it could not read): its kind, its
 * code and where in the program it arose.
 */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = codeOf(error);
  return {
    kind: error.name,
    ...(code === '' ? {} : { code }),
    ...('constraint' in error && typeof error.constraint === 'string'
      ? { constraint: error.constraint }
      : {}),
    at: frames.slice(0, 6).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
