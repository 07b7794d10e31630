import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { spreadEvenly, type EvenSpread } from '../../shared/release/even-spread.ts';
import { releaseByDate, releaseByWeek } from '../../shared/release/pattern-weeks.ts';
import type { ReleasePattern } from '../../shared/release/release-pattern.ts';
import { crossingWeekOf, minutesByYear, weekPartsOf, weeksOf } from '../../shared/release/released-time.ts';

const day = asPlainDate;

const module: EvenSpread = {
  credits: 15,
  releaseBp: 4000,
  start: day('2026-10-05'),
  end: day('2026-12-24'),
  bankHolidays: [],
  leave: [],
};

describe('one 15-credit module, 40% in working time, 5 October to 24 December 2026', () => {
  const release = spreadEvenly(module);

  it('releases 15 × 10 hours × 40% = 60 hours', () => {
    expect(release.releasedMinutes).toBe(60 * 60);
  });

  it('has 12 weeks of 5 days less Friday 25 December = 59 days', () => {
    expect(release.days).toHaveLength(12 * 5 - 1);
  });

  it('gives 3600 ÷ 59 = 61.02 minutes a day: 305 in a week of five, 245 in the last of four', () => {
    const weeks = weeksOf(release.days, module.start, module.end).map(({ minutes }) => minutes);
    expect(weeks).toEqual([...Array<number>(11).fill(305), 3600 - 11 * 305]);
  });
});

describe('a stage over 1 April 2027', () => {
  // 60 credits × 10 hours × 30% = 180 hours
  const stage = { ...module, credits: 60, releaseBp: 3000, start: day('2027-03-22'), end: day('2027-04-09') };

  it('divides the week by its days: three before 1 April, two from it', () => {
    // 15 working days, 180 × 60 ÷ 15 = 720 minutes a day; 1 April 2027 is a Thursday
    const { days } = spreadEvenly(stage);
    expect(weekPartsOf(days)).toEqual([
      { monday: '2027-03-22', financialYear: '2026/27', minutes: 5 * 720 },
      { monday: '2027-03-29', financialYear: '2026/27', minutes: 3 * 720 },
      { monday: '2027-03-29', financialYear: '2027/28', minutes: 2 * 720 },
      { monday: '2027-04-05', financialYear: '2027/28', minutes: 5 * 720 },
    ]);
    expect(Object.fromEntries(minutesByYear(weekPartsOf(days)))).toEqual({
      '2026/27': 8 * 720,
      '2027/28': 7 * 720,
    });
    expect(Object.fromEntries(crossingWeekOf(days, stage.start, stage.end)!)).toEqual({
      '2026/27': 3 * 720,
      '2027/28': 2 * 720,
    });
  });

  it('moves the hours of Good Friday and Easter Monday to other days', () => {
    const { releasedMinutes, days } = spreadEvenly({
      ...stage,
      bankHolidays: [day('2027-03-26'), day('2027-03-29')],
    });
    // 13 days are left: 10800 ÷ 13 = 830.77
    expect([releasedMinutes, days.length]).toEqual([10_800, 13]);
    expect(days[0]!.minutes).toBe(830);
    expect(days.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(10_800);
  });

  it('falls pro rata where hours on a bank holiday are not made up', () => {
    const { releasedMinutes } = spreadEvenly({
      ...stage,
      bankHolidays: [day('2027-03-26'), day('2027-03-29')],
      bankHolidayHoursLapse: true,
    });
    // 13 of 15 days: 10800 × 13 ÷ 15
    expect(releasedMinutes).toBe(9360);
  });
});

describe('release by pattern', () => {
  const tuesdays: ReleasePattern = {
    weeklyMinutes: 450 + 225,
    start: day('2027-09-27'),
    weeks: 4,
    breakWeeks: [day('2027-10-13')],
    days: [
      { weekday: 2, minutes: 450 },
      { weekday: 5, minutes: 225 },
    ],
    blockDays: [{ date: day('2027-11-03'), minutes: 450 }],
  };

  it('a whole Tuesday and half a Friday in teaching weeks, a block day after them', () => {
    expect(releaseByDate(tuesdays)).toEqual({
      days: [
        { date: '2027-09-28', minutes: 450 },
        { date: '2027-10-01', minutes: 225 },
        { date: '2027-10-05', minutes: 450 },
        { date: '2027-10-08', minutes: 225 },
        // the week of 11 October is a break
        { date: '2027-10-19', minutes: 450 },
        { date: '2027-10-22', minutes: 225 },
        { date: '2027-11-03', minutes: 450 },
      ],
      withoutWeekday: [],
    });
    expect(releaseByWeek(tuesdays)).toEqual([
      { monday: '2027-09-27', minutes: 675 },
      { monday: '2027-10-04', minutes: 675 },
      { monday: '2027-10-18', minutes: 675 },
      { monday: '2027-11-01', minutes: 450 },
    ]);
  });

  it('weekly minutes without a weekday have no dates; a block day among them has', () => {
    const weekly = { ...tuesdays, days: undefined };
    expect(
      releaseByDate({ ...weekly, weeks: 2, blockDays: [{ date: day('2027-09-29'), minutes: 450 }] }),
    ).toEqual({
      days: [{ date: '2027-09-29', minutes: 450 }],
      withoutWeekday: [
        { monday: '2027-09-27', minutes: 675 },
        { monday: '2027-10-04', minutes: 675 },
      ],
    });
  });
});
