import type { ErrorCode } from './errors.ts';

/** What a function that can be refused gives back: a value, or a code with plain words that say what to do. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal };

/** Why something was refused. `detail` never holds names or staff numbers. */
export type Refusal = {
  readonly code: ErrorCode;
  readonly message: string;
  readonly detail?: Readonly<Record<string, string | number>>;
};

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function err(code: ErrorCode, message: string, detail?: Refusal['detail']): Result<never> {
  return { ok: false, error: detail === undefined ? { code, message } : { code, message, detail } };
}
