import cookies from '@fastify/cookie';
import { fastify, LogController, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { House } from '../auth/context.ts';
import type { Config } from '../config/config.ts';
import { newId } from '../db/new-id.ts';
import type { Edge } from './edge.ts';
import { answerErrors } from './error-answers.ts';
import { makeDoor, type FeatureRoutes } from './feature-routes.ts';
import { addSecurityHeaders, checkHost, refuseForgery } from './guards.ts';
import { healthRoutes } from './health-routes.ts';
import { servePages } from './pages.ts';
import { makeRateLimits } from './rate-limits.ts';
import { sessionCookie } from './session-cookie.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { trpcRoutes } from './trpc-routes.ts';

export type AppOptions = {
  readonly config: Config;
  readonly house: () => House | null;
  readonly log: Logger;
  /** Folder of the built pages. */
  readonly pages: string;
  readonly featureRoutes: readonly FeatureRoutes[];
};

const second = 1_000;

/** The whole web server, not yet listening. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { config, house } = options;
  const app = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newId,
    bodyLimit: 1024 * 1024,
    keepAliveTimeout: 65 * second,
    requestTimeout: 120 * second,
    http: { headersTimeout: 15 * second, connectionsCheckingInterval: 5 * second, maxHeaderSize: 16 * 1024 },
    // A batch names its procedures in the path: long ones must reach the check that refuses them.
    routerOptions: { maxParamLength: 16 * 1024 },
  }) as unknown as FastifyInstance;
  app.server.maxConnections = 1_000;

  answerErrors(app);
  addSecurityHeaders(app, config);
  checkHost(app, config);
  refuseForgery(app, config);
  logRequests(app);
  await app.register(cookies);

  const cookie = sessionCookie(config);
  const edge: Edge = { config, house, cookie, limits: await makeRateLimits(app, config, cookie) };
  healthRoutes(app, edge);
  signInRoutes(app, edge);
  await trpcRoutes(app, edge);
  const door = makeDoor(edge);
  for (const routes of options.featureRoutes) {
    await app.register((scope, _options, done) => {
      routes(scope, door);
      done();
    });
  }
  await servePages(app, options.pages);
  return app;
}

/** One line an answer: the route, never the address, which may hold what somebody looked for. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
    return Promise.resolve();
  });
}
