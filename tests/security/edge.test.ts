import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { rmSync } from 'node:fs';
import { temporaryFolder } from '../support/cluster.ts';
import { rawRequest } from '../support/raw-request.ts';
import { cookieOf, useServer } from '../support/server.ts';

const pages = temporaryFolder('protected-time-pages-');
mkdirSync(join(pages, 'assets'));
writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Protected Time</title>');
writeFileSync(join(pages, 'assets', 'main-1a2b.js'), 'export {};');
writeFileSync(join(pages, '..', 'outside.txt'), 'outside');
afterAll(() => rmSync(pages, { recursive: true }));

const server = useServer({ pages });
const https = useServer({ pages, env: { PUBLIC_URL: 'https://planning.example' } });

describe('every answer carries the headers of the house', () => {
  test.each([
    '/',
    '/release',
    '/assets/main-1a2b.js',
    '/livez',
    '/api/sign-in/options',
    '/api/trpc/session.current',
    '/nothing.txt',
  ])('%s', async (path) => {
    const { headers } = await rawRequest(server.url, { path, headers: { accept: 'text/html' } });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("frame-ancestors 'none'");
    // WebAssembly may be compiled; text is never run as a script or taken for a style.
    expect(policy.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|\*|http/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  test('on https they tell browsers to stay on https, for more than a year and for subdomains', async () => {
    const { headers } = await rawRequest(https.url, { path: '/livez' });
    const hsts = headers.get('strict-transport-security') ?? '';
    expect(hsts).toContain('includeSubDomains');
    expect(Number(/max-age=(\d+)/.exec(hsts)?.[1])).toBeGreaterThanOrEqual(31_536_000);
  });
});

describe('pages', () => {
  test('any page address gets index.html, which nobody keeps', async () => {
    for (const path of ['/', '/release/some-team?x=1', '/sign-in']) {
      const answer = await rawRequest(server.url, { path, headers: { accept: 'text/html' } });
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(answer.text).toContain('Protected Time');
    }
  });

  test('a file with a hash in its name may be kept for ever', async () => {
    const answer = await rawRequest(server.url, { path: '/assets/main-1a2b.js' });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
  });

  test('a missing file or call is not answered with a page', async () => {
    for (const path of ['/assets/gone.js', '/api/nothing']) {
      const answer = await rawRequest(server.url, { path, headers: { accept: 'text/html' } });
      expect([path, answer.status, answer.text]).toEqual([path, 404, expect.stringContaining('not-found')]);
    }
  });

  test.each([
    '/../outside.txt',
    '/assets/../../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/..\\outside.txt',
    '/%00',
  ])('nothing outside the folder is served: %s', async (path) => {
    const answer = await rawRequest(server.url, { path });
    expect(answer.text).not.toContain('outside');
    expect([400, 403, 404]).toContain(answer.status);
  });
});

describe('a request that another site made a browser send is refused', () => {
  const own = () => ({ 'content-type': 'application/json', origin: server.url });
  const forged: readonly [string, Record<string, string>][] = [
    ['from another site', { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }],
    ['from a sister site', { 'content-type': 'application/json', 'sec-fetch-site': 'same-site' }],
    ['with another origin', { 'content-type': 'application/json', origin: 'http://evil.example' }],
    ['with a null origin', { 'content-type': 'application/json', origin: 'null' }],
    ['without an origin', { 'content-type': 'application/json' }],
    ['as a form', { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }],
    ['as plain text', { 'content-type': 'text/plain', 'sec-fetch-site': 'same-origin' }],
    ['as a file', { 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'same-origin' }],
    ['of no type', { 'sec-fetch-site': 'same-origin' }],
  ];

  test.each(forged)('%s', async (_how, headers) => {
    const maya = await server.signIn('administrator');
    for (const path of ['/api/trpc/trust.switch', '/api/sign-out', '/api/sign-in']) {
      const body = JSON.stringify({ trustId: server.trusts.b.id, as: 'finance' });
      const answer = await rawRequest(server.url, {
        method: 'POST',
        path,
        headers: { ...headers, cookie: maya.cookie },
        body,
      });
      expect([path, answer.status]).toEqual([path, 403]);
    }
    expect((await maya.trpc.session.current.query()).trust.id).toBe(server.trusts.a.id);
  });

  test('a GET changes nothing', async () => {
    const maya = await server.signIn('administrator');
    const input = encodeURIComponent(JSON.stringify({ trustId: server.trusts.b.id }));
    const answer = await maya.get(`/api/trpc/trust.switch?input=${input}`);
    expect(answer.status).toBe(405);
    expect((await maya.trpc.session.current.query()).trust.id).toBe(server.trusts.a.id);
  });

  test('our own page is let in, by Sec-Fetch-Site or by Origin', async () => {
    for (const headers of [own(), { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }]) {
      const answer = await rawRequest(server.url, {
        method: 'POST',
        path: '/api/sign-in',
        headers,
        body: '{"as":"finance"}',
      });
      expect(answer.status).toBe(200);
    }
  });

  test('a name that someone points at this machine is not answered', async () => {
    const { status, text } = await rawRequest(server.url, {
      path: '/api/sign-in/options',
      headers: { host: 'evil.example:80' },
    });
    expect([status, text]).toEqual([403, expect.stringContaining('PUBLIC_URL')]);
    const { status: localhost } = await rawRequest(server.url, {
      path: '/livez',
      headers: { host: 'localhost:1' },
    });
    expect(localhost).toBe(200);
  });
});

describe('the cookie of a session', () => {
  test('on http is sid, out of reach of scripts and of other sites', async () => {
    const answer = await server.stranger.post('/api/sign-in', { as: 'finance' });
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
  });

  test('on https is __Host-sid and Secure', async () => {
    const answer = await rawRequest(https.url, {
      method: 'POST',
      path: '/api/sign-in',
      headers: { 'content-type': 'application/json', origin: 'https://planning.example' },
      body: '{"as":"finance"}',
    });
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });
});

describe('calls that travel together', () => {
  test('8,000 commas in an address are a 400 of a few bytes', async () => {
    const answer = await rawRequest(server.url, { path: `/api/trpc/${','.repeat(8_000)}?batch=1` });
    expect(answer.status).toBe(400);
    expect(answer.text.length).toBeLessThan(4_096);
  });

  test('21 calls are refused, 20 are answered', async () => {
    const maya = await server.signIn('finance');
    const together = (count: number) =>
      maya.post(`/api/trpc/${Array(count).fill('session.current').join(',')}?batch=1`, {});
    expect((await together(21)).status).toBe(400);
    const answer = await together(20);
    expect([answer.status, ((await answer.json()) as unknown[]).length]).toEqual([200, 20]);
  });

  test('1,000 calls in a POST are refused', async () => {
    const maya = await server.signIn('finance');
    const answer = await maya.post(`/api/trpc/${Array(1_000).fill('trust.list').join(',')}?batch=1`, {});
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((await answer.text()).length).toBeLessThan(4_096);
  });
});

describe('input', () => {
  test('larger than a megabyte is a 413', async () => {
    const maya = await server.signIn('administrator');
    const answer = await maya.post('/api/trpc/trust.replaceWithOurData', {
      confirmation: 'x'.repeat(1_100_000),
    });
    expect(answer.status).toBe(413);
  });

  test.each([
    ['an unknown key', { trustId: '00000000-0000-7000-8000-000000000000', role: 'administrator' }],
    [
      'a key that would change every object',
      JSON.parse('{"trustId":"x","__proto__":{"polluted":1}}') as object,
    ],
    ['not a uuid', { trustId: "' or 1=1 --" }],
    ['a list', ['x']],
    ['nothing', null],
  ])('%s is a 400 that does not repeat it', async (_what, input) => {
    const maya = await server.signIn('administrator');
    const answer = await maya.post('/api/trpc/trust.switch', input);
    const text = await answer.text();
    expect([answer.status, ({} as { polluted?: number }).polluted]).toEqual([400, undefined]);
    expect(text).toContain('"code":"bad-input"');
    expect(text).not.toMatch(/or 1=1|stack|ZodError|node_modules/);
  });

  test('that is no JSON is a 400 without a stack', async () => {
    const { cookie } = await server.signIn('administrator');
    const answer = await rawRequest(server.url, {
      method: 'POST',
      path: '/api/trpc/trust.switch',
      headers: { cookie, origin: server.url, 'content-type': 'application/json' },
      body: '{',
    });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(/stack|SyntaxError|node_modules/);
  });

  test('a call that does not exist is a 404 in the same shape', async () => {
    const maya = await server.signIn('administrator');
    const answer = await maya.post('/api/trpc/trust.burn', {});
    expect([answer.status, await answer.json()]).toEqual([
      404,
      {
        error: {
          code: -32004,
          message: 'There is no such call. Reload the page.',
          data: { code: 'not-found', httpStatus: 404 },
        },
      },
    ]);
  });
});

test('a cookie that is no token is not looked up', async () => {
  const answer = await server.stranger.post('/api/trpc/session.current', null, {
    cookie: `sid=${'x'.repeat(5_000)}`,
  });
  expect(answer.status).toBe(401);
  expect(cookieOf(answer)).toBe('');
});
