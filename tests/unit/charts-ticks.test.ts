import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { monthTicks, niceTicks, spreadLabels, thinTicks } from '../../client/charts/ticks.ts';
import { coloursFor } from '../../client/charts/palette.ts';

const mondays = (from: string, count: number) =>
  Array.from({ length: count }, (_, index) => addDays(asPlainDate(from), index * 7));

describe('ticks of an axis', () => {
  test('round numbers enclose the values', () => {
    expect(niceTicks(1_110.2, 1_261.6)).toEqual([1_100, 1_150, 1_200, 1_250, 1_300]);
    expect(niceTicks(0, 30, 5, true)).toEqual([0, 10, 20, 30]);
    expect(niceTicks(0, 3, 6, true)).toEqual([0, 1, 2, 3]);
  });

  test('ticks are equally far apart, rise, and enclose any values; people are never halved', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e8, max: 1e8 }),
        fc.nat(1e8),
        fc.boolean(),
        (lowInHundredths, spanInHundredths, wholeOnly) => {
          const low = lowInHundredths / 100;
          const high = (lowInHundredths + spanInHundredths) / 100;
          const ticks = niceTicks(low, high, 5, wholeOnly);
          const [first = NaN, second = NaN] = ticks;
          const step = second - first;
          expect(first).toBeLessThanOrEqual(low + step * 1e-6);
          expect(ticks[ticks.length - 1]).toBeGreaterThanOrEqual(high - step * 1e-6);
          expect(ticks.length).toBeLessThanOrEqual(13);
          if (wholeOnly) expect(ticks.every(Number.isInteger)).toBe(true);
          ticks.slice(1).forEach((tick, index) => expect(tick - ticks[index]!).toBeCloseTo(step, 5));
        },
      ),
    );
  });

  test('a month is marked at its first Monday, its year at the first month and at each January', () => {
    expect(monthTicks(mondays('2027-11-22', 7))).toEqual([
      { index: 0, label: 'Nov', year: '2027' },
      { index: 2, label: 'Dec', year: null },
      { index: 6, label: 'Jan', year: '2028' },
    ]);
  });

  test('ticks too near one another are left out, the one with a year staying', () => {
    const ticks = monthTicks(mondays('2027-11-22', 30));
    const shown = thinTicks(ticks, 30, 300, 44);
    expect(shown.map((tick) => tick.label)).toContain('Jan');
    shown
      .slice(1)
      .forEach((tick, at) => expect((tick.index - shown[at]!.index) * 10).toBeGreaterThanOrEqual(44));
  });

  test('a tick whose label would run off the right is left out', () => {
    const ticks = monthTicks(mondays('2027-11-22', 7));
    expect(thinTicks(ticks, 7, 70, 0).map((tick) => tick.label)).toEqual(['Nov', 'Dec']);
  });

  test('labels at line ends keep their order and their distance', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 4 }),
        (wanted) => {
          const placed = spreadLabels(wanted, 38, 0, 300);
          const sorted = wanted.map((y, index) => ({ y, at: placed[index]! })).sort((a, b) => a.y - b.y);
          sorted
            .slice(1)
            .forEach((label, index) =>
              expect(label.at - sorted[index]!.at).toBeGreaterThanOrEqual(38 - 1e-9),
            );
          expect(Math.max(...placed)).toBeLessThanOrEqual(300);
          expect(Math.min(...placed)).toBeGreaterThanOrEqual(-1e-9);
        },
      ),
    );
  });

  test('a chart holds at most four series', () => {
    expect(coloursFor(2)).toEqual(['#12436D', '#F46A25']);
    expect(() => coloursFor(5)).toThrow(RangeError);
  });
});
