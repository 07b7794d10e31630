import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate, datesBetween, dayNumberOf } from '../../shared/calendar/plain-date.ts';
import { weeksFrom } from '../../shared/calendar/week.ts';
import {
  academicYearOf,
  academicYearOfMonth,
  asAcademicYear,
  asFinancialYear,
  financialYearOf,
  financialYearOfMonth,
  firstDayOfAcademicYear,
  firstDayOfFinancialYear,
  isAcademicYear,
  isFinancialYear,
  lastDayOfAcademicYear,
  lastDayOfFinancialYear,
  nextAcademicYear,
  nextFinancialYear,
  parseFinancialYear,
  taxYearStart,
} from '../../shared/calendar/years.ts';

const day = asPlainDate;

describe('three calendars that never mix', () => {
  it('the financial year turns on 1 April', () => {
    expect(financialYearOf(day('2027-03-31'))).toBe('2026/27');
    expect(financialYearOf(day('2027-04-01'))).toBe('2027/28');
    expect(financialYearOfMonth(asMonth('2027-03'))).toBe('2026/27');
  });

  it('the academic year turns on 1 August', () => {
    expect(academicYearOf(day('2027-07-31'))).toBe('2026/27');
    expect(academicYearOf(day('2027-08-01'))).toBe('2027/28');
    expect(academicYearOfMonth(asMonth('2027-09'))).toBe('2027/28');
  });

  it('the tax year turns on 6 April', () => {
    expect(taxYearStart(day('2027-04-05'))).toBe('2026-04-06');
    expect(taxYearStart(day('2027-04-06'))).toBe('2027-04-06');
  });

  it('a label is two years in a row, over a century too', () => {
    expect(['2026/27', '1999/00', '2026/28', '2026/2027', '26/27', ''].map(isFinancialYear)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(isAcademicYear('2026/28')).toBe(false);
    expect(parseFinancialYear('2026/28')).toBeNull();
    expect(() => asFinancialYear('2026/28')).toThrow(RangeError);
    expect(() => asAcademicYear('2026-27')).toThrow(RangeError);
  });

  it('years have their first and last day and follow each other', () => {
    const year = asFinancialYear('2099/00');
    expect([firstDayOfFinancialYear(year), lastDayOfFinancialYear(year)]).toEqual([
      '2099-04-01',
      '2100-03-31',
    ]);
    expect(nextFinancialYear(year)).toBe('2100/01');
    const academic = asAcademicYear('2026/27');
    expect([firstDayOfAcademicYear(academic), lastDayOfAcademicYear(academic)]).toEqual([
      '2026-08-01',
      '2027-07-31',
    ]);
    expect(nextAcademicYear(academic)).toBe('2027/28');
  });
});

describe('a calendar week', () => {
  it('is divided where 1 April falls inside it', () => {
    // 1 April 2027 is a Thursday: Monday to Wednesday are days (0, 3], Thursday to Sunday (3, 7].
    expect(weeksFrom(day('2027-03-31'), 1)).toEqual([
      {
        monday: '2027-03-29',
        mondayNumber: dayNumberOf(day('2027-03-29')),
        days: datesBetween(day('2027-03-29'), day('2027-04-04')),
        month: 3,
        parts: [
          { financialYear: '2026/27', from: 0, to: 3 },
          { financialYear: '2027/28', from: 3, to: 7 },
        ],
      },
    ]);
  });

  it('is whole where 1 April is its Monday', () => {
    // 1 April 2030 is a Monday.
    expect(weeksFrom(day('2030-03-25'), 2).map(({ parts }) => parts)).toEqual([
      [{ financialYear: '2029/30', from: 0, to: 7 }],
      [{ financialYear: '2030/31', from: 0, to: 7 }],
    ]);
  });

  it('is divided where only its Sunday is 1 April', () => {
    // 1 April 2029 is a Sunday.
    expect(weeksFrom(day('2029-03-26'), 1)[0]!.parts).toEqual([
      { financialYear: '2028/29', from: 0, to: 6 },
      { financialYear: '2029/30', from: 6, to: 7 },
    ]);
  });
});
