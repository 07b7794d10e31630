import type { z } from 'zod';
import { ModelError } from '../core/errors.ts';

/** RFC 6901: `~` and `/` inside a key are escaped. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** @throws ModelError 'bad-input' with the JSON Pointer of the first thing that is wrong. */
export function parseOrRefuse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ModelError('bad-input', issue?.message ?? 'not of this schema', pointerOf(issue?.path ?? []));
}
