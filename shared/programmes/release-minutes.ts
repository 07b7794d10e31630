import type { Month } from '../calendar/month.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { cumulativePart } from '../core/rounding.ts';
import type { ParameterSet, ParameterUse } from '../parameters/types.ts';
import type { OwnCourse } from './own-course.ts';
import type { Stage } from './stages.ts';
import { blockRelease, teachingCalendar, weeksWithRelease } from './teaching-calendar.ts';
import { statedReleaseOn, type University } from './universities.ts';

/** The part of a learner's agreement that says how much time is released; `null` is not agreed. */
export type ReleaseAgreement = {
  readonly university: University;
  readonly stage: Stage;
  readonly intakeMonth: Month;
  readonly weeklyReleaseMinutes: number | null;
  readonly statedReleaseMinutes: number | null;
  /** What the trust entered of the course. */
  readonly own?: OwnCourse | undefined;
};

/** Who said so: the agreement, by week or in total, or the university's published hours. */
export type ReleaseOrigin = 'agreed-weekly' | 'agreed-total' | 'university';

type Origin = { readonly origin: ReleaseOrigin; readonly use: ParameterUse | null };

/** The same minutes in every week with release, or, where a total does not divide, minutes by Monday. */
export type ReleaseMinutes = Origin &
  (
    | { readonly kind: 'weekly'; readonly minutes: number }
    | {
        readonly kind: 'by-week';
        readonly weeks: readonly { readonly week: PlainDate; readonly minutes: number }[];
      }
  );

/** The weeks a total is spread over, and what of it is left once the block weeks have theirs. */
function besideBlocks({ university, stage, intakeMonth, own }: ReleaseAgreement) {
  const calendar = teachingCalendar(university, stage, intakeMonth, own?.terms);
  const blocks = blockRelease(calendar);
  const inBlocks = new Set(blocks.map(({ week }) => week));
  const mondays = weeksWithRelease(calendar).filter((monday) => !inBlocks.has(monday));
  const taken = blocks.reduce((sum, { minutes }) => sum + minutes, 0);
  return { calendar, mondays, left: (total: number) => Math.max(0, total - taken) };
}

/** Spread by cumulative flooring: week k of n gets ⌊M·k/n⌋ − ⌊M·(k−1)/n⌋, and the weeks add up to the total. */
function spread(total: number, mondays: readonly PlainDate[], origin: Origin): ReleaseMinutes {
  const count = mondays.length;
  if (count === 0) return { kind: 'weekly', minutes: 0, ...origin };
  if (total % count === 0) return { kind: 'weekly', minutes: total / count, ...origin };
  const weeks = mondays.map((week, index) => ({
    week,
    minutes: cumulativePart(total, index, index + 1, count),
  }));
  return { kind: 'by-week', weeks, ...origin };
}

/**
 * Released minutes of a stage: the weekly minutes agreed; else the total agreed, else the university's published hours,
 * over the weeks with release; block weeks with minutes of their own are taken off it first. `null` when nobody has said: there is no silent default share.
 */
export function releaseMinutesOf(agreement: ReleaseAgreement, set: ParameterSet): ReleaseMinutes | null {
  const { university, weeklyReleaseMinutes, statedReleaseMinutes } = agreement;
  if (weeklyReleaseMinutes !== null) {
    return { kind: 'weekly', minutes: weeklyReleaseMinutes, origin: 'agreed-weekly', use: null };
  }
  const { calendar, mondays, left } = besideBlocks(agreement);
  if (statedReleaseMinutes !== null) {
    return spread(left(statedReleaseMinutes), mondays, { origin: 'agreed-total', use: null });
  }
  const published = statedReleaseOn(university, calendar.firstWeek, set);
  return published === null
    ? null
    : spread(left(published.value), mondays, { origin: 'university', use: published.use });
}
