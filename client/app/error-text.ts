import { errorCodes, type ErrorCode } from '../../shared/core/errors.ts';

/** The heading of what went wrong; the sentence beneath is the server's own, which knows the case. */
const titles: Readonly<Record<ErrorCode, string>> = {
  'not-signed-in': 'Sign in again',
  'not-allowed': 'Your role cannot open this',
  'not-found': 'This is not here',
  'changed-elsewhere': 'Somebody changed this first',
  'already-applied': 'This is done already',
  'bad-input': 'The server did not understand the request',
  'needs-confirmation': 'Confirm this first',
  'nothing-to-apply': 'There is nothing to apply',
  'too-large': 'This is too large',
  'not-ready': 'This is not ready yet',
  'move-refused': 'This step is not possible',
  unavailable: 'The server is busy',
  'too-many-requests': 'Too many requests',
  'internal-error': 'Something went wrong',
  'parameter-missing': 'A rate is missing',
  'pay-point-not-known': 'A pay point is not known',
  'fee-not-known': 'A fee is not known',
};

const unreachable =
  'The server cannot be reached. Check your connection, then try again; nothing was changed.';

/** What was refused over plain HTTP (sign-in, uploads): `{ error: { code, message } }`. */
export class HttpRefusal extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'HttpRefusal';
    this.code = code;
  }
}

export function asErrorCode(value: unknown): ErrorCode | null {
  return errorCodes.find((code) => code === value) ?? null;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** The code of a refusal; `null` when the request did not reach the server or failed in the page. */
export function codeOf(error: unknown): ErrorCode | null {
  if (error instanceof HttpRefusal) return error.code;
  return asErrorCode(field(field(error, 'data'), 'code'));
}

/** What a query failed with, to be thrown to the page's own error: what the client library rejects with is an Error. */
export function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('a query failed', { cause: error });
}

/** What went wrong, as a heading and a sentence that says what to do. The one place that turns a failure into words. */
export function errorText(error: unknown): { readonly title: string; readonly text: string } {
  const code = codeOf(error);
  if (code !== null && error instanceof Error) return { title: titles[code], text: error.message };
  const isNetwork = error instanceof TypeError || field(error, 'name') === 'TRPCClientError';
  if (isNetwork) return { title: 'The server cannot be reached', text: unreachable };
  return {
    title: 'This page could not be drawn',
    text: 'Reload the page. If it happens again, copy the link and tell whoever runs Protected Time in your trust.',
  };
}
