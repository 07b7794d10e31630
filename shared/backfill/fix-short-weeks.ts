import type { FinancialYear } from '../calendar/years.ts';
import { cumulativePart } from '../core/rounding.ts';
import { coverPlan, type CoveredPlan } from './cover-plan.ts';
import { coverWeeks, isShortAfterCover, type CoveredWeek } from './covered-weeks.ts';
import { planWeeks, type PlanWeek } from './plan-weeks.ts';
import type { WardFix, WardYear } from './ward-answer.ts';
import type { WardInputs } from './ward-inputs.ts';
import { totalsOf } from './ward-years.ts';

/** Empties the short weeks and gives their minutes evenly to the other release weeks, in date order. */
function movedPlan(weeks: readonly CoveredWeek[], moved: number, receivers: number): PlanWeek[] {
  let order = 0;
  return weeks.map((covered) => {
    const { week } = covered;
    if (isShortAfterCover(covered)) return { ...week, released: 0 };
    if (week.released === 0) return week;
    order += 1;
    return { ...week, released: week.released + cumulativePart(moved, order - 1, order, receivers) };
  });
}

function changeByYear(
  before: readonly WardYear[],
  after: readonly WardYear[],
): { financialYear: FinancialYear; extraPence: number }[] {
  const change = new Map(before.map(({ financialYear, costPence }) => [financialYear, -costPence]));
  for (const { financialYear, costPence } of after) {
    change.set(financialYear, (change.get(financialYear) ?? 0) + costPence);
  }
  return [...change]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([financialYear, extraPence]) => ({ financialYear, extraPence }));
}

/** What moves, and the plan once it has moved; `null` when nothing is short or there is nowhere to move to. */
function moveOf(weeks: readonly CoveredWeek[]) {
  const short = weeks.filter(isShortAfterCover);
  const movedMinutes = short.reduce((sum, { week }) => sum + week.released, 0);
  const receivers = weeks.filter((week) => !isShortAfterCover(week) && week.week.released > 0).length;
  if (short.length === 0 || receivers === 0) return null;
  return { short, movedMinutes, plan: movedPlan(weeks, movedMinutes, receivers) };
}

/** The weeks of the question as the fix leaves them; `null` when there is nothing to fix, or no week to move to. */
export function fixedPlan(inputs: WardInputs): readonly PlanWeek[] | null {
  return moveOf(coverWeeks(inputs, planWeeks(inputs)))?.plan ?? null;
}

/** The fix of a plan already covered; see `fixShortWeeks`. */
export function fixCovered(inputs: WardInputs, covered: CoveredPlan): WardFix | null {
  const move = moveOf(covered.weeks);
  if (move === null) return null;
  const { short, movedMinutes, plan } = move;
  const after = coverPlan(inputs, plan);
  const [totalsBefore, totals] = [totalsOf(covered.byYear), totalsOf(after.byYear)];
  return {
    movedMinutes,
    movedFrom: short.map(({ week }) => week.monday),
    totalCostPence: totals.costPence,
    extraPence: totals.costPence - totalsBefore.costPence,
    extraPenceByYear: changeByYear(covered.byYear, after.byYear),
    unfilled: totals.unfilled,
    byYear: after.byYear,
    shortAfterFix: after.weeks.filter(isShortAfterCover).map(({ week }) => week.monday),
  };
}

/**
 * Moves the release of the weeks still short after cover evenly to the other release weeks (those short without
 * release included) by cumulative flooring in date order, and works everything out again. `null` when nothing is
 * short or there is nowhere to move to. The price is the rise in cover cost, with its change by financial year.
 */
export function fixShortWeeks(inputs: WardInputs): WardFix | null {
  return fixCovered(inputs, coverPlan(inputs, planWeeks(inputs)));
}
