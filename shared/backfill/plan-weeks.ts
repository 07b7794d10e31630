import { dateOfDayNumber, dayNumberOf, mondayOf, type PlainDate } from '../calendar/plain-date.ts';
import { weeksFrom, type CalendarWeek, type YearPart } from '../calendar/week.ts';
import { ModelError } from '../core/errors.ts';
import { cumulativePart } from '../core/rounding.ts';
import { patternRuns, spanOfPatterns, type PatternRun } from '../release/pattern-weeks.ts';
import type { WardInputs, WardLearner } from './ward-inputs.ts';

/** Longer plans are refused: they are a slip of the keyboard, and would hang the page. */
const maxWeeks = 2_600;

/** A week with everybody's release added up. */
export type PlanWeek = CalendarWeek & {
  readonly released: number;
  /** Running weights of Monday to Sunday: how the week's minutes lie on its days. The last is their sum. */
  readonly runningWeights: readonly number[];
  /** Share of the release that does not lapse, as an exact fraction. */
  readonly kept: { readonly numerator: number; readonly denominator: number };
};

type Weeks = { readonly from: PlainDate; readonly count: number };

function weeksOfLearners(learners: readonly WardLearner[]): Weeks | null {
  const span = spanOfPatterns(learners);
  return span && { from: dateOfDayNumber(span.first), count: (span.last - span.first) / 7 + 1 };
}

function weeksOf({ horizon, learners }: Planned): Weeks | null {
  const weeks = horizon ? { from: mondayOf(horizon.from), count: horizon.weeks } : weeksOfLearners(learners);
  if (weeks !== null && weeks.count > maxWeeks) {
    throw new ModelError('too-large', `The plan is longer than ${maxWeeks} weeks.`, '/learners');
  }
  return weeks;
}

/** Numbers a week in the plain array of changes: seven weights, what is released, and what of it lapses. */
const slots = 9;
const [releasedSlot, lapsingSlot] = [7, 8];

/** By how much each week's release differs from that of the week before; the row after the last is for runs that end. */
type Changes = Float64Array;

function addAt(changes: Changes, at: number, value: number): void {
  changes[at] = (changes[at] ?? 0) + value;
}

/** People who come (or, negative, go) in the first week of a row with what a run of theirs releases. */
function addRow(
  changes: Changes,
  row: number,
  { dayWeights, minutes }: PatternRun,
  people: number,
  lapseBp: number,
): void {
  const released = people * minutes;
  for (let day = 0; day < 7; day += 1) addAt(changes, row + day, people * (dayWeights[day] ?? 0));
  addAt(changes, row + releasedSlot, released);
  addAt(changes, row + lapsingSlot, released * lapseBp);
}

/** A run raises its first week and lowers the week after its last: as many sums for a year of weeks as for one. */
function addRun(changes: Changes, run: PatternRun, { count, lapseBp = 0 }: WardLearner, first: number): void {
  const begin = (run.mondayNumber - first) / 7;
  const [from, to] = [Math.max(0, begin), Math.min(changes.length / slots - 1, begin + run.weeks)];
  if (from >= to) return;
  addRow(changes, from * slots, run, count, lapseBp);
  addRow(changes, to * slots, run, -count, lapseBp);
}

type Release = Pick<PlanWeek, 'released' | 'runningWeights' | 'kept'>;

const allKept = { numerator: 1, denominator: 1 };
const noRelease: Release = { released: 0, runningWeights: [0, 0, 0, 0, 0, 0, 0], kept: allKept };

function releaseOf(sums: Float64Array): Release {
  const [released, lapsing] = [sums[releasedSlot] ?? 0, sums[lapsingSlot] ?? 0];
  if (released === 0) return noRelease;
  const all = released * 10_000;
  let running = 0;
  return {
    released,
    runningWeights: Array.from(sums.subarray(0, 7), (weight) => (running += weight)),
    kept: lapsing === 0 ? allKept : { numerator: all - lapsing, denominator: all },
  };
}

/** Adds a week's changes to the sums. True where there were any: most weeks are like the week before. */
function advance(sums: Float64Array, changes: Changes, index: number): boolean {
  let changed = false;
  for (let slot = 0; slot < slots; slot += 1) {
    const change = changes[index * slots + slot] ?? 0;
    if (change === 0) continue;
    addAt(sums, slot, change);
    changed = true;
  }
  return changed;
}

function planned(weeks: readonly CalendarWeek[], changes: Changes): PlanWeek[] {
  const sums = new Float64Array(slots);
  let release = noRelease;
  return weeks.map(({ monday, mondayNumber, days, month, parts }, index) => {
    if (advance(sums, changes, index)) release = releaseOf(sums);
    const { released, runningWeights, kept } = release;
    return { monday, mondayNumber, days, month, parts, released, runningWeights, kept };
  });
}

/** What the weeks of a plan depend on. */
type Planned = Pick<WardInputs, 'learners' | 'horizon'>;

/** The weeks of the last question about the same people: cover, months, days and centres all ask for them. */
const plannedBefore = new WeakMap<
  WardInputs['learners'],
  { readonly horizon: WardInputs['horizon']; readonly weeks: readonly PlanWeek[] }
>();

function isSameHorizon(one: WardInputs['horizon'], other: WardInputs['horizon']): boolean {
  return one?.from === other?.from && one?.weeks === other?.weeks;
}

/**
 * Every week of the horizon, or from the first learner's first week to the last learner's last, with its release.
 *
 * @throws ModelError `too-large` beyond 2 600 weeks; `bad-input` as `patternWeeks`.
 */
export function planWeeks({ learners, horizon }: Planned): readonly PlanWeek[] {
  const before = plannedBefore.get(learners);
  if (before !== undefined && isSameHorizon(before.horizon, horizon)) return before.weeks;
  const weeks = plan({ learners, horizon });
  plannedBefore.set(learners, { horizon, weeks });
  return weeks;
}

function plan(inputs: Planned): PlanWeek[] {
  const weeks = weeksOf(inputs);
  if (weeks === null) return [];
  const changes = new Float64Array((weeks.count + 1) * slots);
  const first = dayNumberOf(weeks.from);
  for (const learner of inputs.learners) {
    for (const run of patternRuns(learner)) addRun(changes, run, learner, first);
  }
  return planned(weeksFrom(weeks.from, weeks.count), changes);
}

/**
 * Share of a week's minutes that falls on days (from, to] of 7, by cumulative flooring over the weights of its
 * release days; with weekly hours alone that is ⌊x·b/5⌋ − ⌊x·a/5⌋ over Monday to Friday.
 */
export function minutesOfDays(
  week: PlanWeek,
  minutes: number,
  { from, to }: Pick<YearPart, 'from' | 'to'>,
): number {
  if (minutes === 0 || (from === 0 && to === 7)) return minutes;
  const upTo = (day: number): number => (day === 0 ? 0 : (week.runningWeights[day - 1] ?? 0));
  return cumulativePart(minutes, upTo(from), upTo(to), upTo(7));
}
