/**
 * For integration tests: the real web server on a real PostgreSQL, and people who sign in to it.
 *
 *     const server = useServer();                        // at the top of a file: two empty trusts, A and B
 *     test('…', async () => {
 *       const maya = await server.signIn('workforce');   // a session of her own, in trust A
 *       const current = await maya.trpc.session.current.query();
 *       const answer = await maya.post('/api/imports', body, { 'content-type': 'text/csv' });
 *       const ctx = server.trusts.a.as('workforce');     // to call a use case directly
 *     });
 *
 * `useServer({ sample: true })` has the sample trusts instead (loaded once a run; `server.trusts` is then not there).
 * `useDatabase()` of `database.ts` is for tests that need no web server. Everything of a file is its own: its
 * database, its server, its port. `featureRoutes` stands in for the product's own HTTP routes.
 */
import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client';
import { rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Role } from '../../shared/access/roles.ts';
import type { House } from '../../server/auth/context.ts';
import { readConfig, type Config } from '../../server/config/config.ts';
import { featureJobs } from '../../server/feature-jobs.ts';
import { featureRoutes } from '../../server/feature-routes.ts';
import { buildApp } from '../../server/http/build-app.ts';
import type { FeatureRoutes } from '../../server/http/feature-routes.ts';
import { makeLogger } from '../../server/http/logging.ts';
import { startJobs } from '../../server/jobs/start-jobs.ts';
import { builtPages } from '../../server/config/paths.ts';
import { newId } from '../../server/db/new-id.ts';
import type { AppRouter } from '../../server/trpc/app-router.ts';
import { freshDatabase, type TestDatabase, type TestDatabaseOptions } from './database.ts';
import { laterOf } from './later.ts';
import { openTestTrusts, testClock, type TestTrust } from './trusts.ts';

export type TestServerOptions = TestDatabaseOptions & {
  /** Instead of those of `server/feature-routes.ts`. */
  readonly featureRoutes?: readonly FeatureRoutes[];
  /** Environment variables over those of tests. */
  readonly env?: Readonly<Record<string, string>>;
  /** Gets every log line. */
  readonly onLog?: (line: string) => void;
  /** Folder of pages to serve; the built ones otherwise. */
  readonly pages?: string;
};

export type TestServer = TestDatabase & {
  readonly url: string;
  readonly config: Config;
  /** Every HTTP route, as 'POST /api/sign-in'. */
  readonly routes: readonly string[];
  readonly trusts: { readonly a: TestTrust; readonly b: TestTrust };
  /** Signs a sample person in, by the same request a browser makes. */
  readonly signIn: (role: Role) => Promise<Person>;
  /** Somebody without a session. */
  readonly stranger: Person;
};

/** A person with a session (or none) and the ways to ask the server. */
export type Person = {
  /** The Cookie header; empty for a stranger. */
  readonly cookie: string;
  readonly trpc: TRPCClient<AppRouter>;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  /** JSON unless a content type is given. */
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>;
};

/** Limits high enough that no test meets them by accident. */
const testEnvironment = {
  PORT: '0',
  TODAY: '2026-11-20',
  SAMPLE_SIGN_IN: 'on',
  LOG_LEVEL: 'silent',
  LIMIT_CALLS_PER_MINUTE: '100000',
  LIMIT_WRITES_PER_MINUTE: '100000',
  LIMIT_SIGN_INS_PER_QUARTER_HOUR: '100000',
  LIMIT_IMPORTS_PER_HOUR: '100000',
};

export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  const own = await freshDatabase(options);
  const trusts = options.sample === true ? undefined : await openTestTrusts(own.database);
  const served = await serve(() => ({ database: own.database, clock: testClock }), options);
  return {
    ...own,
    ...served,
    get trusts() {
      if (trusts === undefined) throw new Error('a server with the sample trusts has no trusts A and B');
      return trusts;
    },
    signIn: (role) => signIn(served.url, role),
    stranger: personWith(served.url, ''),
    close: async () => {
      await served.close();
      await own.close();
    },
  };
}

export type Served = Pick<TestServer, 'url' | 'config' | 'routes' | 'close'>;

/** The web server alone, on a free port, for a database that the test looks after (null: not ready). */
export async function serve(house: () => House | null, options: TestServerOptions = {}): Promise<Served> {
  const dataDir = join(tmpdir(), `protected-time-data-${newId()}`);
  const config = readConfig({ ...testEnvironment, DATA_DIR: dataDir, ...options.env });
  const app = await buildApp({
    config,
    house,
    log: makeLogger(config.logLevel, options.onLog),
    pages: options.pages ?? builtPages,
    featureRoutes: options.featureRoutes ?? featureRoutes(config),
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const held = house();
  const jobs =
    held === null
      ? null
      : startJobs(held, featureJobs, (error) => app.log.error({ err: error }, 'a job failed'));
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    config,
    routes: routesOf(app.printRoutes({ commonPrefix: false })),
    close: async () => {
      app.server.closeAllConnections();
      await app.close();
      await jobs?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Fastify prints a tree of paths, each with its methods in brackets. */
function routesOf(printed: string): string[] {
  const path: string[] = [];
  return printed.split('\n').flatMap((line) => {
    const found = /^([│ ]*)[├└]── (\S*)(?: \(([^)]*)\))?/.exec(line);
    if (found === null) return [];
    const [, indent = '', part = '', methods = ''] = found;
    path.splice(indent.length / 4, path.length, part);
    return methods.split(', ').flatMap((method) => (method === '' ? [] : [`${method} ${path.join('')}`]));
  });
}

/** `testServer` for a whole file: call it at the top of a file or `describe`, read its parts inside tests. */
export function useServer(options: TestServerOptions = {}): TestServer {
  let made: TestServer | undefined;
  beforeAll(async () => {
    made = await testServer(options);
  });
  afterAll(() => made?.close());
  return laterOf(() => made);
}

export async function signIn(url: string, role: Role): Promise<Person> {
  const answer = await personWith(url, '').post('/api/sign-in', { as: role });
  if (answer.status !== 200)
    throw new Error(`signing in as ${role}: ${answer.status} ${await answer.text()}`);
  return personWith(url, cookieOf(answer));
}

/** The Cookie header that a browser would send after this answer. */
export function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
}

export function personWith(url: string, cookie: string): Person {
  const own = { origin: url, ...(cookie === '' ? {} : { cookie }) };
  const send = (path: string, method: string, headers: Record<string, string>, body?: BodyInit) =>
    fetch(url + path, {
      method,
      headers: { ...own, ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
  return {
    cookie,
    trpc: createTRPCClient<AppRouter>({
      links: [httpLink({ url: `${url}/api/trpc`, methodOverride: 'POST', headers: own })],
    }),
    get: (path, headers = {}) => send(path, 'GET', headers),
    post: (path, body, headers = {}) => {
      const type = headers['content-type'] ?? 'application/json';
      const sent = type === 'application/json' ? JSON.stringify(body) : (body as BodyInit);
      return send(path, 'POST', { 'content-type': type, ...headers }, sent);
    },
  };
}
