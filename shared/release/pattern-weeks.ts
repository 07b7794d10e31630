import {
  addDays,
  dateOfDayNumber,
  dayNumberOf,
  mondayOf,
  weekdayOf,
  type PlainDate,
} from '../calendar/plain-date.ts';
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

function addBlockDay(week: PatternWeek | undefined, day: BlockDay): PatternWeek {
  const mondayNumber = dayNumberOf(mondayOf(day.date));
  const { minutes, dayWeights } = week ?? { minutes: 0, dayWeights: weightsOfDays([]) };
  const block = weightsOfDays([{ weekday: weekdayOf(day.date), minutes: day.minutes }]);
  return {
    mondayNumber,
    minutes: minutes + day.minutes,
    dayWeights: dayWeights.map((weight, index) => weight + (block[index] ?? 0)),
  };
}

function teachingWeeks(pattern: ReleasePattern): PatternWeek[] {
  const first = dayNumberOf(mondayOf(pattern.start));
  const breaks = new Set(pattern.breakWeeks.map((date) => dayNumberOf(mondayOf(date))));
  const dayWeights = weeklyWeights(pattern);
  const weeks: PatternWeek[] = [];
  for (let index = 0; index < pattern.weeks && pattern.weeklyMinutes > 0; index += 1) {
    const mondayNumber = first + index * 7;
    if (!breaks.has(mondayNumber)) weeks.push({ mondayNumber, minutes: pattern.weeklyMinutes, dayWeights });
  }
  return weeks;
}

/**
 * The weeks of a pattern that have release, in date order. Block days count on top of the weekly pattern, also in
 * break weeks and outside the teaching weeks.
 *
 * @throws ModelError `bad-input` when `weeklyMinutes` is not the sum of `days`.
 */
export function patternWeeks(pattern: ReleasePattern): PatternWeek[] {
  checkDays(pattern);
  const teaching = teachingWeeks(pattern);
  const blockDays = pattern.blockDays ?? [];
  if (blockDays.length === 0) return teaching;
  const weeks = new Map(teaching.map((week) => [week.mondayNumber, week]));
  for (const day of blockDays) {
    const mondayNumber = dayNumberOf(mondayOf(day.date));
    weeks.set(mondayNumber, addBlockDay(weeks.get(mondayNumber), day));
  }
  return [...weeks.values()].sort((a, b) => a.mondayNumber - b.mondayNumber);
}

/** Monday of the first and of the last week of a pattern, break weeks and block days included; `null` when it has none. */
export function patternSpan(pattern: ReleasePattern): { first: PlainDate; last: PlainDate } | null {
  const mondays = (pattern.blockDays ?? []).map((day) => mondayOf(day.date));
  if (pattern.weeks > 0) {
    const first = mondayOf(pattern.start);
    mondays.push(first, addDays(first, (pattern.weeks - 1) * 7));
  }
  const [first, last] = [mondays.sort()[0], mondays.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** Released minutes of each week with release, in date order. */
export function releaseByWeek(pattern: ReleasePattern): ReleasedWeek[] {
  return patternWeeks(pattern).map(({ mondayNumber, minutes }) => ({
    monday: dateOfDayNumber(mondayNumber),
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
