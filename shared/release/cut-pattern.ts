import { addDays, daysBetween, mondayOf, weekdayOf, type PlainDate } from '../calendar/plain-date.ts';
import { cumulativePart } from '../core/rounding.ts';
import type { BlockDay, ReleasePattern } from './release-pattern.ts';

/** From a day to a day, both included; `null` is without end. */
export type DaySpan = { readonly from: PlainDate | null; readonly to: PlainDate | null };

const workingDays = 5;

function isWithin({ from, to }: DaySpan, date: PlainDate): boolean {
  return (from === null || date >= from) && (to === null || date <= to);
}

/** A teaching week by its days; minutes of which no weekday is known lie on Monday to Friday. */
function daysOfWeek({ days, weeklyMinutes }: ReleasePattern, monday: PlainDate): BlockDay[] {
  const named =
    days ??
    Array.from({ length: workingDays }, (_, index) => ({
      weekday: index + 1,
      minutes: cumulativePart(weeklyMinutes, index, index + 1, workingDays),
    }));
  return named.map(({ weekday, minutes }) => ({ date: addDays(monday, weekday - 1), minutes }));
}

/** The teaching weeks that the span cuts through: it begins after their Monday, or ends before their Sunday. */
function cutWeeks(pattern: ReleasePattern, { from, to }: DaySpan): PlainDate[] {
  const first = mondayOf(pattern.start);
  const breaks = new Set(pattern.breakWeeks.map(mondayOf));
  const edges = [
    ...(from !== null && weekdayOf(from) !== 1 ? [mondayOf(from)] : []),
    ...(to !== null && weekdayOf(to) !== 7 ? [mondayOf(to)] : []),
  ];
  return [...new Set(edges)].filter((monday) => {
    const index = daysBetween(first, monday) / 7;
    return index >= 0 && index < pattern.weeks && !breaks.has(monday);
  });
}

/**
 * The part of a pattern that lies in a span of days; `null` when nothing of it does. Whole weeks stay weeks, and of a
 * week that the span cuts through the days within it become days of their own, so that the parts of a pattern hold
 * every minute of it once.
 */
export function cutPattern(pattern: ReleasePattern, span: DaySpan): ReleasePattern | null {
  const { from, to } = span;
  if (from === null && to === null) return pattern;
  const first = mondayOf(pattern.start);
  const begin = from === null ? 0 : Math.max(0, Math.ceil(daysBetween(first, from) / 7));
  const end =
    to === null ? pattern.weeks : Math.min(pattern.weeks, Math.floor((daysBetween(first, to) + 1) / 7));
  const cut = cutWeeks(pattern, span).flatMap((monday) => daysOfWeek(pattern, monday));
  const blockDays = [...(pattern.blockDays ?? []), ...cut].filter(
    ({ date, minutes }) => minutes > 0 && isWithin(span, date),
  );
  const weeks = Math.max(0, end - begin);
  if (weeks === 0 && blockDays.length === 0) return null;
  const whole = { ...pattern, start: addDays(first, begin * 7), weeks };
  return blockDays.length === 0 && pattern.blockDays === undefined ? whole : { ...whole, blockDays };
}
