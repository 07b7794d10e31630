import { describe, expect, test } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { asMonth } from '../../shared/calendar/month.ts';
import {
  dataAge,
  dateAndTime,
  dateList,
  dateRange,
  dateWithWeekday,
  dayAndMonth,
  longDate,
  longMonth,
  shortDate,
  shortMonth,
} from '../../client/format/dates.ts';

const days = (...texts: string[]) => texts.map(asPlainDate);

describe('dates', () => {
  test('a day is written out, without a leading zero', () => {
    expect(longDate(asPlainDate('2027-09-27'))).toBe('27 September 2027');
    expect(longDate(asPlainDate('2028-02-03'))).toBe('3 February 2028');
    expect(dayAndMonth(asPlainDate('2028-02-03'))).toBe('3 February');
    expect(shortDate(asPlainDate('2027-09-27'))).toBe('27 Sep 2027');
    expect(dateWithWeekday(asPlainDate('2027-09-27'))).toBe('Monday 27 September 2027');
  });

  test('a month is written with its year', () => {
    expect(longMonth(asMonth('2027-09'))).toBe('September 2027');
    expect(shortMonth(asMonth('2027-09'))).toBe('Sep 2027');
  });

  test('the days of a month share its name, and months of a year share the year', () => {
    const fiveWeeks = days('2027-12-06', '2027-12-13', '2028-07-03', '2028-07-10', '2028-07-17');
    expect(dateList(fiveWeeks)).toBe('6 and 13 December 2027; 3, 10 and 17 July 2028');
    expect(dateList(days('2027-06-28', '2027-07-05', '2028-07-10'))).toBe(
      '28 June and 5 July 2027; 10 July 2028',
    );
    expect(dateList(days('2027-07-05', '2027-12-06', '2027-12-13'))).toBe('5 July; 6 and 13 December 2027');
  });

  test('days are put in order and said once; no days are no words', () => {
    expect(dateList(days('2027-12-13', '2027-12-06', '2027-12-13'))).toBe('6 and 13 December 2027');
    expect(dateList([])).toBe('');
  });

  test('a range says the year once when it is the same', () => {
    expect(dateRange(asPlainDate('2027-09-27'), asPlainDate('2028-07-17'))).toBe(
      '27 September 2027 to 17 July 2028',
    );
    expect(dateRange(asPlainDate('2027-04-01'), asPlainDate('2027-09-30'))).toBe(
      '1 April to 30 September 2027',
    );
    expect(dateRange(asPlainDate('2027-04-01'), asPlainDate('2027-04-01'))).toBe('1 April 2027');
  });

  test('the age of data is in days', () => {
    const today = asPlainDate('2027-02-01');
    const ages = days('2027-02-01', '2027-01-31', '2026-11-30', '2027-02-02').map((date) =>
      dataAge(date, today),
    );
    expect(ages).toEqual(['today', '1 day old', '63 days old', 'dated ahead']);
  });

  test('an instant is read off a clock in London, in summer too', () => {
    expect(dateAndTime('2026-11-20T14:05:00.000Z')).toBe('20 November 2026, 14:05');
    expect(dateAndTime('2026-07-01T23:30:00.000Z')).toBe('2 July 2026, 00:30');
  });
});
