import type { FastifyRequest } from 'fastify';
import type { House } from '../auth/context.ts';
import { findSession, type Session } from '../auth/session.ts';
import type { Config } from '../config/config.ts';
import { Refused } from '../trpc/errors.ts';
import type { RateLimits } from './rate-limits.ts';
import type { SessionCookie } from './session-cookie.ts';

/** What the routes share. */
export type Edge = {
  readonly config: Config;
  /** Null until the database is ready: the server listens before that, so that a busy port is known at once. */
  readonly house: () => House | null;
  readonly cookie: SessionCookie;
  readonly limits: RateLimits;
};

/** @throws Refused while the database is not ready. */
export function readyHouse(edge: Edge): House {
  const house = edge.house();
  if (house !== null) return house;
  throw new Refused({ code: 'unavailable', message: 'The server is starting. Try again in a moment.' });
}

/** The session of the request's cookie, or null. */
export async function sessionOf(edge: Edge, house: House, request: FastifyRequest): Promise<Session | null> {
  const token = edge.cookie.read(request);
  return token === null ? null : findSession(house.database, token, house.clock.now());
}
