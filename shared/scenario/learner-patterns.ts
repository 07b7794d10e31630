import { addMonthsTo, monthOf } from '../calendar/month.ts';
import { addDays, addMonths, daysBetween, mondayOf, type PlainDate } from '../calendar/plain-date.ts';
import type { Learner } from '../learners/learner.ts';
import type { ParameterSet } from '../parameters/types.ts';
import { releaseMinutesOf, type ReleaseMinutes } from '../programmes/release-minutes.ts';
import { routeFacts } from '../programmes/routes.ts';
import { blockRelease, teachingCalendar, type TeachingCalendar } from '../programmes/teaching-calendar.ts';
import type { Stage } from '../programmes/stages.ts';
import type { University } from '../programmes/universities.ts';
import type { ReleasePattern } from '../release/release-pattern.ts';

/** A course of the framework, or a spell of release on another route. */
type Weeks = Pick<TeachingCalendar, 'firstWeek' | 'weeks' | 'breakWeeks' | 'blockWeeks' | 'blockMinutes'>;

/** Statuses that are promises: a place is offered, or the person studies. Interest and applications are not yet. */
const promised: readonly Learner['status'][] = ['offered', 'funded', 'enrolled', 'interrupted'];

type OnFramework = Learner & { readonly university: University; readonly stage: Stage };

function isOnFramework(learner: Learner): learner is OnFramework {
  return learner.university !== 'none' && learner.stage !== 'none';
}

/** Weeks that follow a return from an interruption, in the year of study that is then running. */
function weeksAfter(returnsOn: PlainDate, { university, stage, intakeMonth, own }: OnFramework): Weeks {
  let calendar = teachingCalendar(university, stage, intakeMonth, own?.terms);
  while (returnsOn > addDays(calendar.firstWeek, calendar.weeks * 7)) {
    calendar = teachingCalendar(university, stage, addMonthsTo(calendar.intakeMonth, 12), own?.terms);
  }
  const back = mondayOf(returnsOn);
  if (back <= calendar.firstWeek) return calendar;
  const gone = daysBetween(calendar.firstWeek, back) / 7;
  return { ...calendar, firstWeek: back, weeks: calendar.weeks - gone };
}

/** Weeks up to and without the week in which somebody stopped. */
function weeksUntil(stoppedOn: PlainDate, weeks: Weeks): Weeks {
  const kept = Math.ceil(daysBetween(weeks.firstWeek, mondayOf(stoppedOn)) / 7);
  return { ...weeks, weeks: Math.min(weeks.weeks, Math.max(0, kept)) };
}

function studySpells(learner: OnFramework): Weeks[] {
  const { university, stage, intakeMonth, own } = learner;
  const whole = teachingCalendar(university, stage, intakeMonth, own?.terms);
  if (learner.interruptedOn === null) return [whole];
  const before = weeksUntil(learner.interruptedOn, whole);
  return learner.returnsOn === null ? [before] : [before, weeksAfter(learner.returnsOn, learner)];
}

const withoutBreaks = { breakWeeks: [], blockWeeks: [], blockMinutes: null } as const;

/** Other routes have no teaching weeks: release runs through, for the route's least time or a year. */
function otherRouteSpells({ startedOn, route }: Learner): Weeks[] {
  if (startedOn === null) return [];
  const firstWeek = mondayOf(startedOn);
  const end = addMonths(startedOn, routeFacts[route].leastMonths ?? 12);
  return [{ firstWeek, weeks: Math.ceil(daysBetween(firstWeek, end) / 7), ...withoutBreaks }];
}

/** Minutes a week over weeks, breaks left out. */
export function patternOf(
  { firstWeek, weeks, breakWeeks }: Pick<Weeks, 'firstWeek' | 'weeks' | 'breakWeeks'>,
  weeklyMinutes: number,
): ReleasePattern {
  return { weeklyMinutes, start: firstWeek, weeks, breakWeeks };
}

/** A total that does not divide by its weeks: the whole minutes every week, and one more in the weeks that get it. */
function uneven(minutes: Extract<ReleaseMinutes, { kind: 'by-week' }>, weeks: Weeks): ReleasePattern[] {
  const least = Math.min(...minutes.weeks.map((week) => week.minutes));
  const without = minutes.weeks.filter((week) => week.minutes === least).map(({ week }) => week);
  return [patternOf(weeks, least), { ...patternOf(weeks, 1), breakWeeks: [...weeks.breakWeeks, ...without] }];
}

/** The block weeks of a spell, each with its own minutes, and the other weeks with them left out. */
export function blocksApart(weeks: Weeks): { readonly others: Weeks; readonly blocks: ReleasePattern[] } {
  const end = addDays(weeks.firstWeek, weeks.weeks * 7);
  const own = blockRelease(weeks).filter(({ week }) => week >= weeks.firstWeek && week < end);
  const blocks = own.map(({ week, minutes }) =>
    patternOf({ firstWeek: week, weeks: 1, breakWeeks: [] }, minutes),
  );
  return { others: { ...weeks, breakWeeks: [...weeks.breakWeeks, ...own.map(({ week }) => week)] }, blocks };
}

function patternsOfSpell(learner: Learner, whole: Weeks, set: ParameterSet): ReleasePattern[] | null {
  const { others, blocks } = blocksApart(whole);
  const patterns = weeklyPatterns(learner, others, set);
  return patterns === null ? null : [...patterns, ...blocks];
}

function weeklyPatterns(learner: Learner, weeks: Weeks, set: ParameterSet): ReleasePattern[] | null {
  if (learner.releaseDays !== null && learner.releaseDays.length > 0) {
    const total = learner.releaseDays.reduce((sum, day) => sum + day.minutes, 0);
    return [{ ...patternOf(weeks, total), days: learner.releaseDays }];
  }
  if (!isOnFramework(learner)) {
    return learner.weeklyReleaseMinutes === null ? null : [patternOf(weeks, learner.weeklyReleaseMinutes)];
  }
  const minutes = releaseMinutesOf(learner, set);
  if (minutes === null) return null;
  return minutes.kind === 'weekly' ? [patternOf(weeks, minutes.minutes)] : uneven(minutes, weeks);
}

/**
 * When one learner of the register is released: named days where the agreement has them, else minutes a week. Paused
 * time is left out, and study goes on after the expected return. An empty list is nobody to release (not promised
 * yet, or over); `null` is a promise without hours, which is in no sum and is listed as not known.
 *
 * @throws ModelError 'parameter-missing' where a published figure of the route is asked for before its first date.
 */
export function learnerPatterns(learner: Learner, set: ParameterSet): ReleasePattern[] | null {
  if (!promised.includes(learner.status)) return [];
  const spells = (isOnFramework(learner) ? studySpells(learner) : otherRouteSpells(learner)).filter(
    ({ weeks }) => weeks > 0,
  );
  const patterns = spells.map((weeks) => patternsOfSpell(learner, weeks, set));
  return patterns.some((list) => list === null) ? null : patterns.flatMap((list) => list ?? []);
}

/** The month a learner's course is charged from, for routes without a course calendar. */
export function chargedFrom(learner: Learner) {
  return learner.startedOn === null ? learner.intakeMonth : monthOf(learner.startedOn);
}
