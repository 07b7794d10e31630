import { describe, expect, test } from 'vitest';
import { allRights, can } from '../../shared/access/rights.ts';
import { roles } from '../../shared/access/roles.ts';
import { appRouter } from '../../server/trpc/app-router.ts';
import { useServer, type Person } from '../support/server.ts';

type Walked = { readonly path: string; readonly type: string; readonly right: string | undefined };

/** Every procedure, read from the router itself. */
const procedures: readonly Walked[] = Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
  const { type, meta } = (procedure as unknown as { _def: { type: string; meta?: { right: string } } })._def;
  return { path, type, right: meta?.right };
});

const server = useServer();

async function statusOf(person: Person, path: string): Promise<number> {
  return (await person.post(`/api/trpc/${path}`, null)).status;
}

describe('the table of rights and the router are one list', () => {
  test('there are procedures to walk', () => {
    expect(procedures.length).toBeGreaterThan(4);
  });

  test.each(procedures)('$path asks for the right of its own name', ({ path, right }) => {
    expect(right).toBe(path);
  });

  test('every right names a procedure of a feature that is there, or an HTTP route', () => {
    const features = new Set(procedures.map(({ path }) => path.split('.')[0]));
    const paths = new Set(procedures.map(({ path }) => path));
    const withoutProcedure = allRights.filter(
      (right) => !right.startsWith('http:') && features.has(right.split('.')[0]) && !paths.has(right),
    );
    expect(withoutProcedure).toEqual([]);
  });
});

describe('nobody gets in without a session', () => {
  test.each(procedures)('$path without a cookie is 401', async ({ path }) => {
    expect(await statusOf(server.stranger, path)).toBe(401);
  });

  test.each(procedures)('$path with a made-up cookie is 401', async ({ path }) => {
    const answer = await server.stranger.post(`/api/trpc/${path}`, null, { cookie: `sid=${'A'.repeat(43)}` });
    expect(answer.status).toBe(401);
  });

  /** What anybody may ask for: the pages, how to sign in, and whether the server lives. */
  const open = ['/', '/*', '/livez', '/readyz', '/api/sign-in/options', '/api/sign-in', '/api/sign-out'];

  test('every HTTP route outside the open list answers a stranger with 401', async () => {
    const paths = [...new Set(server.routes.map((route) => route.split(' ')[1] ?? ''))];
    expect(paths).toEqual(expect.arrayContaining(['/api/sign-in', '/livez']));
    const others = server.routes.filter((route) => !open.includes(route.split(' ')[1] ?? ''));
    const api = others.filter((route) => !route.includes('/api/trpc/') && !route.startsWith('OPTIONS'));
    for (const route of api) {
      const [method = 'GET', path = ''] = route.split(' ');
      if (method === 'HEAD') continue;
      const at = path.replace(/:\w+/g, 'x');
      const answer = method === 'GET' ? await server.stranger.get(at) : await server.stranger.post(at, {});
      expect([route, answer.status]).toEqual([route, 401]);
    }
  });
});

describe.each(roles)('the role %s', (role) => {
  test.each(procedures)('$path answers as the table says', async ({ path, right }) => {
    const person = await server.signIn(role);
    const status = await statusOf(person, path);
    if (can(role, right as (typeof allRights)[number])) expect([401, 403]).not.toContain(status);
    else expect(status).toBe(403);
  });
});
