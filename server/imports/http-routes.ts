import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { Result } from '../../shared/core/result.ts';
import { importScopes, type BatchTerms } from '../../shared/imports/batch.ts';
import { canEndAbsent, importKinds, isImportKind } from '../../shared/imports/kind.ts';
import { limits } from '../../shared/imports/limits.ts';
import { allowImport } from '../../shared/imports/who-imports.ts';
import { templateCsv } from '../../shared/imports/templates.ts';
import type { TrustContext } from '../db/with-trust.ts';
import type { Door, FeatureRoutes } from '../http/feature-routes.ts';
import { Refused } from '../trpc/errors.ts';
import { beginImport } from './begin-import.ts';
import { findProfile } from './find-profile.ts';
import { makeInspector } from './inspect-file.ts';
import { receiveFile, removeLeftUploads, tooLarge, type FileOnDisk } from './receive-file.ts';
import { rejectedCsv } from './rejected-csv.ts';

/** A marked UTF-8 text: Excel reads it as such without being asked. */
const byteOrderMark = '\ufeff';

const answerMs = 1_000;

const uploadQuery = z.strictObject({
  kind: z.enum(importKinds),
  scope: z.enum(importScopes).optional(),
  profile: z.string().max(100).optional(),
  dataDate: z
    .string()
    .refine((text): text is PlainDate => isPlainDate(text))
    .optional(),
});

/** @throws Refused for the error handler of the server. */
function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Refused(result.error);
}

function refuse(message: string): Refused {
  return new Refused({ code: 'bad-input', message });
}

/** What the address says of the file. A staff file is the whole trust unless said otherwise; a sheet only adds. */
function termsOf(query: unknown, today: PlainDate): BatchTerms {
  const parsed = uploadQuery.safeParse(query);
  if (!parsed.success)
    throw refuse(`Say what the file is: kind (${importKinds.join(', ')}), scope and dataDate.`);
  const { kind, scope, profile, dataDate = today } = parsed.data;
  if (dataDate > today || dataDate < '2000-01-01') {
    throw refuse('The date of the file must lie between 2000 and today.');
  }
  if (scope === 'whole-trust' && !canEndAbsent[kind])
    throw refuse('A file of this kind adds and changes; it cannot end what it does not name.');
  const usual = kind === 'staff' ? 'whole-trust' : 'only-these-people';
  return { kind, scope: scope ?? usual, dataDate, ...(profile === undefined ? {} : { profile }) };
}

/** The key of a repeated upload; too long a key is not one. */
function idempotencyKeyOf(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' && key.length > 0 && key.length <= 200 ? key : null;
}

/** A refusal is sent while the rest of a large upload is still coming; it is thrown away, but not for long. */
function hangUpAfterAnswer(request: FastifyRequest, reply: FastifyReply): void {
  reply.raw.once('finish', () => {
    setTimeout(() => request.raw.destroy(), answerMs).unref();
  });
}

/** Notes the upload and queues its reading; from then on the database has the bytes. */
async function handOver(
  ctx: TrustContext,
  terms: BatchTerms,
  file: FileOnDisk,
  request: FastifyRequest,
): Promise<string> {
  try {
    const key = idempotencyKeyOf(request);
    return valueOf(await beginImport(ctx, terms, file, key, file.path)).batchId;
  } finally {
    await rm(file.path, { force: true });
  }
}

/** The body on disk. @throws Refused when it is too large or did not arrive whole. */
async function receive(folder: string, request: FastifyRequest, reply: FastifyReply): Promise<FileOnDisk> {
  if (Number(request.headers['content-length'] ?? 0) > limits.bytes) {
    hangUpAfterAnswer(request, reply);
    throw new Refused(tooLarge);
  }
  const received = await receiveFile(request.body as Readable, folder);
  if (received.ok) return received.value;
  hangUpAfterAnswer(request, reply);
  throw new Refused(received.error);
}

async function upload(folder: string, ctx: TrustContext, request: FastifyRequest, reply: FastifyReply) {
  const terms = termsOf(request.query, ctx.today());
  // Before the body is read: nobody sends 20 MB to be refused.
  valueOf(allowImport(ctx.role, terms.kind));
  if (terms.profile !== undefined) valueOf(await findProfile(ctx, terms.kind, terms.profile));
  const batchId = await handOver(ctx, terms, await receive(folder, request, reply), request);
  return reply.code(202).send({ batchId });
}

function sendCsv(reply: FastifyReply, name: string, body: string | Readable): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(body);
}

/**
 * Uploads and downloads of the imports.
 *
 * @param folder where an uploaded file lies until it is read; other accounts of the machine cannot enter it.
 */
export function importRoutes(folder: string): FeatureRoutes {
  const inspect = makeInspector();
  return (app: FastifyInstance, door: Door) => {
    app.addHook('onReady', () => removeLeftUploads(folder, new Date()));

    // The body is not gathered in memory: the handler streams it to disk.
    app.addContentTypeParser(['application/octet-stream', 'text/csv'], (_request, payload, done) =>
      done(null, payload),
    );

    app.post(
      '/api/imports/upload',
      { config: { takesFile: true }, bodyLimit: limits.bytes + 64 * 1024 },
      async (request, reply) =>
        upload(folder, await door.authorise(request, 'http:imports.upload'), request, reply),
    );

    app.post(
      '/api/imports/inspect',
      { config: { takesFile: true, keepsNothing: true }, bodyLimit: limits.bytes + 64 * 1024 },
      async (request, reply) => {
        await door.authorise(request, 'http:imports.inspect');
        const file = await receive(folder, request, reply);
        return reply.send(valueOf(await inspect(file.path)));
      },
    );

    app.get<{ Params: { file: string } }>('/api/imports/templates/:file', async (request, reply) => {
      await door.authorise(request, 'http:imports.template');
      const kind = request.params.file.replace(/\.csv$/, '');
      if (!isImportKind(kind) || !request.params.file.endsWith('.csv')) {
        throw new Refused({ code: 'not-found', message: 'There is no such template.' });
      }
      return sendCsv(reply, `${kind}-template.csv`, byteOrderMark + templateCsv(kind));
    });

    app.get<{ Params: { id: string } }>('/api/imports/:id/rejected.csv', async (request, reply) => {
      const ctx = await door.authorise(request, 'http:imports.rejected');
      const id = z.uuid().safeParse(request.params.id);
      if (!id.success) throw new Refused({ code: 'not-found', message: 'There is no such import.' });
      const pages = valueOf(await rejectedCsv(ctx, id.data));
      return sendCsv(reply, 'rejected-rows.csv', Readable.from(marked(pages)));
    });
  };
}

async function* marked(pages: AsyncGenerator<string>): AsyncGenerator<string> {
  yield byteOrderMark;
  yield* pages;
}
