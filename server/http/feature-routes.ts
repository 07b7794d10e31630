import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Right } from '../../shared/access/rights.ts';
import { authorise } from '../auth/authorise.ts';
import type { TrustContext } from '../db/with-trust.ts';
import { Refused } from '../trpc/errors.ts';
import { readyHouse, sessionOf, type Edge } from './edge.ts';
import { tooMany } from './rate-limits.ts';

/** The door of a feature's own HTTP routes (uploads, downloads). */
export type Door = {
  /**
   * Who asks, in which trust; counts the call, and an upload also against its own limit.
   *
   * @throws Refused when not signed in, not allowed, or too often; the error handler answers it.
   */
  readonly authorise: (
    request: FastifyRequest,
    right: Extract<Right, `http:${string}`>,
  ) => Promise<TrustContext>;
};

/**
 * A feature's routes. They get an app of their own, so that a content type parser they add is theirs alone. A route
 * that takes a file has `config: { takesFile: true }`, with `keepsNothing: true` when it only looks at it.
 */
export type FeatureRoutes = (app: FastifyInstance, door: Door) => void;

export function makeDoor(edge: Edge): Door {
  return {
    authorise: async (request, right) => {
      if (!(await edge.limits.call(request))) throw tooMany('Too many requests. Wait a minute, then go on.');
      const house = readyHouse(edge);
      const admitted = authorise(house, await sessionOf(edge, house, request), request.id, right);
      if (!admitted.ok) throw new Refused(admitted.error);
      const { takesFile, keepsNothing } = request.routeOptions.config;
      const isUpload = takesFile === true && keepsNothing !== true;
      if (isUpload && !(await edge.limits.upload(request))) {
        throw tooMany('Too many files in a short time. Wait an hour, then go on.');
      }
      return admitted.value.trust;
    },
  };
}
