/** Every code a refusal may carry; mapped once to an HTTP status (server/trpc) and once to a sentence (client). */
export const errorCodes = [
  'not-signed-in',
  'not-allowed',
  'not-found',
  'changed-elsewhere',
  'already-applied',
  'bad-input',
  'needs-confirmation',
  'nothing-to-apply',
  'too-large',
  'not-ready',
  'move-refused',
  'unavailable',
  'too-many-requests',
  'internal-error',
  'parameter-missing',
  'pay-point-not-known',
  'fee-not-known',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Thrown inside the model when a value it needs is missing: a missing rate is an error, never zero. */
export class ModelError extends Error {
  readonly code: ErrorCode;
  readonly path: string;
  constructor(code: ErrorCode, message: string, path = '') {
    super(message);
    this.name = 'ModelError';
    this.code = code;
    this.path = path;
  }
}
