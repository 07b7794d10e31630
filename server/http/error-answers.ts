import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../../shared/core/result.ts';
import { httpStatusOf, refusalOf } from '../trpc/errors.ts';

/** Plain HTTP answers to what goes wrong: `{ error: { code, message, detail? } }`, never a stack, SQL or a value. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOfHttp(error);
    if (refusal.code === 'internal-error') request.log.error({ err: error }, 'request failed');
    if (refusal.code === 'not-allowed')
      request.log.warn({ code: refusal.code, event: 'refused' }, 'request refused');
    sendRefusal(request, reply, refusal);
  });
}

export function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): void {
  const { code, detail } = refusal;
  const message = code === 'internal-error' ? `${refusal.message} Reference ${request.id}.` : refusal.message;
  if (code === 'unavailable') reply.header('retry-after', '2');
  if (code === 'too-many-requests') reply.header('retry-after', '60');
  void reply
    .code(httpStatusOf(code))
    .type('application/json; charset=utf-8')
    .send({ error: { code, message, ...(detail === undefined ? {} : { detail }) } });
}

/** Fastify's own refusals (body too large, broken JSON) carry a status below 500 and are put in our words. */
function refusalOfHttp(error: FastifyError): Refusal {
  const status = error.statusCode ?? 500;
  if (status === 413) return { code: 'too-large', message: 'The request is too large.' };
  if (status >= 400 && status < 500) {
    return { code: 'bad-input', message: 'The request is not in the form this server expects.' };
  }
  return refusalOf(error);
}
