import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify';
import type { TRPCRequestInfo } from '@trpc/server/http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { allRights } from '../../shared/access/rights.ts';
import type { RequestContext } from '../auth/context.ts';
import { appRouter, type AppRouter } from '../trpc/app-router.ts';
import { Refused, refusalOfTrpc, toTrpcError } from '../trpc/errors.ts';
import { readyHouse, sessionOf, type Edge } from './edge.ts';
import { tooMany } from './rate-limits.ts';

/** Calls that may travel in one request. */
const mostCallsTogether = 20;

/** `/api/trpc`. Queries may come by POST, so that what is asked for stays out of addresses and logs. */
export async function trpcRoutes(app: FastifyInstance, edge: Edge): Promise<void> {
  const options: FastifyTRPCPluginOptions<AppRouter> = {
    prefix: '/api/trpc',
    trpcOptions: {
      router: appRouter,
      allowMethodOverride: true,
      maxBatchSize: mostCallsTogether,
      createContext: ({ req, info }) => requestContext(edge, req, info),
      onError: ({ error, path, req }) => {
        const { code } = refusalOfTrpc(error);
        const procedures = known(path);
        if (code === 'internal-error')
          req.log.error({ err: error.cause ?? error, procedures }, 'call failed');
        if (code === 'not-allowed') req.log.warn({ code, procedures, event: 'refused' }, 'call refused');
      },
    },
  };
  await app.register(fastifyTRPCPlugin, options);
}

/** A path is logged only when it is one of ours: anything else is input. */
function known(path: string | undefined): string {
  return allRights.find((right) => right === path) ?? 'unknown';
}

async function requestContext(
  edge: Edge,
  request: FastifyRequest,
  info: TRPCRequestInfo,
): Promise<RequestContext> {
  try {
    if (!(await edge.limits.call(request))) throw tooMany('Too many requests. Wait a minute, then go on.');
    if (request.body !== '') await assertJson(info);
    const house = readyHouse(edge);
    const session = await sessionOf(edge, house, request);
    return { house, session, requestId: request.id, mayWriteNow: () => edge.limits.write(request) };
  } catch (error) {
    throw toTrpcError(error);
  }
}

/** tRPC reads the body where it is first needed, and takes broken JSON there for a fault of ours. A call without input has an empty one. */
async function assertJson(info: TRPCRequestInfo): Promise<void> {
  try {
    await Promise.all(info.calls.map((call) => call.getRawInput()));
  } catch {
    throw new Refused({ code: 'bad-input', message: 'The request is not JSON.' });
  }
}
