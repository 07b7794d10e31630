import {
  addDays,
  dateOfDayNumber,
  dayNumberOf,
  mondayNumberOf,
  type PlainDate,
} from '../calendar/plain-date.ts';
import { financialYearOf, nextFinancialYear, type FinancialYear } from '../calendar/years.ts';
import type { ReleasePattern } from '../release/release-pattern.ts';
import type { ScenarioInputs, TeamPlan } from './scenario-inputs.ts';

/** Day numbers of the first and the last day on which somebody may be released. */
type Span = { readonly from: number; readonly to: number };

function spanOf({ start, weeks, blockDays = [] }: ReleasePattern): Span {
  const first = mondayNumberOf(start);
  const days = [first, first + weeks * 7 - 1, ...blockDays.map(({ date }) => dayNumberOf(date))];
  return { from: Math.min(...days), to: Math.max(...days) };
}

/** Financial years from a day to a day, both included. */
export function financialYearsBetween(from: PlainDate, to: PlainDate): FinancialYear[] {
  const years: FinancialYear[] = [];
  for (let year = financialYearOf(from); year <= financialYearOf(to); year = nextFinancialYear(year))
    years.push(year);
  return years;
}

/** The financial years that a team's weeks fall in: of the horizon, or else of its learners' own weeks. */
export function yearsOfPlan(plan: TeamPlan, horizon: ScenarioInputs['horizon']): FinancialYear[] {
  if (horizon !== null)
    return financialYearsBetween(horizon.from, addDays(horizon.from, horizon.weeks * 7 - 1));
  let [from, to] = [Infinity, -Infinity];
  for (const pattern of plan.learners.flatMap(({ patterns }) => patterns ?? [])) {
    const span = spanOf(pattern);
    [from, to] = [Math.min(from, span.from), Math.max(to, span.to)];
  }
  return to < from ? [] : financialYearsBetween(dateOfDayNumber(from), dateOfDayNumber(to));
}
