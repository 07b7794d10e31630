import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerDocument } from '../../shared/model-file/answer-document.ts';
import { answerSchema } from '../../shared/model-file/document.ts';
import { calibrationCases, costCases, documentOf, projectionCases } from '../support/model-cases.ts';

const cases = [...costCases(), ...projectionCases(), ...calibrationCases()];
const anyCase = fc.constantFrom(...cases);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The value with one of its leaves, keys or items replaced: a document with one slip in it. */
function withSlip(value: Json, slip: Json, pick: number): Json {
  if (typeof value !== 'object' || value === null) return slip;
  const keys = Object.keys(value);
  const key = keys[pick % Math.max(1, keys.length)];
  if (key === undefined) return slip;
  const copy = structuredClone(value) as { [key: string]: Json };
  copy[key] = pick % 7 === 0 ? slip : withSlip(copy[key]!, slip, Math.floor(pick / 7));
  return copy;
}

describe('laws of the open model file', () => {
  it('any text is answered: exit code 0 or 2, in the published form', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { document, exitCode } = answerDocument(text);
        expect(answerSchema.safeParse(document).success).toBe(true);
        expect(exitCode).toBe('error' in document ? 2 : 0);
      }),
    );
  });

  it('a document with one slip in it is answered, with an answer or an error that points into it', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.jsonValue().map((value) => value as Json),
        fc.nat(100_000),
        ({ request }, slip, pick) => {
          const { document } = answerDocument(documentOf([withSlip(request as unknown as Json, slip, pick)]));
          const [answer] = 'answers' in document ? document.answers : [];
          expect(answer).toBeDefined();
          if ('error' in answer!) {
            expect(answer.error.path.startsWith('/requests/0')).toBe(true);
            expect(answer.error.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('the same request gives the same bytes, wherever it stands and whatever stands beside it', () => {
    fc.assert(
      fc.property(anyCase, anyCase, (one, other) => {
        const answerOf = (requests: readonly unknown[], place: number): string => {
          const { document } = answerDocument(documentOf(requests));
          return JSON.stringify('answers' in document ? document.answers[place] : null);
        };
        expect(answerOf([other.request, { id: 'bad' }, one.request], 2)).toBe(answerOf([one.request], 0));
      }),
      { numRuns: 40 },
    );
  });
});
