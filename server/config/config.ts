import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { asPlainDate, isPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { checkoutRoot } from './paths.ts';
import { SetupError } from './setup-error.ts';

/** How often something may be asked for, before the answer is "too often". */
export type RateLimits = {
  /** Calls of the programming interface, per session and minute. */
  readonly callsPerMinute: number;
  /** Changes, per session and minute. */
  readonly writesPerMinute: number;
  /** Tries to sign in, per address and quarter of an hour. */
  readonly signInsPerQuarterHour: number;
  /** Uploaded files, per session and hour. */
  readonly importsPerHour: number;
};

export type Config = {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** The owner's address; null: the database that comes with the product. */
  readonly databaseUrl: string | null;
  readonly appDatabaseUrl: string | null;
  readonly sampleSignIn: boolean;
  readonly today: PlainDate | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** The address people type, without a slash at the end; null: the one the server listens on. */
  readonly publicUrl: string | null;
  readonly rateLimits: RateLimits;
};

const count = (fallback: number) => z.coerce.number().int().min(1).max(1_000_000).default(fallback);
const address = z.string().regex(/^postgres(ql)?:\/\//, 'must begin postgresql://');

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number('must be a number').int().min(0).max(65_535).default(8080),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: address.optional(),
  APP_DATABASE_URL: address.optional(),
  SAMPLE_SIGN_IN: z.enum(['on', 'off'], 'must be on or off').optional(),
  TODAY: z
    .string()
    .refine((text) => isPlainDate(text), 'must be a day such as 2026-11-20')
    .transform(asPlainDate)
    .optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://planning.trust.nhs.uk' })
    .optional(),
  NODE_ENV: z.string().optional(),
  LIMIT_CALLS_PER_MINUTE: count(300),
  LIMIT_WRITES_PER_MINUTE: count(60),
  LIMIT_SIGN_INS_PER_QUARTER_HOUR: count(10),
  LIMIT_IMPORTS_PER_HOUR: count(10),
});

type Environment = z.infer<typeof environment>;

/**
 * Reads the environment once; nothing else in the server looks at it.
 *
 * @throws SetupError naming every variable that is wrong and what it should be.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new SetupError(`The configuration cannot be used:\n${faults.join('\n')}`);
  }
  return configOf(parsed.data);
}

function configOf(env: Environment): Config {
  if (env.APP_DATABASE_URL !== undefined && env.DATABASE_URL === undefined) {
    throw new SetupError(
      'APP_DATABASE_URL needs DATABASE_URL beside it: the address of the owner of the tables.',
    );
  }
  return {
    host: env.HOST,
    port: env.PORT,
    dataDir: isAbsolute(env.DATA_DIR) ? env.DATA_DIR : join(checkoutRoot, env.DATA_DIR),
    databaseUrl: env.DATABASE_URL ?? null,
    appDatabaseUrl: env.APP_DATABASE_URL ?? null,
    sampleSignIn: sampleSignInOf(env),
    today: env.TODAY ?? null,
    logLevel: env.LOG_LEVEL,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    rateLimits: {
      callsPerMinute: env.LIMIT_CALLS_PER_MINUTE,
      writesPerMinute: env.LIMIT_WRITES_PER_MINUTE,
      signInsPerQuarterHour: env.LIMIT_SIGN_INS_PER_QUARTER_HOUR,
      importsPerHour: env.LIMIT_IMPORTS_PER_HOUR,
    },
  };
}

/**
 * Signing in as a sample person needs no password. It is on by itself only where nobody else can reach the server and
 * the database is the product's own; elsewhere it must be asked for, and for a production database it is refused.
 */
function sampleSignInOf(env: Environment): boolean {
  const asked = env.SAMPLE_SIGN_IN;
  if (asked === 'on' && env.DATABASE_URL !== undefined && env.NODE_ENV === 'production') {
    throw new SetupError(
      'SAMPLE_SIGN_IN=on is refused with a DATABASE_URL under NODE_ENV=production: it lets anybody in without a password.',
    );
  }
  if (asked !== undefined) return asked === 'on';
  return env.DATABASE_URL === undefined && isLoopback(env.HOST);
}

/** Whether a host name means this machine alone. */
export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host === '::1' ||
    host === '[::1]' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
  );
}
