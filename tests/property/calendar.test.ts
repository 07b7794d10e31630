import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankHolidaysByRule, easterSunday } from '../../shared/calendar/bank-holidays.ts';
import { addMonthsTo, firstDayOf, lastDayOf, monthOf, monthsBetween } from '../../shared/calendar/month.ts';
import {
  addDays,
  addMonths,
  datesBetween,
  dayNumberOf,
  daysBetween,
  isPlainDate,
  mondayOf,
  weekdayOf,
} from '../../shared/calendar/plain-date.ts';
import { weeksFrom } from '../../shared/calendar/week.ts';
import {
  academicYearOf,
  financialYearOf,
  firstDayOfAcademicYear,
  firstDayOfFinancialYear,
  lastDayOfAcademicYear,
  lastDayOfFinancialYear,
  nextFinancialYear,
  taxYearStart,
} from '../../shared/calendar/years.ts';
import { anyDay } from '../support/calendar-arbitrary.ts';

const months = fc.integer({ min: -600, max: 600 });

describe('laws of the calendar', () => {
  it('every day reads back the same, and as the machine’s own calendar in UTC reads it', () => {
    fc.assert(
      fc.property(anyDay(), (date) => {
        const machine = new Date(dayNumberOf(date) * 86_400_000);
        expect(machine.toISOString().slice(0, 10)).toBe(date);
        expect(weekdayOf(date)).toBe(((machine.getUTCDay() + 6) % 7) + 1);
        expect(isPlainDate(date)).toBe(true);
      }),
    );
  });

  it('adding days and counting them are inverse', () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: -30_000, max: 30_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(addDays(date, days) > date).toBe(days > 0);
      }),
    );
  });

  it('adding months never passes the month’s end, and months between is its inverse', () => {
    fc.assert(
      fc.property(anyDay(), months, (date, count) => {
        const later = addMonths(date, count);
        expect(monthsBetween(monthOf(date), monthOf(later))).toBe(count);
        expect(later <= lastDayOf(addMonthsTo(monthOf(date), count))).toBe(true);
        expect(later.slice(8) <= date.slice(8)).toBe(true);
        if (date.slice(8) <= '28') expect(addMonths(later, -count)).toBe(date);
      }),
    );
  });

  it('a week holds seven days that share their Monday', () => {
    fc.assert(
      fc.property(anyDay(), (date) => {
        const monday = mondayOf(date);
        expect(weekdayOf(monday)).toBe(1);
        expect(daysBetween(monday, date)).toBe(weekdayOf(date) - 1);
        expect(datesBetween(monday, addDays(monday, 6)).map(mondayOf)).toEqual(Array(7).fill(monday));
      }),
    );
  });

  it('a month is from its first to its last day, and the next follows', () => {
    fc.assert(
      fc.property(anyDay(), (date) => {
        const month = monthOf(date);
        expect(firstDayOf(month) <= date && date <= lastDayOf(month)).toBe(true);
        expect(addDays(lastDayOf(month), 1)).toBe(firstDayOf(addMonthsTo(month, 1)));
      }),
    );
  });

  it('each year holds its days: financial, academic and tax', () => {
    fc.assert(
      fc.property(anyDay(), (date) => {
        const [financial, academic] = [financialYearOf(date), academicYearOf(date)];
        expect(firstDayOfFinancialYear(financial) <= date && date <= lastDayOfFinancialYear(financial)).toBe(
          true,
        );
        expect(firstDayOfAcademicYear(academic) <= date && date <= lastDayOfAcademicYear(academic)).toBe(
          true,
        );
        expect(addDays(lastDayOfFinancialYear(financial), 1)).toBe(
          firstDayOfFinancialYear(nextFinancialYear(financial)),
        );
        const tax = taxYearStart(date);
        expect(tax.slice(5)).toBe('04-06');
        expect(daysBetween(tax, date)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(tax, date)).toBeLessThan(366);
      }),
    );
  });

  it('the parts of a week are its days, each in the year the day lies in', () => {
    fc.assert(
      fc.property(anyDay(), (date) => {
        const [week] = weeksFrom(date, 1);
        const byPart = week!.parts.flatMap(({ financialYear, from, to }) =>
          Array.from({ length: to - from }, () => financialYear),
        );
        expect(byPart).toEqual(datesBetween(week!.monday, addDays(week!.monday, 6)).map(financialYearOf));
      }),
    );
  });

  it('weeks follow each other and do not depend on the day asked from', () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: 1, max: 60 }), (date, count) => {
        const weeks = weeksFrom(date, count);
        expect(weeks.map(({ monday }) => monday)).toEqual(
          Array.from({ length: count }, (_, index) => addDays(mondayOf(date), index * 7)),
        );
        expect(weeksFrom(mondayOf(date), count)).toEqual(weeks);
      }),
    );
  });

  it('Easter is a Sunday from 22 March to 25 April, and no two holidays of a year share a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
        const easter = easterSunday(year);
        expect(weekdayOf(easter)).toBe(7);
        expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true);
        const dates = bankHolidaysByRule(year).map(({ date }) => date);
        expect(new Set(dates).size).toBe(8);
        expect(dates.every((date) => weekdayOf(date) <= 5)).toBe(true);
      }),
    );
  });
});
