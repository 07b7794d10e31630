import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberText, readNumber, stepped } from '../../client/components/number-text.ts';
import { nextSort, sortedBy } from '../../client/components/sorting.ts';

const people = { min: 0, max: 42, step: 1 };
const halfHours = { min: 0, max: 37.5, step: 0.5 };

describe('typed numbers', () => {
  test('commas, spaces and a pound sign are read over', () => {
    expect(readNumber(' £1,195 ', { min: 0, max: 5_000, step: 1 })).toEqual({ ok: true, value: 1_195 });
  });

  test('what is not in the rule is refused with the rule in words', () => {
    const problem = 'Type a whole number from 0 to 42';
    for (const typed of ['', '43', '-1', '1.5', 'ten', '1e1', '--2']) {
      expect(readNumber(typed, people)).toEqual({ ok: false, problem });
    }
    expect(readNumber('7.3', halfHours)).toEqual({
      ok: false,
      problem: 'Type a number from 0 to 37.5, in steps of 0.5',
    });
  });

  test('every number of the rule survives being printed and read', () => {
    fc.assert(
      fc.property(fc.nat(75), (steps) => {
        const value = steps * halfHours.step;
        expect(readNumber(numberText(value, halfHours.step), halfHours)).toEqual({ ok: true, value });
      }),
    );
  });

  test('a step stays on the step and inside the rule', () => {
    expect([stepped(42, 1, people), stepped(0, -1, people), stepped(7.5, 1, halfHours)]).toEqual([42, 0, 8]);
    expect(stepped(0.1 + 0.2, 1, { min: 0, max: 1, step: 0.1 })).toBe(0.4);
  });
});

describe('sorting of a table', () => {
  const rows = [{ n: 'Ward 10' }, { n: 'Ward 2' }, { n: null }, { n: 'Ward 1' }];

  test('names sort as people count, and what is not known stays last both ways', () => {
    const names = (direction: 'ascending' | 'descending') =>
      sortedBy(rows, (row) => row.n, direction).map((row) => row.n);
    expect(names('ascending')).toEqual(['Ward 1', 'Ward 2', 'Ward 10', null]);
    expect(names('descending')).toEqual(['Ward 10', 'Ward 2', 'Ward 1', null]);
  });

  test('a column goes up, then down, then back to the order of the page', () => {
    const up = nextSort(null, 'a');
    expect(up).toEqual({ key: 'a', direction: 'ascending' });
    expect(nextSort(up, 'a')).toEqual({ key: 'a', direction: 'descending' });
    expect(nextSort(nextSort(up, 'a'), 'a')).toBeNull();
    expect(nextSort(up, 'b')).toEqual({ key: 'b', direction: 'ascending' });
  });
});
