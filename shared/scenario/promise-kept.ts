import { addDays, daysBetween, mondayOf, type PlainDate } from '../calendar/plain-date.ts';
import { weeksFrom } from '../calendar/week.ts';
import { halfUp } from '../core/rounding.ts';
import type { HoursTaken } from '../learners/hours-taken.ts';
import type { Learner } from '../learners/learner.ts';
import type { ParameterSet } from '../parameters/types.ts';
import { promisedWeeks } from './promised-weeks.ts';

/**
 * `passed`: promised, and over. `not-yet`: promised, and not over, or the course has not been started. `break` and
 * `paused` promise nothing; `outside` is a week outside the course in which hours were recorded all the same.
 */
export type WeekKind = 'passed' | 'not-yet' | 'break' | 'paused' | 'outside';

export type WeekOfPromise = {
  readonly monday: PlainDate;
  readonly kind: WeekKind;
  /** Minutes; 0 in a break or a pause. */
  readonly promised: number;
  /** `null` is not recorded, which is never nothing. */
  readonly taken: Pick<HoursTaken, 'minutes' | 'source' | 'version'> | null;
};

/** The employer's promise over the weeks that have passed and are recorded; minutes. */
export type PromiseKept = {
  readonly weeksPassed: number;
  readonly weeksRecorded: number;
  readonly promised: number;
  readonly taken: number;
};

/** Who is or was on the course, as if still on it: what was promised then does not go with the award. */
function promisedOnce(learner: Learner): Learner {
  const over = learner.status === 'qualified' || learner.status === 'withdrawn';
  return over && learner.startedOn !== null ? { ...learner, status: 'enrolled' } : learner;
}

function isOnCourse({ status }: Learner): boolean {
  return status === 'enrolled' || status === 'interrupted';
}

function isStarted(learner: Learner): boolean {
  return learner.startedOn !== null || isOnCourse(learner);
}

/** Somebody still away on the expected day of return is away until today. */
function isPaused({ interruptedOn, returnsOn, status }: Learner, monday: PlainDate, today: PlainDate) {
  if (interruptedOn === null || monday < mondayOf(interruptedOn)) return false;
  if (returnsOn === null || monday < mondayOf(returnsOn)) return true;
  return status === 'interrupted' && monday <= today;
}

/** Whether somebody was on the course in a week: from the start, up to and without the week in which it ended. */
function withinCourse({ startedOn, withdrawnOn, qualifiedOn, status }: Learner) {
  const ended = status === 'withdrawn' ? withdrawnOn : status === 'qualified' ? qualifiedOn : null;
  const from = startedOn === null ? null : mondayOf(startedOn);
  const to = ended === null ? null : mondayOf(ended);
  return (monday: PlainDate): boolean => (from === null || monday >= from) && (to === null || monday < to);
}

/** Every Monday from the first to the last of weeks in order. */
function mondaysOf(weeks: readonly { readonly monday: PlainDate }[]): PlainDate[] {
  const [first, last] = [weeks[0]?.monday, weeks.at(-1)?.monday];
  if (first === undefined || last === undefined) return [];
  return weeksFrom(first, daysBetween(first, last) / 7 + 1).map(({ monday }) => monday);
}

/**
 * A learner's promise week by week from the first promised week to the last, each with the hours taken where they are
 * recorded, and after them any other week with recorded hours; in order. A promise without hours (`null` of
 * `promisedWeeks`) has only the recorded weeks.
 *
 * @throws ModelError 'parameter-missing' as `promisedWeeks`.
 */
export function weeksOfPromise(
  learner: Learner,
  recorded: readonly HoursTaken[],
  today: PlainDate,
  set: ParameterSet,
): readonly WeekOfPromise[] {
  const isWithin = withinCourse(learner);
  const inAll = promisedWeeks(promisedOnce(learner), set) ?? [];
  const within = inAll.filter(({ monday }) => isWithin(monday));
  const promised = new Map(within.map(({ monday, minutes }) => [monday, minutes]));
  const taken = new Map(recorded.map((hours) => [hours.week, hours]));
  const course = mondaysOf(within);
  const inCourse = new Set(course);
  const mondays = [...course, ...[...taken.keys()].filter((week) => !inCourse.has(week))].sort();
  return mondays.map((monday) => {
    const paused = isPaused(learner, monday, today);
    const minutes = paused ? 0 : (promised.get(monday) ?? 0);
    const hours = taken.get(monday);
    const kind = paused ? 'paused' : kindOf(learner, { monday, minutes, today }, inCourse.has(monday));
    return { monday, kind, promised: minutes, taken: hours === undefined ? null : takenOf(hours) };
  });
}

type Week = { readonly monday: PlainDate; readonly minutes: number; readonly today: PlainDate };

function kindOf(learner: Learner, { monday, minutes, today }: Week, inCourse: boolean): WeekKind {
  if (!inCourse) return 'outside';
  if (minutes === 0) return 'break';
  return isStarted(learner) && addDays(monday, 6) < today ? 'passed' : 'not-yet';
}

function takenOf({ minutes, source, version }: HoursTaken): WeekOfPromise['taken'] {
  return { minutes, source, version };
}

/** Taken against promised over the weeks that have passed and are recorded; all other weeks are in neither sum. */
export function promiseKept(weeks: readonly WeekOfPromise[]): PromiseKept {
  const passed = weeks.filter(({ kind }) => kind === 'passed');
  const recorded = passed.flatMap(({ promised, taken }) =>
    taken === null ? [] : [{ promised, taken: taken.minutes }],
  );
  return {
    weeksPassed: passed.length,
    weeksRecorded: recorded.length,
    promised: recorded.reduce((sum, week) => sum + week.promised, 0),
    taken: recorded.reduce((sum, week) => sum + week.taken, 0),
  };
}

/** The promise to several learners, with how many of them have a week recorded. */
export type PromiseKeptOfMany = PromiseKept & {
  readonly learners: number;
  readonly learnersRecorded: number;
};

/**
 * The promise to several learners together, by the recorded weeks of each. Counted are those with a week passed who are
 * on the course or have a week recorded: courses of years ago that nobody kept hours of say nothing of the promise now.
 *
 * @throws ModelError 'parameter-missing' as `promisedWeeks`.
 */
export function promiseKeptToAll(
  learners: readonly Learner[],
  recorded: ReadonlyMap<string, readonly HoursTaken[]>,
  today: PlainDate,
  set: ParameterSet,
): PromiseKeptOfMany {
  const due = learners.flatMap((one) => {
    const kept = promiseKept(weeksOfPromise(one, recorded.get(one.id) ?? [], today, set));
    const counts = kept.weeksRecorded > 0 || (kept.weeksPassed > 0 && isOnCourse(one));
    return counts ? [kept] : [];
  });
  const sum = (of: (kept: PromiseKept) => number): number => due.reduce((all, kept) => all + of(kept), 0);
  return {
    learners: due.length,
    learnersRecorded: due.filter(({ weeksRecorded }) => weeksRecorded > 0).length,
    weeksPassed: sum(({ weeksPassed }) => weeksPassed),
    weeksRecorded: sum(({ weeksRecorded }) => weeksRecorded),
    promised: sum(({ promised }) => promised),
    taken: sum(({ taken }) => taken),
  };
}

/** Basis points of the promised time that was taken, above 10 000 where more was; `null` while no week is recorded. */
export function keptShare({ promised, taken }: Pick<PromiseKept, 'promised' | 'taken'>): number | null {
  return promised === 0 ? null : halfUp(taken * 10_000, promised);
}
