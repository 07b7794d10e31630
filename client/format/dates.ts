import {
  daysBetween,
  monthNumberOf,
  weekdayOf,
  yearOf,
  type PlainDate,
} from '../../shared/calendar/plain-date.ts';
import type { Month } from '../../shared/calendar/month.ts';
import { listInWords, plural } from './numbers.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Monday first. */
export const weekdayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

function nameOfMonth(monthNumber: number): string {
  return months[monthNumber - 1] ?? '';
}

function dayOf(date: PlainDate): number {
  return Number(date.slice(8));
}

/** "27 September". */
export function dayAndMonth(date: PlainDate): string {
  return `${dayOf(date)} ${nameOfMonth(monthNumberOf(date))}`;
}

/** "27 September 2027". */
export function longDate(date: PlainDate): string {
  return `${dayAndMonth(date)} ${yearOf(date)}`;
}

/** "27 Sep 2027", for a table with little room. */
export function shortDate(date: PlainDate): string {
  return `${dayOf(date)} ${nameOfMonth(monthNumberOf(date)).slice(0, 3)} ${yearOf(date)}`;
}

/** "Monday 27 September 2027". */
export function dateWithWeekday(date: PlainDate): string {
  return `${weekdayName(date)} ${longDate(date)}`;
}

export function weekdayName(date: PlainDate): string {
  return weekdayNames[weekdayOf(date) - 1] ?? '';
}

/** "September 2027". */
export function longMonth(month: Month): string {
  return `${nameOfMonth(Number(month.slice(5)))} ${month.slice(0, 4)}`;
}

/** "Sep 2027", for grids and axes. */
export function shortMonth(month: Month): string {
  return `${nameOfMonth(Number(month.slice(5))).slice(0, 3)} ${month.slice(0, 4)}`;
}

/** "27 September 2027 to 17 July 2028"; the year once when it is the same. */
export function dateRange(from: PlainDate, to: PlainDate): string {
  if (from === to) return longDate(from);
  return `${yearOf(from) === yearOf(to) ? dayAndMonth(from) : longDate(from)} to ${longDate(to)}`;
}

/**
 * Many days in words, months and years said once: "6 and 13 December 2027; 3, 10 and 17 July 2028",
 * "28 June and 5 July 2027". Days are put in order and said once.
 */
export function dateList(dates: readonly PlainDate[]): string {
  const inOrder = [...new Set(dates)].sort();
  return groupBy(inOrder, yearOf)
    .map(([year, days]) => `${daysOfOneYear(days)} ${year}`)
    .join('; ');
}

function daysOfOneYear(dates: readonly PlainDate[]): string {
  const groups = groupBy(dates, monthNumberOf).map(
    ([month, days]) => `${listInWords(days.map((day) => String(dayOf(day))))} ${nameOfMonth(month)}`,
  );
  const eachIsOneDay = groups.length === dates.length;
  return eachIsOneDay ? listInWords(groups) : groups.join('; ');
}

function groupBy(
  dates: readonly PlainDate[],
  keyOf: (date: PlainDate) => number,
): readonly (readonly [number, readonly PlainDate[]])[] {
  const groups = new Map<number, PlainDate[]>();
  for (const date of dates) groups.set(keyOf(date), [...(groups.get(keyOf(date)) ?? []), date]);
  return [...groups];
}

/** How old data is on a day: "today", "1 day old", "63 days old"; a date to come is "dated ahead". */
export function dataAge(dataTo: PlainDate, today: PlainDate): string {
  const days = daysBetween(dataTo, today);
  if (days < 0) return 'dated ahead';
  return days === 0 ? 'today' : `${plural(days, 'day')} old`;
}

const instantInLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An instant (ISO text in UTC) as the clock on the wall in London: "20 November 2026, 14:05". */
export function dateAndTime(iso: string): string {
  const parts = instantInLondon.formatToParts(new Date(iso));
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((found) => found.type === type)?.value ?? '';
  return `${part('day')} ${part('month')} ${part('year')}, ${part('hour')}:${part('minute')}`;
}
