import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config/config.ts';
import { buildApp } from '../../server/http/build-app.ts';
import type { FeatureRoutes } from '../../server/http/feature-routes.ts';
import { listen, stopListening } from '../../server/http/listen.ts';
import { describeError, makeLogger } from '../../server/http/logging.ts';
import { addressBlock } from '../../server/http/rate-limits.ts';
import { useServer } from '../support/server.ts';

const lines: string[] = [];

/** A feature with a route of its own, as an upload or a download is. */
const probe: FeatureRoutes = (app, door) => {
  app.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.post('/api/probe', { config: { takesFile: true } }, async (request) => {
    const ctx = await door.authorise(request, 'http:imports.upload');
    return { trustId: ctx.trustId, role: ctx.role, body: request.body };
  });
  app.get('/api/probe/template', async (request) => ({
    role: (await door.authorise(request, 'http:imports.template')).role,
  }));
  app.get('/api/probe/broken', () => {
    throw new Error('a secret: 4711');
  });
};

const server = useServer({
  featureRoutes: [probe],
  env: { LOG_LEVEL: 'info', LIMIT_IMPORTS_PER_HOUR: '3' },
  onLog: (line) => lines.push(line),
});

describe('a feature’s own route', () => {
  test('learns from the session who asks, in which trust', async () => {
    const maya = await server.signIn('workforce');
    const answer = await maya.post('/api/probe', 'a,b\n1,2\n', { 'content-type': 'text/csv' });
    expect(await answer.json()).toEqual({
      trustId: server.trusts.a.id,
      role: 'workforce',
      body: 'a,b\n1,2\n',
    });
  });

  test('is closed to strangers and to roles without the right', async () => {
    const csv = { 'content-type': 'text/csv' };
    const rhea = await server.signIn('research');
    expect((await server.stranger.post('/api/probe', 'x', csv)).status).toBe(401);
    expect((await rhea.post('/api/probe', 'x', csv)).status).toBe(403);
    expect((await rhea.get('/api/probe/template')).status).toBe(200);
  });

  test('takes a file from our own pages alone', async () => {
    const maya = await server.signIn('workforce');
    const forged = { 'content-type': 'text/csv', origin: 'http://evil.example' };
    expect((await maya.post('/api/probe', 'x', forged)).status).toBe(403);
  });

  test('takes so many files an hour and no more', async () => {
    const maya = await server.signIn('workforce');
    const statuses: number[] = [];
    for (let file = 0; file < 4; file += 1) {
      statuses.push((await maya.post('/api/probe', 'x', { 'content-type': 'text/csv' })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429]);
  });
});

describe('a fault', () => {
  test('is answered with a reference that is in the log, and without what it said', async () => {
    const answer = await server.stranger.get('/api/probe/broken');
    const text = await answer.text();
    const reference = /Reference ([0-9a-f-]{36})/.exec(text)?.[1] ?? 'none';
    expect(answer.status).toBe(500);
    expect(text).not.toMatch(/secret|4711|at /);
    const logged = lines.filter((line) => line.includes(reference)).join('\n');
    expect(logged).toContain('"kind":"Error"');
    expect(logged).not.toMatch(/secret|4711/);
  });
});

describe('the log', () => {
  test('holds no input, no address with its query, no name, no cookie', async () => {
    const admin = await server.signIn('administrator');
    const canary = 'canary-91c4';
    await admin.get(`/release/${canary}?name=${canary}`);
    await admin.get(`/api/${canary}?${canary}`);
    await admin.get(`/api/trpc/${canary}?input=${canary}`);
    await admin.post('/api/trpc/trust.replaceWithOurData', { confirmation: canary });
    await admin.post(`/api/trpc/${canary}`, { [canary]: canary });
    await server.stranger.post('/api/sign-in', { as: canary });
    await server.stranger.get('/livez', { 'user-agent': canary, cookie: `sid=${canary}` });
    const all = lines.join('\n');
    expect(lines.length).toBeGreaterThan(8);
    expect(all).toContain('"route":"/api/trpc/:path"');
    expect(all).not.toContain(canary);
    expect(all).not.toContain(admin.cookie.slice(4));
    expect(all).not.toContain('Sample administrator');
    expect(
      lines.filter((line) => line.includes('127.0.0.1')).every((line) => line.includes('Server listening')),
    ).toBe(true);
  });

  test('notes who was not allowed to do what, by procedure', async () => {
    const tom = await server.signIn('finance');
    await tom.post('/api/trpc/admin.users', undefined);
    expect(
      lines.some((line) => line.includes('"event":"refused"') && line.includes('"procedures":"admin.users"')),
    ).toBe(true);
  });

  test('tells an error by its kind, code and place, never by its words', () => {
    const error = Object.assign(new Error('invalid input syntax: "Jones"'), {
      code: '22P02',
      detail: 'Key (name)=(Jones)',
    });
    const described = JSON.stringify(describeError(error));
    expect(described).toContain('"code":"22P02"');
    expect(described).toContain('http-server.test.ts');
    expect(described).not.toContain('Jones');
  });
});

describe('stopping', () => {
  test('lets a request under way finish, and takes no more', async () => {
    let enter = (): void => undefined;
    const entered = new Promise<void>((resolve) => (enter = resolve));
    const slow: FeatureRoutes = (app) => {
      app.get('/slow', async () => {
        enter();
        await pause(400);
        return { done: true };
      });
    };
    const config = readConfig({ PORT: '0' });
    const app = await buildApp({
      config,
      house: () => null,
      log: makeLogger('silent'),
      pages: '/nowhere',
      featureRoutes: [slow],
    });
    const url = await listen(app, config);
    const asked = fetch(`${url}/slow`);
    await entered;
    const began = Date.now();
    const stopped = stopListening(app);
    await expect(fetch(`${url}/livez`)).rejects.toThrow();
    const answer = await asked;
    expect([answer.status, await answer.json()]).toEqual([200, { done: true }]);
    await stopped;
    expect(Date.now() - began).toBeLessThan(4_000);
  });
});

describe('the address that limits count', () => {
  test('is, for IPv6, the network of the first 64 bits, however it is spelled', () => {
    const spellings = [
      '2001:db8:0:1:aaaa::1',
      '2001:0db8:0000:0001::',
      '2001:DB8::1:0:0:0:7',
      '2001:db8:0:1:ffff:ffff:ffff:ffff',
    ];
    expect(new Set(spellings.map(addressBlock))).toEqual(new Set(['2001:db8:0:1']));
    expect(addressBlock('::1')).toBe('0:0:0:0');
    expect(addressBlock('192.0.2.7')).toBe('192.0.2.7');
  });
});
