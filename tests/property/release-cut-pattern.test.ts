import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, asPlainDate, type Weekday } from '../../shared/calendar/plain-date.ts';
import { cutPattern } from '../../shared/release/cut-pattern.ts';
import { patternWeeks, releaseByDate } from '../../shared/release/pattern-weeks.ts';
import type { ReleasePattern } from '../../shared/release/release-pattern.ts';

const origin = asPlainDate('2026-09-28');
const weekday = fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7);
const dayIn = fc.integer({ min: -20, max: 120 }).map((days) => addDays(origin, days));

const pattern: fc.Arbitrary<ReleasePattern> = fc
  .record({
    start: dayIn,
    weeks: fc.integer({ min: 0, max: 12 }),
    breakWeeks: fc.array(dayIn, { maxLength: 2 }),
    weeklyMinutes: fc.integer({ min: 0, max: 900 }),
    days: fc.option(
      fc.uniqueArray(fc.record({ weekday, minutes: fc.integer({ min: 1, max: 600 }) }), {
        maxLength: 3,
        selector: (named) => named.weekday,
      }),
      { nil: undefined },
    ),
    blockDays: fc.option(
      fc.array(fc.record({ date: dayIn, minutes: fc.integer({ min: 1, max: 600 }) }), { maxLength: 2 }),
      { nil: undefined },
    ),
  })
  .map(({ days, weeklyMinutes, ...rest }) =>
    days === undefined
      ? { ...rest, weeklyMinutes }
      : { ...rest, days, weeklyMinutes: days.reduce((sum, { minutes }) => sum + minutes, 0) },
  );

function minutesByWeek(parts: readonly (ReleasePattern | null)[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const part of parts) {
    if (part === null) continue;
    for (const { mondayNumber, minutes } of patternWeeks(part))
      sums.set(mondayNumber, (sums.get(mondayNumber) ?? 0) + minutes);
  }
  return new Map([...sums].filter(([, minutes]) => minutes > 0).sort(([x], [y]) => x - y));
}

describe('a pattern cut at a day', () => {
  it('holds every minute of every week once', () => {
    fc.assert(
      fc.property(pattern, dayIn, (whole, on) => {
        const before = cutPattern(whole, { from: null, to: addDays(on, -1) });
        const after = cutPattern(whole, { from: on, to: null });
        expect(minutesByWeek([before, after])).toEqual(minutesByWeek([whole]));
      }),
      { numRuns: 300 },
    );
  });

  it('has no day outside its span', () => {
    fc.assert(
      fc.property(pattern, dayIn, fc.integer({ min: 0, max: 60 }), (whole, from, length) => {
        const to = addDays(from, length);
        const cut = cutPattern(whole, { from, to });
        if (cut === null) return;
        for (const { date } of releaseByDate(cut).days) expect(date >= from && date <= to).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
