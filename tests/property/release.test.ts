import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, mondayOf, weekdayOf } from '../../shared/calendar/plain-date.ts';
import { financialYearOf } from '../../shared/calendar/years.ts';
import { ModelError } from '../../shared/core/errors.ts';
import { spreadEvenly, type EvenSpread, type SpreadRelease } from '../../shared/release/even-spread.ts';
import {
  patternRuns,
  patternSpan,
  patternWeeks,
  releaseByDate,
  releaseByWeek,
} from '../../shared/release/pattern-weeks.ts';
import { minutesByYear, weekPartsOf, weeksOf } from '../../shared/release/released-time.ts';
import { anyPattern, anySpread } from '../support/release-arbitrary.ts';

function sum(items: readonly { readonly minutes: number }[]): number {
  return items.reduce((total, { minutes }) => total + minutes, 0);
}

/** The release, or `null` where the period has minutes and no day for them. */
function spreadOrNull(spread: EvenSpread): SpreadRelease | null {
  try {
    return spreadEvenly(spread);
  } catch (error) {
    if (error instanceof ModelError) return null;
    throw error;
  }
}

describe('laws of the even spread', () => {
  it('hours by day, by week and by financial year all add up to the release', () => {
    fc.assert(
      fc.property(anySpread, (spread) => {
        const release = spreadOrNull(spread);
        fc.pre(release !== null);
        const { days, releasedMinutes } = release;
        expect(sum(days)).toBe(releasedMinutes);
        expect(sum(weeksOf(days, spread.start, spread.end))).toBe(releasedMinutes);
        const years = [...minutesByYear(weekPartsOf(days))];
        expect(years.reduce((total, [, minutes]) => total + minutes, 0)).toBe(releasedMinutes);
      }),
    );
  });

  it('any two days differ by at most a minute, and none is a holiday, leave or another weekday', () => {
    fc.assert(
      fc.property(anySpread, (spread) => {
        const release = spreadOrNull(spread);
        fc.pre(release !== null && release.days.length > 0);
        const minutes = release.days.map((day) => day.minutes);
        expect(Math.max(...minutes) - Math.min(...minutes)).toBeLessThanOrEqual(1);
        for (const { date } of release.days) {
          expect(spread.bankHolidays.includes(date) || spread.leave.includes(date)).toBe(false);
          expect((spread.weekdays ?? [1, 2, 3, 4, 5]).includes(weekdayOf(date))).toBe(true);
          expect(date >= spread.start && date <= spread.end).toBe(true);
        }
      }),
    );
  });

  it('bank holidays and leave never change the total', () => {
    fc.assert(
      fc.property(anySpread, (spread) => {
        const release = spreadOrNull(spread);
        fc.pre(release !== null);
        const without = spreadEvenly({ ...spread, bankHolidays: [], leave: [] });
        expect(release.releasedMinutes).toBe(without.releasedMinutes);
      }),
    );
  });

  it('hours that lapse on bank holidays never raise the total', () => {
    fc.assert(
      fc.property(anySpread, (spread) => {
        const release = spreadOrNull(spread);
        fc.pre(release !== null);
        const lapsing = spreadEvenly({ ...spread, bankHolidayHoursLapse: true });
        expect(lapsing.releasedMinutes).toBeLessThanOrEqual(release.releasedMinutes);
        if (spread.bankHolidays.length === 0) expect(lapsing).toEqual(release);
      }),
    );
  });

  it('a week-part lies in the year of its days', () => {
    fc.assert(
      fc.property(anySpread, (spread) => {
        const release = spreadOrNull(spread);
        fc.pre(release !== null);
        for (const { monday, financialYear, minutes } of weekPartsOf(release.days)) {
          const own = release.days.filter(
            ({ date }) => mondayOf(date) === monday && financialYearOf(date) === financialYear,
          );
          expect(sum(own)).toBe(minutes);
        }
      }),
    );
  });
});

describe('laws of release patterns', () => {
  it('days and weeks without a weekday together hold every minute of every week', () => {
    fc.assert(
      fc.property(anyPattern, (pattern) => {
        const { days, withoutWeekday } = releaseByDate(pattern);
        const byWeek = new Map(releaseByWeek(pattern).map(({ monday, minutes }) => [monday, minutes]));
        const joined = new Map<string, number>();
        for (const { date, minutes } of days) {
          joined.set(mondayOf(date), (joined.get(mondayOf(date)) ?? 0) + minutes);
        }
        for (const { monday, minutes } of withoutWeekday)
          joined.set(monday, (joined.get(monday) ?? 0) + minutes);
        expect(new Map([...joined].sort())).toEqual(byWeek);
      }),
    );
  });

  it('a week’s day weights are five times its minutes', () => {
    fc.assert(
      fc.property(anyPattern, (pattern) => {
        for (const { minutes, dayWeights } of patternWeeks(pattern)) {
          expect(dayWeights.reduce((total, weight) => total + weight, 0)).toBe(5 * minutes);
        }
      }),
    );
  });

  it('every teaching week has the weekly minutes, a break week only its block days', () => {
    fc.assert(
      fc.property(anyPattern, (pattern) => {
        const breaks = new Set(pattern.breakWeeks.map(mondayOf));
        const blocks = sum(pattern.blockDays ?? []);
        const first = mondayOf(pattern.start);
        const teaching = Array.from({ length: pattern.weeks }, (_, index) => index).filter(
          (index) => !breaks.has(addDays(first, index * 7)),
        ).length;
        expect(sum(releaseByWeek(pattern))).toBe(teaching * pattern.weeklyMinutes + blocks);
      }),
    );
  });

  it('its runs hold what its weeks hold: every minute and every day’s weight once', () => {
    fc.assert(
      fc.property(anyPattern, (pattern) => {
        const byWeek = new Map<number, number[]>();
        for (const { mondayNumber, weeks, minutes, dayWeights } of patternRuns(pattern)) {
          for (let week = 0; week < weeks; week += 1) {
            const at = mondayNumber + week * 7;
            const before = byWeek.get(at) ?? [];
            byWeek.set(
              at,
              [minutes, ...dayWeights].map((value, index) => value + (before[index] ?? 0)),
            );
          }
        }
        const weeks = patternWeeks(pattern).map(
          ({ mondayNumber, minutes, dayWeights }) => [mondayNumber, [minutes, ...dayWeights]] as const,
        );
        expect([...byWeek].sort(([a], [b]) => a - b)).toEqual(weeks);
      }),
    );
  });

  it('all release lies within the span', () => {
    fc.assert(
      fc.property(anyPattern, (pattern) => {
        const span = patternSpan(pattern);
        for (const { monday } of releaseByWeek(pattern)) {
          expect(span !== null && span.first <= monday && monday <= span.last).toBe(true);
        }
      }),
    );
  });
});
