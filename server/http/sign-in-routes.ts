import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { samplePeople } from '../auth/sample-people.ts';
import { signIn } from '../auth/sign-in.ts';
import { signOut } from '../auth/sign-out.ts';
import { Refused } from '../trpc/errors.ts';
import { readyHouse, sessionOf, type Edge } from './edge.ts';
import { tooMany } from './rate-limits.ts';

const signInBody = z.strictObject({ as: z.string().min(1).max(60) });

/** `GET /api/sign-in/options`, `POST /api/sign-in` with `{ as }`, `POST /api/sign-out`. */
export function signInRoutes(app: FastifyInstance, edge: Edge): void {
  const people = edge.config.sampleSignIn ? samplePeople : [];

  app.get('/api/sign-in/options', () => ({
    sampleSignIn: edge.config.sampleSignIn,
    people: people.map(({ key, label }) => ({ key, label })),
  }));

  app.post('/api/sign-in', async (request, reply) => {
    const house = readyHouse(edge);
    if (!(await edge.limits.mayTrySignIn(request))) {
      throw tooMany('Too many tries to sign in. Wait a quarter of an hour, then try again.');
    }
    const { as } = signInBody.parse(request.body);
    const person = people.find(({ key }) => key === as);
    const oldToken = edge.cookie.read(request);
    const started = await signIn(house, {
      signInKey: person?.signInKey ?? '',
      oldToken,
      requestId: request.id,
    });
    if (!started.ok) {
      await edge.limits.countFailedSignIn(request);
      throw new Refused(started.error);
    }
    edge.cookie.set(reply, started.value);
    return { signedIn: true };
  });

  app.post('/api/sign-out', async (request, reply) => {
    const house = readyHouse(edge);
    const session = await sessionOf(edge, house, request);
    if (session !== null) await signOut(house, session, request.id);
    edge.cookie.clear(reply);
    return { signedIn: false };
  });
}
