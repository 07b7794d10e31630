import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { publishedParameters as set } from '../../shared/parameters/default-set.ts';
import { courseMonthsOf } from '../../shared/programmes/course-months.ts';
import { teachingCalendar, weeksWithRelease } from '../../shared/programmes/teaching-calendar.ts';

describe('the assumed calendar of a stage', () => {
  it('intake September 2027: 43 weeks from Monday 27 September, 39 of them with release', () => {
    const calendar = teachingCalendar('kings', 'pgcert', asMonth('2027-09'));
    expect(calendar).toMatchObject({ firstWeek: '2027-09-27', weeks: 43, status: 'assumption' });
    // 25 December 2027 is a Saturday, in the week of 20 December; Good Friday 2028 is 14 April
    expect(calendar.breakWeeks).toEqual(['2027-12-20', '2027-12-27', '2028-04-10', '2028-04-17']);
    const weeks = weeksWithRelease(calendar);
    expect(weeks).toHaveLength(43 - 4);
    expect([weeks[0], weeks.at(-1)]).toEqual(['2027-09-27', '2028-07-17']);
  });

  it('intake September 2026: the breaks are the weeks of 21 and 28 December, 22 and 29 March', () => {
    const calendar = teachingCalendar('exeter', 'pgdip', asMonth('2026-09'));
    expect(calendar.firstWeek).toBe('2026-09-28');
    expect(calendar.breakWeeks).toEqual(['2026-12-21', '2026-12-28', '2027-03-22', '2027-03-29']);
  });

  it('intake September 2022: 25 December is a Sunday, so its week starts on the 19th', () => {
    expect(teachingCalendar('sheffield', 'pgcert', asMonth('2022-09')).breakWeeks.slice(0, 2)).toEqual([
      '2022-12-19',
      '2022-12-26',
    ]);
  });

  it('intake October 2027 starts on Monday 4 October; where the 1st is a Monday, on the 1st', () => {
    expect(teachingCalendar('newcastle', 'pgcert', asMonth('2027-10')).firstWeek).toBe('2027-10-04');
    expect(teachingCalendar('newcastle', 'pgcert', asMonth('2029-10')).firstWeek).toBe('2029-10-01');
  });

  it('an intake outside the usual months has the breaks that fall in its own weeks', () => {
    const calendar = teachingCalendar('kings', 'pgcert', asMonth('2028-01'));
    expect(calendar.firstWeek).toBe('2028-01-03');
    expect(calendar.breakWeeks).toEqual(['2028-04-10', '2028-04-17']);
  });

  it('fees are spread over 10 months from October, whether the course starts at the end of September or in October', () => {
    for (const intake of ['2027-09', '2027-10']) {
      const calendar = teachingCalendar('kings', 'pgcert', asMonth(intake));
      expect(courseMonthsOf(calendar, set)).toMatchObject({ firstMonth: '2027-10', months: 10 });
    }
  });
});
