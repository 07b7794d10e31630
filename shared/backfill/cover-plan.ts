import { coverWeeks, type CoveredWeek } from './covered-weeks.ts';
import { costLinesOf } from './cover-week.ts';
import type { PlanWeek } from './plan-weeks.ts';
import type { CoverCostLine, WardYear } from './ward-answer.ts';
import type { WardInputs } from './ward-inputs.ts';
import { yearsOf } from './ward-years.ts';

/** Weeks with their cover, cost lines and years: all that a plan is priced and judged by. */
export type CoveredPlan = {
  readonly weeks: readonly CoveredWeek[];
  readonly costLines: readonly CoverCostLine[];
  readonly byYear: readonly WardYear[];
};

/** @throws ModelError `parameter-missing` when a rate or a month's unavailability is missing. */
export function coverPlan(inputs: WardInputs, plan: readonly PlanWeek[]): CoveredPlan {
  const weeks = coverWeeks(inputs, plan);
  const costLines = costLinesOf(weeks);
  return { weeks, costLines, byYear: yearsOf(inputs, weeks, costLines) };
}
