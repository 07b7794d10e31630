import { engineVersion } from '../core/engine-version.ts';
import {
  answerSchemaName,
  documentSchema,
  requestSchema,
  type AnswerDocument,
  type RequestAnswer,
} from './document.ts';
import { FileRefusal, refusingAt, toFileError } from './file-refusal.ts';
import { kindNames } from './kind-loaders.ts';
import type { ModelKind } from './kind.ts';
import { readOrRefuse } from './read-or-refuse.ts';
import { unknownKeys } from './unknown-keys.ts';

/** What the command prints and how it ends; `notes` are lines for standard error. */
export type Answered = {
  readonly document: AnswerDocument;
  readonly exitCode: 0 | 2;
  readonly notes: readonly string[];
};

/** A result, and the JSON Pointers of keys that nobody read. */
type Step<T> = { readonly result: T; readonly unknown: readonly string[] };

type Kinds = ReadonlyMap<string, ModelKind>;

function answerRequest(given: unknown, kinds: Kinds): Step<RequestAnswer> {
  const request = readOrRefuse(requestSchema, given);
  const kind = kinds.get(request.kind);
  if (kind === undefined) {
    throw new FileRefusal('unknown-kind', `The kind must be one of ${kindNames.join(', ')}.`, '/kind');
  }
  const { values, unknown } = kind.answer(request.inputs, request.asks);
  return {
    result: { id: request.id, values: [...values] },
    unknown: [...unknownKeys(given, request, ''), ...unknown],
  };
}

/** The id to answer under, as far as there is one. */
function idOf(given: unknown): string | null {
  const id = typeof given === 'object' && given !== null && 'id' in given ? given.id : null;
  return typeof id === 'string' ? id : null;
}

/** A bad request gets its error in its place. */
function answerOrRefuse(given: unknown, index: number, kinds: Kinds): Step<RequestAnswer> {
  const place = `/requests/${index}`;
  try {
    const { result, unknown } = refusingAt(place, () => answerRequest(given, kinds));
    return { result, unknown: unknown.map((path) => place + path) };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return { result: { id: idOf(given), error: toFileError(error) }, unknown: [] };
  }
}

function parseJson(text: string): unknown {
  try {
    // Shells on Windows put a byte order mark in front of what they pipe.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new FileRefusal('not-json', 'The document is not JSON.');
  }
}

function answerReadable(text: string, kinds: Kinds): Step<AnswerDocument> {
  const given = parseJson(text);
  const { schema, requests } = readOrRefuse(documentSchema, given, 'not-this-schema');
  const steps = requests.map((request, index) => answerOrRefuse(request, index, kinds));
  const answers = steps.map(({ result }) => result);
  return {
    result: { schema: answerSchemaName, engine: engineVersion, answers },
    unknown: [
      ...unknownKeys(given, { schema, requests: null }, ''),
      ...steps.flatMap(({ unknown }) => unknown),
    ],
  };
}

/** The kinds that a document asks for, known or not, so that only what answers them is loaded; none if unreadable. */
export function kindsAskedFor(text: string): readonly string[] {
  try {
    const { requests } = readOrRefuse(documentSchema, parseJson(text));
    return requests.flatMap((request) => {
      const { success, data } = requestSchema.safeParse(request);
      return success ? [data.kind] : [];
    });
  } catch (error) {
    if (error instanceof FileRefusal) return [];
    throw error;
  }
}

/**
 * Answers one document of the open model file. A document that is not JSON or not of the schema gets one error and
 * exit code 2; in a readable one a bad request gets its error in its place and the others are answered. A key that
 * nobody reads may be a misspelt one: it is ignored, and said in a note.
 *
 * @param kinds those that the document asks for, at least.
 */
export function answerByKinds(text: string, kinds: Kinds): Answered {
  try {
    const { result, unknown } = answerReadable(text, kinds);
    return {
      document: result,
      exitCode: 0,
      notes: unknown.map((path) => `unknown key ignored: ${JSON.stringify(path)}`),
    };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return { document: { error: toFileError(error) }, exitCode: 2, notes: [] };
  }
}
