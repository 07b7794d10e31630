import { describe, expect, it } from 'vitest';
import {
  bankHolidays,
  bankHolidaysByRule,
  easterSunday,
  isBankHoliday,
} from '../../shared/calendar/bank-holidays.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';

describe('bank holidays of England', () => {
  it('cover 2024 to 2030, eight a year, in date order', () => {
    const years = bankHolidays.map(({ date }) => date.slice(0, 4));
    expect(years.filter((year) => year === '2024')).toHaveLength(8);
    expect([...new Set(years)]).toEqual(['2024', '2025', '2026', '2027', '2028', '2029', '2030']);
    expect(bankHolidays).toHaveLength(56);
    expect(bankHolidays.map(({ date }) => date)).toEqual(bankHolidays.map(({ date }) => date).sort());
  });

  it('are published to 2027 and derived by rule after', () => {
    for (const { date, status } of bankHolidays) expect(status).toBe(date < '2028' ? 'published' : 'derived');
  });

  it.each([2024, 2025, 2026, 2027])('the rule gives what was published for %i', (year) => {
    const published = bankHolidays.filter(({ date }) => date.startsWith(String(year)));
    expect(bankHolidaysByRule(year)).toEqual(published.map(({ date, title }) => ({ date, title })));
  });

  it('a weekend holiday moves to the next free weekday', () => {
    // 1 January 2028 is a Saturday.
    expect(bankHolidaysByRule(2028)[0]).toEqual({ date: '2028-01-03', title: 'New Year’s Day' });
    // 25 December 2022 was a Sunday: Boxing Day kept the Monday and Christmas Day took the Tuesday.
    expect(bankHolidaysByRule(2022).slice(-2)).toEqual([
      { date: '2022-12-26', title: 'Boxing Day' },
      { date: '2022-12-27', title: 'Christmas Day' },
    ]);
    // 25 December 2021 was a Saturday: Monday and Tuesday.
    expect(bankHolidaysByRule(2021).slice(-2)).toEqual([
      { date: '2021-12-27', title: 'Christmas Day' },
      { date: '2021-12-28', title: 'Boxing Day' },
    ]);
  });

  it.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2028, '2028-04-16'],
    [2029, '2029-04-01'],
    [2030, '2030-04-21'],
    [2038, '2038-04-25'],
  ])('Easter Sunday of %i is %s', (year, date) => {
    expect(easterSunday(year)).toBe(date);
  });

  it('a day is one or not; outside the table none is known', () => {
    expect(isBankHoliday(asPlainDate('2026-12-28'))).toBe(true);
    expect(isBankHoliday(asPlainDate('2026-12-26'))).toBe(false);
    expect(isBankHoliday(asPlainDate('2031-12-25'))).toBe(false);
  });
});
