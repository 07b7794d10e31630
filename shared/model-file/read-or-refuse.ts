import type { z } from 'zod';
import { pointerOf } from '../pipeline/parse-or-refuse.ts';
import { FileRefusal, type FileErrorCode } from './file-refusal.ts';

type Issue = z.core.$ZodIssue;

/** The value at a path, as far as it can be followed. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}

const typeNames: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** What is wrong, in words that name the limit. */
function wordsOf(issue: Issue, given: unknown): string {
  if (given === undefined) return 'This is missing.';
  if (issue.code === 'too_big') return `This is too large: at most ${issue.maximum}.`;
  if (issue.code === 'too_small') return `This is too small: at least ${issue.minimum}.`;
  if (issue.code === 'invalid_type') return `This must be ${typeNames[issue.expected] ?? issue.expected}.`;
  if (issue.code === 'invalid_value') return `This must be one of ${issue.values.map(String).join(', ')}.`;
  if (issue.code === 'invalid_union') return 'This is not one of the values allowed here.';
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  return issue.message;
}

/**
 * Checks a value against its schema.
 *
 * @throws FileRefusal with the JSON Pointer, below the value, of the first thing that is wrong.
 */
export function readOrRefuse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  code: FileErrorCode = 'bad-input',
): z.output<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (issue === undefined) throw new FileRefusal(code, 'This is not right.');
  throw new FileRefusal(code, wordsOf(issue, valueAt(value, issue.path)), pointerOf(issue.path));
}
