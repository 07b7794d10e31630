import { dateOfDayNumber, mondayNumberOf, weekdayOf, type PlainDate } from '../calendar/plain-date.ts';
import { weekOfMonday } from '../calendar/week.ts';
import { ModelError } from '../core/errors.ts';
import type { BlockDay, NamedDay, ReleasePattern } from './release-pattern.ts';
import type { ReleasedDay, ReleasedWeek } from './released-time.ts';

/** Days that weekly minutes without a weekday count on equally when a week has to be divided: Monday to Friday. */
const daysWithoutWeekday = 5;

/**
 * One week of a pattern with release in it. `dayWeights` says how its minutes lie on Monday to Sunday, in fifths of
 * a minute: a named day has five times its minutes; minutes without a weekday lie equally on Monday to Friday.
 */
export type PatternWeek = {
  /** Days from 1970-01-01 to the Monday. */
  readonly mondayNumber: number;
  readonly minutes: number;
  readonly dayWeights: readonly number[];
};

/** Weeks in a row with the same release in each; a pattern has few of them, and far fewer than it has weeks. */
export type PatternRun = PatternWeek & { readonly weeks: number };

/** True when a weekday is known for every hour; otherwise the pattern is labelled "not a roster". */
export function isRoster(pattern: ReleasePattern): boolean {
  return pattern.days !== undefined || pattern.weeklyMinutes === 0;
}

/** A whole day, or half of one with an odd minute rounded up. */
export function minutesOfDay(part: 'whole' | 'half', wholeDayMinutes: number): number {
  return part === 'whole' ? wholeDayMinutes : Math.ceil(wholeDayMinutes / 2);
}

function sumOfMinutes(days: readonly { readonly minutes: number }[]): number {
  return days.reduce((sum, day) => sum + day.minutes, 0);
}

function weightsOfDays(days: readonly NamedDay[]): number[] {
  const weights = [0, 0, 0, 0, 0, 0, 0];
  for (const { weekday, minutes } of days) {
    weights[weekday - 1] = (weights[weekday - 1] ?? 0) + minutes * daysWithoutWeekday;
  }
  return weights;
}

function weeklyWeights({ days, weeklyMinutes: m }: ReleasePattern): readonly number[] {
  return days === undefined ? [m, m, m, m, m, 0, 0] : weightsOfDays(days);
}

function checkDays({ days, weeklyMinutes }: ReleasePattern): void {
  if (days !== undefined && sumOfMinutes(days) !== weeklyMinutes) {
    throw new ModelError(
      'bad-input',
      'The weekly minutes differ from the sum of the named days.',
      '/weekly_minutes',
    );
  }
}

/** The teaching weeks from break to break. */
function teachingRuns(pattern: ReleasePattern): PatternRun[] {
  const { weeklyMinutes: minutes, breakWeeks } = pattern;
  if (minutes === 0) return [];
  const first = mondayNumberOf(pattern.start);
  const end = first + pattern.weeks * 7;
  const stops = breakWeeks.map(mondayNumberOf).filter((monday) => monday >= first && monday < end);
  const dayWeights = weeklyWeights(pattern);
  const runs: PatternRun[] = [];
  let mondayNumber = first;
  for (const stop of [...stops.sort((a, b) => a - b), end]) {
    if (stop > mondayNumber)
      runs.push({ mondayNumber, weeks: (stop - mondayNumber) / 7, minutes, dayWeights });
    mondayNumber = stop + 7;
  }
  return runs;
}

function runOfBlockDay({ date, minutes }: BlockDay): PatternRun {
  const dayWeights = weightsOfDays([{ weekday: weekdayOf(date), minutes }]);
  return { mondayNumber: mondayNumberOf(date), weeks: 1, minutes, dayWeights };
}

/**
 * A pattern as runs of weeks: those from break to break in date order, then a run of one week for each block day, which
 * counts on top of what its week has already.
 *
 * @throws ModelError `bad-input` when `weeklyMinutes` is not the sum of `days`.
 */
export function patternRuns(pattern: ReleasePattern): PatternRun[] {
  checkDays(pattern);
  const teaching = teachingRuns(pattern);
  const { blockDays = [] } = pattern;
  return blockDays.length === 0 ? teaching : [...teaching, ...blockDays.map(runOfBlockDay)];
}

function add(week: PatternWeek | undefined, more: PatternWeek): PatternWeek {
  if (week === undefined) return more;
  return {
    mondayNumber: week.mondayNumber,
    minutes: week.minutes + more.minutes,
    dayWeights: week.dayWeights.map((weight, index) => weight + (more.dayWeights[index] ?? 0)),
  };
}

/**
 * The weeks of a pattern that have release, in date order. Block days count on top of the weekly pattern, also in
 * break weeks and outside the teaching weeks.
 *
 * @throws ModelError `bad-input` when `weeklyMinutes` is not the sum of `days`.
 */
export function patternWeeks(pattern: ReleasePattern): PatternWeek[] {
  const weeks = new Map<number, PatternWeek>();
  for (const { mondayNumber: first, weeks: count, minutes, dayWeights } of patternRuns(pattern)) {
    for (let mondayNumber = first; mondayNumber < first + count * 7; mondayNumber += 7) {
      weeks.set(mondayNumber, add(weeks.get(mondayNumber), { mondayNumber, minutes, dayWeights }));
    }
  }
  return [...weeks.values()].sort((a, b) => a.mondayNumber - b.mondayNumber);
}

/** First and last Monday of some weeks. */
type Span<Day> = { readonly first: Day; readonly last: Day };

/** Of all patterns together, as day numbers: break weeks and block days included; `null` when they have no week. */
export function spanOfPatterns(patterns: readonly ReleasePattern[]): Span<number> | null {
  let [first, last] = [Infinity, -Infinity];
  for (const { start, weeks, blockDays = [] } of patterns) {
    if (weeks > 0) {
      const monday = mondayNumberOf(start);
      [first, last] = [Math.min(first, monday), Math.max(last, monday + (weeks - 1) * 7)];
    }
    for (const { date } of blockDays) {
      const monday = mondayNumberOf(date);
      [first, last] = [Math.min(first, monday), Math.max(last, monday)];
    }
  }
  return last < first ? null : { first, last };
}

/** Monday of the first and of the last week of a pattern, break weeks and block days included; `null` when it has none. */
export function patternSpan(pattern: ReleasePattern): Span<PlainDate> | null {
  const span = spanOfPatterns([pattern]);
  return span && { first: dateOfDayNumber(span.first), last: dateOfDayNumber(span.last) };
}

/** Released minutes of each week with release, in date order. */
export function releaseByWeek(pattern: ReleasePattern): ReleasedWeek[] {
  return patternWeeks(pattern).map(({ mondayNumber, minutes }) => ({
    monday: weekOfMonday(mondayNumber).monday,
    minutes,
  }));
}

/** Release with a date, and the weeks' minutes of which no weekday is known ("not a roster"). */
export type ReleaseByDate = {
  readonly days: readonly ReleasedDay[];
  readonly withoutWeekday: readonly ReleasedWeek[];
};

/** Released minutes by date, as far as dates are known; days and weeks together hold every released minute. */
export function releaseByDate(pattern: ReleasePattern): ReleaseByDate {
  if (isRoster(pattern)) return { days: datedDays(patternWeeks(pattern)), withoutWeekday: [] };
  return {
    days: datedDays(patternWeeks({ ...pattern, weeks: 0 })),
    withoutWeekday: releaseByWeek({ ...pattern, blockDays: [] }),
  };
}

function datedDays(weeks: readonly PatternWeek[]): ReleasedDay[] {
  return weeks.flatMap(({ mondayNumber, dayWeights }) =>
    dayWeights.flatMap((weight, index) =>
      weight === 0
        ? []
        : [{ date: dateOfDayNumber(mondayNumber + index), minutes: weight / daysWithoutWeekday }],
    ),
  );
}
