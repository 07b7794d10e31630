import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  asPlainDate,
  datesBetween,
  daysBetween,
  isPlainDate,
  mondayOf,
  monthNumberOf,
  parsePlainDate,
  weekdayOf,
  yearOf,
} from '../../shared/calendar/plain-date.ts';
import {
  addMonthsTo,
  asMonth,
  firstDayOf,
  isMonth,
  lastDayOf,
  monthOf,
  monthsBetween,
  parseMonth,
} from '../../shared/calendar/month.ts';

const day = asPlainDate;

describe('a plain date', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-11-20'])('%s is a day', (text) => {
    expect(isPlainDate(text)).toBe(true);
    expect(parsePlainDate(text)).toBe(text);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '2026-11-20T00:00',
    ' 2026-11-20',
    '0000-01-01',
    '',
  ])('%j is no day', (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(parsePlainDate(text)).toBeNull();
    expect(() => asPlainDate(text)).toThrow(RangeError);
  });

  it('is text and nothing else', () => {
    expect([20261120, null, undefined, new Date(0)].map((value) => isPlainDate(value))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('knows its weekday and the Monday of its week', () => {
    expect(weekdayOf(day('2026-11-20'))).toBe(5);
    expect(mondayOf(day('2026-11-20'))).toBe('2026-11-16');
    expect(mondayOf(day('2026-11-16'))).toBe('2026-11-16');
    expect(mondayOf(day('2026-11-22'))).toBe('2026-11-16');
    expect(weekdayOf(day('1969-12-28'))).toBe(7);
  });

  it('counts days over leap days and year ends', () => {
    expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01');
    expect(addDays(day('2027-01-01'), -1)).toBe('2026-12-31');
    expect(daysBetween(day('2024-01-01'), day('2025-01-01'))).toBe(366);
    expect(daysBetween(day('2025-01-01'), day('2024-01-01'))).toBe(-366);
    expect([yearOf(day('2027-03-01')), monthNumberOf(day('2027-03-01'))]).toEqual([2027, 3]);
  });

  it('clamps to the end of a shorter month when months are added', () => {
    expect(addMonths(day('2027-01-31'), 1)).toBe('2027-02-28');
    expect(addMonths(day('2027-10-31'), 4)).toBe('2028-02-29');
    expect(addMonths(day('2027-03-31'), -13)).toBe('2026-02-28');
    expect(addMonths(day('2026-12-15'), 1)).toBe('2027-01-15');
  });

  it('lists days with both ends, and none backwards', () => {
    expect(datesBetween(day('2027-02-27'), day('2027-03-02'))).toEqual([
      '2027-02-27',
      '2027-02-28',
      '2027-03-01',
      '2027-03-02',
    ]);
    expect(datesBetween(day('2027-03-02'), day('2027-03-01'))).toEqual([]);
  });

  it('refuses to leave the years 0001 to 9999', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(day('0001-01-01'), -1)).toThrow(RangeError);
  });
});

describe('a month', () => {
  it('is a year and a month 01 to 12', () => {
    expect(['2026-12', '2026-00', '2026-13', '2026-1', '2026-12-01', '0000-12'].map(isMonth)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(parseMonth('2026-13')).toBeNull();
    expect(() => asMonth('2026-13')).toThrow(RangeError);
  });

  it('counts months over year ends', () => {
    expect(addMonthsTo(asMonth('2026-12'), 1)).toBe('2027-01');
    expect(addMonthsTo(asMonth('2026-01'), -1)).toBe('2025-12');
    expect(addMonthsTo(asMonth('2027-10'), 9)).toBe('2028-07');
    expect(monthsBetween(asMonth('2026-12'), asMonth('2030-03'))).toBe(39);
  });

  it('has a first and a last day', () => {
    expect(firstDayOf(asMonth('2028-02'))).toBe('2028-02-01');
    expect(lastDayOf(asMonth('2028-02'))).toBe('2028-02-29');
    expect(monthOf(day('2028-02-29'))).toBe('2028-02');
  });
});
