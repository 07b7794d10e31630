import { addDays, mondayOf, type PlainDate } from '../calendar/plain-date.ts';
import { financialYearOf, nextFinancialYear, type FinancialYear } from '../calendar/years.ts';
import type { ReleasePattern } from '../release/release-pattern.ts';
import type { ScenarioInputs, TeamPlan } from './scenario-inputs.ts';

type Span = { readonly from: PlainDate; readonly to: PlainDate };

function spanOf({ start, weeks, blockDays }: ReleasePattern): Span {
  const first = mondayOf(start);
  const dates = [first, addDays(first, weeks * 7 - 1), ...(blockDays ?? []).map(({ date }) => date)].sort();
  return { from: dates[0] ?? first, to: dates.at(-1) ?? first };
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
  const spans = plan.learners.flatMap(({ patterns }) => patterns ?? []).map(spanOf);
  const from = spans.map((span) => span.from).sort()[0];
  const to = spans
    .map((span) => span.to)
    .sort()
    .at(-1);
  return from === undefined || to === undefined ? [] : financialYearsBetween(from, to);
}
