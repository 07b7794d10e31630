import { describe, expect, it } from 'vitest';
import { answerDocument } from '../../shared/model-file/answer-document.ts';
import { calibrationCases, costCases, documentOf, isRight, projectionCases } from '../support/model-cases.ts';

const cases = [...costCases(), ...projectionCases(), ...calibrationCases()];
const { document, exitCode, notes } = answerDocument(documentOf(cases.map(({ request }) => request)));
const answers = 'answers' in document ? document.answers : [];

describe('the sample cases through the open model file', () => {
  it('are eight of cost, twelve of the projection and six of calibration, and nothing in them goes unread', () => {
    expect([costCases().length, projectionCases().length, calibrationCases().length]).toEqual([8, 12, 6]);
    expect([exitCode, notes]).toEqual([0, []]);
  });

  it.each(cases.map(({ request, values, tolerance }, index) => ({ ...request, values, tolerance, index })))(
    '$id ($kind) has every value right',
    ({ id, values, tolerance, index, asks }) => {
      const answer = answers[index]!;
      expect(answer.id).toBe(id);
      const given = 'values' in answer ? answer.values : [answer.error];
      expect(given).toHaveLength(asks.length);
      given.forEach((value, place) => {
        if (!isRight(value, values[place], tolerance))
          expect({ ask: asks[place], value }).toEqual(values[place]);
      });
    },
  );
});

describe('the comparison itself', () => {
  it('tells a penny, a missing key and an extra one', () => {
    expect(isRight(100, 100, 0)).toBe(true);
    expect(isRight(101, 100, 0)).toBe(false);
    expect(isRight({ a: 1, b: 2 }, { a: 1 }, 0)).toBe(false);
    expect(isRight({}, { a: 1 }, 0)).toBe(false);
    expect(isRight({ '0': 1 }, [1], 0)).toBe(false);
    expect(isRight(null, null, 0)).toBe(true);
    expect(isRight(0.5 + 2e-9, 0.5, 0)).toBe(false);
  });
});
