import fastifyStatic from '@fastify/static';
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendRefusal } from './error-answers.ts';

const aYear = 'public, max-age=31536000, immutable';

/**
 * The built pages. Every address that is not a file gets index.html, where the page's own router takes over; files in
 * assets/ have a hash of their content in their name and may be kept for ever.
 */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(join(folder, 'index.html'));
  const index = built ? sendIndex : sayNotBuilt;
  if (built) await serveFiles(app, folder);
  app.get('/', (_request, reply) => index(reply));
  app.setNotFoundHandler((request, reply) => {
    if (wantsPage(request)) return index(reply);
    sendRefusal(request, reply, { code: 'not-found', message: 'There is nothing at this address.' });
    return reply;
  });
}

async function serveFiles(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(folder, 'assets') + sep);
      reply.setHeader('cache-control', hashed ? aYear : 'no-store');
    },
  });
}

function sendIndex(reply: FastifyReply): FastifyReply {
  return reply.code(200).sendFile('index.html');
}

function sayNotBuilt(reply: FastifyReply): FastifyReply {
  return reply
    .code(503)
    .type('text/plain; charset=utf-8')
    .send('The pages are not built yet. Run: node .tools/bootstrap.mjs client\n');
}

function wantsPage(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0] ?? '';
  const isPage = !path.startsWith('/api/') && !path.startsWith('/assets/');
  return (
    isPage && ['GET', 'HEAD'].includes(request.method) && (request.headers.accept ?? '').includes('text/html')
  );
}
