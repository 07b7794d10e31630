import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { ModelError, type ErrorCode } from '../../shared/core/errors.ts';
import type { Refusal } from '../../shared/core/result.ts';
import { faultOf } from '../db/database-faults.ts';

/** A refusal on its way out of a handler. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

/** The request is understood, and the model has no answer to it. */
const noAnswer = { trpc: 'UNPROCESSABLE_CONTENT', http: 422 } as const;

type Answer = { readonly trpc: TRPCError['code']; readonly http: number };

/** The one place where a code becomes an HTTP status. */
const answers: Readonly<Record<ErrorCode, Answer>> = {
  'not-signed-in': { trpc: 'UNAUTHORIZED', http: 401 },
  'not-allowed': { trpc: 'FORBIDDEN', http: 403 },
  'not-found': { trpc: 'NOT_FOUND', http: 404 },
  'changed-elsewhere': { trpc: 'CONFLICT', http: 409 },
  'already-applied': { trpc: 'CONFLICT', http: 409 },
  'bad-input': { trpc: 'BAD_REQUEST', http: 400 },
  'needs-confirmation': { trpc: 'PRECONDITION_FAILED', http: 412 },
  'nothing-to-apply': { trpc: 'CONFLICT', http: 409 },
  'too-large': { trpc: 'PAYLOAD_TOO_LARGE', http: 413 },
  'not-ready': { trpc: 'CONFLICT', http: 409 },
  'move-refused': noAnswer,
  unavailable: { trpc: 'SERVICE_UNAVAILABLE', http: 503 },
  'too-many-requests': { trpc: 'TOO_MANY_REQUESTS', http: 429 },
  'internal-error': { trpc: 'INTERNAL_SERVER_ERROR', http: 500 },
  'parameter-missing': noAnswer,
  'pay-point-not-known': noAnswer,
  'fee-not-known': noAnswer,
};

export function httpStatusOf(code: ErrorCode): number {
  return answers[code].http;
}

/** Any error as a refusal with plain words. What a person cannot act on says no more than that it happened. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  if (error instanceof ModelError) return { code: error.code, message: error.message };
  if (error instanceof ZodError) return badInput(error);
  const fault = faultOf(error);
  if (fault === 'unavailable') {
    return {
      code: 'unavailable',
      message: 'The database cannot be reached at the moment. Try again shortly.',
    };
  }
  if (fault === 'retry') {
    return { code: 'unavailable', message: 'Somebody else was changing the same thing. Try again.' };
  }
  if (fault === 'too-slow') {
    return {
      code: 'unavailable',
      message: 'This took too long and was stopped; nothing was changed. Try again.',
    };
  }
  return { code: 'internal-error', message: 'Something went wrong on the server; nothing was changed.' };
}

/** Names of fields and what is expected of them, never the values that were sent. */
function badInput(error: ZodError): Refusal {
  const fields = error.issues.map((issue) => issue.path.map(String).join('.')).filter((path) => path !== '');
  const message = 'The request is not in the form this server expects. Reload the page and try again.';
  const named = [...new Set(fields)].slice(0, 10).join(', ').slice(0, 400);
  return { code: 'bad-input', message, ...(named === '' ? {} : { detail: { fields: named } }) };
}

/** An error as tRPC sends it, with the status of its code. tRPC's own errors (no such procedure) keep theirs. */
export function toTrpcError(error: unknown): TRPCError {
  if (!(error instanceof TRPCError)) return refusedAs(refusalOf(error), error);
  const { cause } = error;
  if (cause instanceof Refused) return error;
  if (cause === undefined) return error;
  return refusedAs(refusalOf(cause), cause);
}

function refusedAs(refusal: Refusal, original: unknown): TRPCError {
  const refused = new Refused(refusal);
  // The log gets the original, the answer does not.
  refused.cause = original;
  return new TRPCError({ code: answers[refusal.code].trpc, message: refusal.message, cause: refused });
}

/** The refusal a tRPC error carries; tRPC's own errors get the code that has their status. */
export function refusalOfTrpc(error: TRPCError): Refusal {
  if (error.cause instanceof Refused) return error.cause.refusal;
  if (error.code === 'INTERNAL_SERVER_ERROR') return refusalOf(error.cause);
  if (error.code === 'NOT_FOUND')
    return { code: 'not-found', message: 'There is no such call. Reload the page.' };
  return {
    code: 'bad-input',
    message: 'The request is not in the form this server expects. Reload the page.',
  };
}
