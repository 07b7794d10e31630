import { asErrorCode, HttpRefusal } from './error-text.ts';

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/**
 * The JSON of an answer.
 *
 * @throws HttpRefusal with the server's code and words when it refused.
 */
export async function jsonOf(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body;
  const error = field(body, 'error');
  const message = field(error, 'message');
  throw new HttpRefusal(
    asErrorCode(field(error, 'code')) ?? 'internal-error',
    typeof message === 'string' ? message : 'Something went wrong on the server; nothing was changed.',
  );
}

/** Plain HTTP, for what is not a procedure: sign-in and sign-out. @throws HttpRefusal, or TypeError when unreachable. */
export async function postJson(path: string, body: object): Promise<unknown> {
  return jsonOf(
    await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}

export async function getJson(path: string): Promise<unknown> {
  return jsonOf(await fetch(path));
}
