import { daysBetween, dayNumberOf, mondayOf, type PlainDate } from '../calendar/plain-date.ts';
import { weeksFrom, type CalendarWeek, type YearPart } from '../calendar/week.ts';
import { ModelError } from '../core/errors.ts';
import { cumulativePart } from '../core/rounding.ts';
import { patternSpan, patternWeeks } from '../release/pattern-weeks.ts';
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

/** What is added up week by week before it becomes plan weeks: seven weights a week, everything in plain arrays. */
type Totals = {
  readonly released: Float64Array;
  readonly lapsing: Float64Array;
  readonly weights: Float64Array;
};

function weeksOfLearners(learners: readonly WardLearner[]): Weeks | null {
  const spans = learners.map(patternSpan).filter((span) => span !== null);
  const first = spans.map((span) => span.first).sort()[0];
  const last = spans
    .map((span) => span.last)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return null;
  return { from: first, count: daysBetween(first, last) / 7 + 1 };
}

function weeksOf({ horizon, learners }: WardInputs): Weeks | null {
  const weeks = horizon ? { from: mondayOf(horizon.from), count: horizon.weeks } : weeksOfLearners(learners);
  if (weeks !== null && weeks.count > maxWeeks) {
    throw new ModelError('too-large', `The plan is longer than ${maxWeeks} weeks.`, '/learners');
  }
  return weeks;
}

function addLearner(totals: Totals, learner: WardLearner, firstMonday: number): void {
  for (const { mondayNumber, minutes, dayWeights } of patternWeeks(learner)) {
    const index = (mondayNumber - firstMonday) / 7;
    if (index < 0 || index >= totals.released.length) continue;
    const released = learner.count * minutes;
    totals.released[index] = (totals.released[index] ?? 0) + released;
    totals.lapsing[index] = (totals.lapsing[index] ?? 0) + released * (learner.lapseBp ?? 0);
    for (let day = 0; day < 7; day += 1) {
      const at = index * 7 + day;
      totals.weights[at] = (totals.weights[at] ?? 0) + learner.count * (dayWeights[day] ?? 0);
    }
  }
}

const noWeights: readonly number[] = [0, 0, 0, 0, 0, 0, 0];
const allKept = { numerator: 1, denominator: 1 };

function runningSums(weights: Float64Array, from: number): number[] {
  const sums = [0, 0, 0, 0, 0, 0, 0];
  let sum = 0;
  for (let day = 0; day < 7; day += 1) {
    sum += weights[from + day] ?? 0;
    sums[day] = sum;
  }
  return sums;
}

function planWeek({ monday, month, parts }: CalendarWeek, totals: Totals, index: number): PlanWeek {
  const [released, lapsing] = [totals.released[index] ?? 0, totals.lapsing[index] ?? 0];
  const runningWeights = released === 0 ? noWeights : runningSums(totals.weights, index * 7);
  const all = released * 10_000;
  const kept = lapsing === 0 ? allKept : { numerator: all - lapsing, denominator: all };
  return { monday, month, parts, released, runningWeights, kept };
}

/**
 * Every week of the horizon, or from the first learner's first week to the last learner's last, with its release.
 *
 * @throws ModelError `too-large` beyond 2 600 weeks; `bad-input` as `patternWeeks`.
 */
export function planWeeks(inputs: WardInputs): PlanWeek[] {
  const weeks = weeksOf(inputs);
  if (weeks === null) return [];
  const size = (slots: number): Float64Array => new Float64Array(weeks.count * slots);
  const totals = { released: size(1), lapsing: size(1), weights: size(7) };
  inputs.learners.forEach((learner) => addLearner(totals, learner, dayNumberOf(weeks.from)));
  return weeksFrom(weeks.from, weeks.count).map((week, index) => planWeek(week, totals, index));
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
