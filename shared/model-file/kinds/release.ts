import { z } from 'zod';
import { daysBetween } from '../../calendar/plain-date.ts';
import { spreadEvenly, type EvenSpread, type SpreadRelease } from '../../release/even-spread.ts';
import {
  crossingWeekOf,
  minutesByYear,
  weekPartsOf,
  weeksOf,
  type ReleasedWeek,
} from '../../release/released-time.ts';
import { date, dates, longestPeriodDays, share, weekday } from '../fields.ts';
import { defineMeasuredKind } from '../measures.ts';

/** Fields of a release, which `backfill`, `team` and `stage_cost` take too. */
export const releaseFields = {
  credits: z.int().min(0).max(10_000),
  release_bp: share,
  start: date,
  end: date,
  bank_holidays: dates,
  leave: dates,
  weekdays: z.array(weekday).min(1).max(7).optional(),
  bank_holiday_hours_lapse: z.boolean().optional(),
};

type Period = Pick<z.output<z.ZodObject<typeof releaseFields>>, 'start' | 'end'>;

/** Refuses a period of more than ten years. */
export function isReasonable({ start, end }: Period): boolean {
  return daysBetween(start, end) <= longestPeriodDays;
}

export const periodRule = { path: ['end'], error: 'The period is longer than ten years.' };

const releaseSchema = z.object(releaseFields).refine(isReasonable, periodRule);

/** The file form as the model's own. */
export function toSpread(file: z.output<typeof releaseSchema>): EvenSpread {
  return {
    credits: file.credits,
    releaseBp: file.release_bp,
    start: file.start,
    end: file.end,
    bankHolidays: file.bank_holidays,
    leave: file.leave,
    weekdays: file.weekdays,
    bankHolidayHoursLapse: file.bank_holiday_hours_lapse,
  };
}

type Answer = { readonly spread: EvenSpread; readonly release: SpreadRelease };

function weeksIn({ spread, release }: Answer): ReleasedWeek[] {
  return weeksOf(release.days, spread.start, spread.end);
}

function crossing({ spread, release }: Answer): unknown {
  const byYear = crossingWeekOf(release.days, spread.start, spread.end);
  return byYear === null ? null : Object.fromEntries(byYear);
}

/** One module or stage spread evenly over its available days: for early budgets, not a roster. */
export const releaseKind = defineMeasuredKind({
  inputs: releaseSchema,
  evaluate: (file): Answer => {
    const spread = toSpread(file);
    return { spread, release: spreadEvenly(spread) };
  },
  measures: {
    released_minutes: ({ release }: Answer) => release.releasedMinutes,
    available_days: ({ release }: Answer) => release.days.length,
    weeks: (answer: Answer) =>
      Object.fromEntries(weeksIn(answer).map(({ monday, minutes }) => [monday, minutes])),
    weeks_with_release: (answer: Answer) => weeksIn(answer).filter(({ minutes }) => minutes > 0).length,
    by_fy: ({ release }: Answer) => Object.fromEntries(minutesByYear(weekPartsOf(release.days))),
    largest_week: (answer: Answer) => Math.max(0, ...weeksIn(answer).map(({ minutes }) => minutes)),
    crossing_week: crossing,
  },
});
