import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { spreadEvenly, type EvenSpread } from '../../shared/release/even-spread.ts';
import {
  isRoster,
  minutesOfDay,
  patternSpan,
  patternWeeks,
  releaseByWeek,
} from '../../shared/release/pattern-weeks.ts';
import type { ReleasePattern } from '../../shared/release/release-pattern.ts';
import { crossingWeekOf, weeksOf } from '../../shared/release/released-time.ts';

const day = asPlainDate;
const weekly: ReleasePattern = { weeklyMinutes: 450, start: day('2027-09-29'), weeks: 2, breakWeeks: [] };

describe('a release pattern', () => {
  it('is a roster only when every hour has a weekday', () => {
    expect(isRoster(weekly)).toBe(false);
    expect(isRoster({ ...weekly, days: [{ weekday: 2, minutes: 450 }] })).toBe(true);
    expect(
      isRoster({ ...weekly, weeklyMinutes: 0, blockDays: [{ date: day('2027-10-01'), minutes: 450 }] }),
    ).toBe(true);
  });

  it('counts weeks from the Monday of its start, whatever the day', () => {
    expect(releaseByWeek(weekly)).toEqual([
      { monday: '2027-09-27', minutes: 450 },
      { monday: '2027-10-04', minutes: 450 },
    ]);
  });

  it('lies on Monday to Friday equally where no weekday is known', () => {
    expect(patternWeeks(weekly)[0]!.dayWeights).toEqual([450, 450, 450, 450, 450, 0, 0]);
  });

  it('keeps block days in break weeks and before the first week', () => {
    const pattern: ReleasePattern = {
      ...weekly,
      breakWeeks: [day('2027-10-04')],
      blockDays: [
        { date: day('2027-10-08'), minutes: 450 },
        { date: day('2027-09-15'), minutes: 690 },
        { date: day('2027-09-28'), minutes: 60 },
      ],
    };
    expect(releaseByWeek(pattern)).toEqual([
      { monday: '2027-09-13', minutes: 690 },
      { monday: '2027-09-27', minutes: 510 },
      { monday: '2027-10-04', minutes: 450 },
    ]);
    expect(patternSpan(pattern)).toEqual({ first: '2027-09-13', last: '2027-10-04' });
  });

  it('spans its break weeks, and nothing when it has no weeks', () => {
    expect(patternSpan({ ...weekly, weeks: 43, breakWeeks: [day('2028-07-17')] })).toEqual({
      first: '2027-09-27',
      last: '2028-07-17',
    });
    expect(patternSpan({ ...weekly, weeks: 0 })).toBeNull();
  });

  it('is refused when its days do not add up to its week', () => {
    expect(() => patternWeeks({ ...weekly, days: [{ weekday: 2, minutes: 400 }] })).toThrow(
      expect.objectContaining({ code: 'bad-input', path: '/weekly_minutes' }),
    );
  });

  it('a half day is half of a whole one, an odd minute up', () => {
    expect([minutesOfDay('whole', 450), minutesOfDay('half', 450), minutesOfDay('half', 455)]).toEqual([
      450, 225, 228,
    ]);
  });
});

describe('an even spread', () => {
  const spread: EvenSpread = {
    credits: 15,
    releaseBp: 5000,
    start: day('2027-01-11'),
    end: day('2027-01-15'),
    bankHolidays: [],
    leave: [],
  };

  it('is refused when the period ends before it starts', () => {
    expect(() => spreadEvenly({ ...spread, end: day('2027-01-10') })).toThrow(
      expect.objectContaining({ code: 'bad-input', path: '/end' }),
    );
  });

  it('is refused when there are minutes and no day to put them on', () => {
    const leave = ['2027-01-11', '2027-01-12', '2027-01-13', '2027-01-14', '2027-01-15'].map(day);
    expect(() => spreadEvenly({ ...spread, leave })).toThrow(expect.objectContaining({ code: 'bad-input' }));
    expect(spreadEvenly({ ...spread, leave, credits: 0 })).toEqual({ releasedMinutes: 0, days: [] });
  });

  it('takes in its last day, and a Saturday only for someone who works it', () => {
    expect(spreadEvenly(spread).days.map(({ date }) => date)).toContain('2027-01-15');
    const weekend = { ...spread, end: day('2027-01-17'), weekdays: [6] };
    expect(spreadEvenly(weekend).days).toEqual([{ date: '2027-01-16', minutes: 4500 }]);
  });

  it('shows weeks without release as 0', () => {
    const leave = ['2027-01-18', '2027-01-19', '2027-01-20', '2027-01-21', '2027-01-22'].map(day);
    const longer = { ...spread, end: day('2027-01-29'), leave };
    expect(weeksOf(spreadEvenly(longer).days, longer.start, longer.end)).toEqual([
      { monday: '2027-01-11', minutes: 2250 },
      { monday: '2027-01-18', minutes: 0 },
      { monday: '2027-01-25', minutes: 2250 },
    ]);
  });

  it('has a crossing week only when both 31 March and 1 April lie in the period and in one week', () => {
    const days = (start: string, end: string) =>
      spreadEvenly({ ...spread, start: day(start), end: day(end) }).days;
    expect(crossingWeekOf(days('2027-04-01', '2027-05-01'), day('2027-04-01'), day('2027-05-01'))).toBeNull();
    expect(crossingWeekOf(days('2027-03-01', '2027-03-31'), day('2027-03-01'), day('2027-03-31'))).toBeNull();
    // 1 April 2030 is a Monday: 31 March lies in the week before.
    expect(crossingWeekOf(days('2030-03-01', '2030-04-30'), day('2030-03-01'), day('2030-04-30'))).toBeNull();
    // 1 April 2028 is a Saturday: the week crosses, and nothing of it falls in the new year.
    const crossing = crossingWeekOf(days('2028-03-27', '2028-03-31'), day('2028-03-27'), day('2028-04-02'));
    expect(Object.fromEntries(crossing!)).toEqual({ '2027/28': 4500, '2028/29': 0 });
  });
});
