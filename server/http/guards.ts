import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isLoopback, type Config } from '../config/config.ts';
import { Refused } from '../trpc/errors.ts';
import { isHttps } from './session-cookie.ts';

/** A route that takes a file says so in its `config`, and is the only kind that takes anything but JSON. */
declare module 'fastify' {
  interface FastifyContextConfig {
    readonly takesFile?: boolean;
    /** A file that is looked at and not kept: not counted as an upload. */
    readonly keepsNothing?: boolean;
  }
}

const policy = [
  "default-src 'none'",
  // WebAssembly, and no text, may be compiled: the forecast's kernels run in the page's worker.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

const always = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

const twoYears = 63_072_000;

/** Headers of every answer. A page may load only what this server serves; answers are kept by nobody unless they say so. */
export function addSecurityHeaders(app: FastifyInstance, config: Config): void {
  const headers = isHttps(config)
    ? { ...always, 'strict-transport-security': `max-age=${twoYears}; includeSubDomains` }
    : always;
  app.addHook('onSend', async (_request, reply: FastifyReply) => {
    reply.headers(headers);
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    return Promise.resolve();
  });
}

/**
 * While the server listens on this machine alone it answers to this machine's names alone: a page elsewhere whose name
 * is pointed at 127.0.0.1 is not let in.
 */
export function checkHost(app: FastifyInstance, config: Config): void {
  if (config.publicUrl !== null || !isLoopback(config.host)) return;
  app.addHook('onRequest', async (request) => {
    if (isLoopback(request.hostname)) return Promise.resolve();
    throw new Refused({
      code: 'not-allowed',
      message:
        'This server answers only to 127.0.0.1 and localhost. Set PUBLIC_URL to serve it under another name.',
    });
  });
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that another site asked a browser to make. Browsers say where a request comes from
 * (`Sec-Fetch-Site`, or `Origin` where that is not sent), and they cannot send JSON across sites without asking.
 */
export function refuseForgery(app: FastifyInstance, config: Config): void {
  app.addHook('onRequest', async (request) => {
    if (safeMethods.has(request.method)) return Promise.resolve();
    if (!fromOurPages(request, config)) {
      throw new Refused({
        code: 'not-allowed',
        message: 'This request did not come from a page of this server.',
      });
    }
    const takesFile = request.routeOptions.config.takesFile === true;
    if (!takesFile && !isJson(request)) {
      throw new Refused({ code: 'not-allowed', message: 'Requests must be JSON.' });
    }
    return Promise.resolve();
  });
}

function fromOurPages(request: FastifyRequest, config: Config): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  return origin !== undefined && origin === (config.publicUrl ?? `http://${request.headers.host ?? ''}`);
}

function isJson(request: FastifyRequest): boolean {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return type === 'application/json';
}
