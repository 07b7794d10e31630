import { civilFromDays, daysFromCivil, daysInMonth, type Civil } from './civil.ts';

/** A calendar day as 'YYYY-MM-DD' text of the years 0001 to 9999; `<` compares days. */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const shape = /^\d{4}-\d{2}-\d{2}$/;

export function isPlainDate(text: unknown): text is PlainDate {
  if (typeof text !== 'string' || !shape.test(text)) return false;
  const { year, month, day } = civilOfText(text);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function parsePlainDate(text: string): PlainDate | null {
  return isPlainDate(text) ? text : null;
}

/** @throws RangeError when the text is not a day of the calendar. */
export function asPlainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`not a calendar day: ${text.slice(0, 20)}`);
  return text;
}

/** The two digits at a place of a text that has the shape; read as they are, since slices would be made of each. */
function twoDigitsAt(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

function civilOfText(text: string): Civil {
  return {
    year: twoDigitsAt(text, 0) * 100 + twoDigitsAt(text, 2),
    month: twoDigitsAt(text, 5),
    day: twoDigitsAt(text, 8),
  };
}

const twoDigits: readonly string[] = Array.from({ length: 100 }, (_, value) =>
  String(value).padStart(2, '0'),
);

function textOfCivil({ year, month, day }: Civil): PlainDate {
  if (year < 1 || year > 9999) throw new RangeError('a day outside the years 0001 to 9999');
  const century = twoDigits[Math.floor(year / 100)];
  return `${century}${twoDigits[year % 100]}-${twoDigits[month]}-${twoDigits[day]}` as PlainDate;
}

/** Days since 1970-01-01: for sums over many days, where text would be slow. */
export function dayNumberOf(date: PlainDate): number {
  return daysFromCivil(civilOfText(date));
}

/** @throws RangeError outside the years 0001 to 9999. */
export function dateOfDayNumber(dayNumber: number): PlainDate {
  return textOfCivil(civilFromDays(dayNumber));
}

/** The day `days` later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

/** The same day of the month `months` later, or the last day of that month where it is shorter. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = civilOfText(date);
  const index = year * 12 + month - 1 + months;
  const target = { year: Math.floor(index / 12), month: index - Math.floor(index / 12) * 12 + 1 };
  return textOfCivil({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
}

/** Days from `from` to `to`: positive when `to` is later. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** ISO weekday of a day number: 1970-01-01 was a Thursday. */
export function weekdayOfDayNumber(dayNumber: number): Weekday {
  return (((((dayNumber + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function weekdayOf(date: PlainDate): Weekday {
  return weekdayOfDayNumber(dayNumberOf(date));
}

/** Day number of the Monday of the week the day lies in. */
export function mondayNumberOf(date: PlainDate): number {
  const dayNumber = dayNumberOf(date);
  return dayNumber - weekdayOfDayNumber(dayNumber) + 1;
}

/** The Monday of the week the day lies in; weeks start on Monday. */
export function mondayOf(date: PlainDate): PlainDate {
  return dateOfDayNumber(mondayNumberOf(date));
}

/** Every day from `from` to `to`, both included; empty when `to` is earlier. */
export function datesBetween(from: PlainDate, to: PlainDate): PlainDate[] {
  const first = dayNumberOf(from);
  const length = Math.max(0, dayNumberOf(to) - first + 1);
  return Array.from({ length }, (_, index) => dateOfDayNumber(first + index));
}

export function yearOf(date: PlainDate): number {
  return civilOfText(date).year;
}

/** Month of the year, 1..12. */
export function monthNumberOf(date: PlainDate): number {
  return civilOfText(date).month;
}
