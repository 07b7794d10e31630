import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { hashOfToken } from '../auth/session.ts';
import type { Config } from '../config/config.ts';
import { Refused } from '../trpc/errors.ts';
import type { SessionCookie } from './session-cookie.ts';

/** Counts a request against a limit; says whether it is still within. */
export type Take = (request: FastifyRequest) => Promise<boolean>;

export type RateLimits = {
  readonly call: Take;
  readonly write: Take;
  readonly upload: Take;
  /** Whether this address may try to sign in; a try that fails is then counted. */
  readonly mayTrySignIn: Take;
  readonly countFailedSignIn: Take;
};

const minute = 60_000;

/**
 * Limits kept in memory by this process. Signed-in callers are counted by session, so that colleagues behind one
 * address do not hinder each other; others by address, IPv6 by its /64.
 */
export async function makeRateLimits(
  app: FastifyInstance,
  config: Pick<Config, 'rateLimits'>,
  cookie: SessionCookie,
): Promise<RateLimits> {
  await app.register(rateLimit, { global: false });
  const { callsPerMinute, writesPerMinute, signInsPerQuarterHour, importsPerHour } = config.rateLimits;
  const bySession = (request: FastifyRequest) => {
    const token = cookie.read(request);
    return token === null ? `address ${addressBlock(request.ip)}` : `session ${hashOfToken(token)}`;
  };
  const counter = (max: number, timeWindow: number, keyGenerator?: (request: FastifyRequest) => string) =>
    app.createRateLimit({ max, timeWindow, ...(keyGenerator === undefined ? {} : { keyGenerator }) });
  const calls = counter(callsPerMinute, minute, bySession);
  const writes = counter(writesPerMinute, minute, bySession);
  const uploads = counter(importsPerHour, 60 * minute, bySession);
  const failedSignIns = counter(signInsPerQuarterHour, 15 * minute);
  const within = (limit: Awaited<ReturnType<typeof calls>>) => limit.isAllowed || !limit.isExceeded;
  return {
    call: async (request) => within(await calls(request)),
    write: async (request) => within(await writes(request)),
    upload: async (request) => within(await uploads(request)),
    mayTrySignIn: async (request) => {
      const limit = await failedSignIns(request, { increment: false });
      return limit.isAllowed || limit.remaining > 0;
    },
    countFailedSignIn: async (request) => within(await failedSignIns(request)),
  };
}

/** The first four groups of an IPv6 address: one household or one machine, however many addresses it has. */
export function addressBlock(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail = ''] = address.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === '' ? [] : tail.split(':');
  const groups = [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

export function tooMany(words: string): Refused {
  return new Refused({ code: 'too-many-requests', message: words });
}
