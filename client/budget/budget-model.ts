import { sumOf } from '../../shared/budget/line.ts';
import type { CentreOfBudget, MonthOfBudget, YearOfBudget } from '../../shared/budget/month-table.ts';
import type { BudgetSummary } from '../../shared/budget/budget-summary.ts';
import { addDays } from '../../shared/calendar/plain-date.ts';
import { firstDayOf } from '../../shared/calendar/month.ts';
import { columnsModel, type ColumnsModel } from '../charts/columns.ts';
import { monthTicks } from '../charts/ticks.ts';
import { longDate, longMonth } from '../format/dates.ts';
import { pounds } from '../format/money.ts';

/** A month, or the sum of a year under its months. */
export type MonthRow =
  | (MonthOfBudget & { readonly kind: 'month'; readonly key: string })
  | (YearOfBudget & { readonly kind: 'total'; readonly key: string });

export function monthRows({ years, months, totals }: BudgetSummary): readonly MonthRow[] {
  return years.flatMap((year): readonly MonthRow[] => [
    ...months
      .filter((month) => month.year === year)
      .map((month) => ({ kind: 'month', key: month.month, ...month }) as const),
    ...totals
      .filter((total) => total.year === year)
      .map((total) => ({ kind: 'total', key: year, ...total }) as const),
  ]);
}

/** A cost centre with both years beside each other. */
export type CentreRow = {
  readonly code: string | null;
  readonly byYear: readonly (CentreOfBudget | null)[];
};

export function centreRows({
  centres,
  years,
}: Pick<BudgetSummary, 'centres' | 'years'>): readonly CentreRow[] {
  const codes = [...new Set(centres.map(({ costCentre }) => costCentre))];
  return codes.map((code) => ({
    code,
    byYear: years.map((year) => centres.find((row) => row.costCentre === code && row.year === year) ?? null),
  }));
}

/** A team with both years beside each other; pence. */
export type TeamRow = { readonly teamId: string | null; readonly byYear: readonly number[] };

/** Teams, those that cost most first. */
export function teamRows({ teams, years }: Pick<BudgetSummary, 'teams' | 'years'>): readonly TeamRow[] {
  const ids = [...new Set(teams.map(({ teamId }) => teamId))];
  const whole = ({ byYear }: TeamRow): number => sumOf(byYear, (pence) => pence);
  return ids
    .map((teamId) => ({
      teamId,
      byYear: years.map(
        (year) => teams.find((row) => row.teamId === teamId && row.year === year)?.forecast ?? 0,
      ),
    }))
    .sort((a, b) => whole(b) - whole(a));
}

/** "£1,200 of the budget is left", "£1,200 over the budget", "no budget is entered". */
export function leftInWords({ left }: Pick<YearOfBudget, 'left'>): string {
  if (left === null) return 'no budget is entered';
  if (left === 0) return 'exactly the budget';
  return left > 0 ? `${pounds(left)} under the budget` : `${pounds(-left)} over the budget`;
}

/** What the page says in one sentence. */
export function headline({ totals, planFrom }: BudgetSummary): string {
  const [first, second] = totals;
  if (first === undefined || second === undefined) return '';
  return (
    `${first.year} is forecast at ${pounds(first.forecast)} after income: ${leftInWords(first)}. ` +
    `${pounds(first.actual)} is actual to ${longDate(addDays(planFrom, -1))}. ${second.year}: ${pounds(second.forecast)}.`
  );
}

/** Cost of each month before income, cover and fees stacked. */
export function monthChart({ months }: BudgetSummary): {
  readonly headline: string;
  readonly model: ColumnsModel;
} {
  const cost = (month: MonthOfBudget): number => month.cover + month.fees;
  const peak = months.reduce<MonthOfBudget | null>(
    (best, month) => (best === null || cost(month) > cost(best) ? month : best),
    null,
  );
  return {
    headline:
      peak === null
        ? 'No cost'
        : `Cost is highest in ${longMonth(peak.month)}: ${pounds(cost(peak))} before income`,
    model: columnsModel({
      caption: 'Forecast cost by month before income, on accruals',
      columnLabel: 'Month',
      series: ['Cover', 'Course fees'],
      columns: months.map(({ month, cover, fees }) => ({ label: longMonth(month), values: [cover, fees] })),
      months: monthTicks(months.map(({ month }) => firstDayOf(month))),
      format: pounds,
      bare: (pence) => pence / 100,
    }),
  };
}
