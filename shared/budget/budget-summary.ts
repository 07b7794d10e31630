import { addMonthsTo, monthOf, type Month } from '../calendar/month.ts';
import type { FinancialYear } from '../calendar/years.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { Book } from './book.ts';
import { inKindBySource, payeeNotKnown, type SourceInKind } from './in-kind.ts';
import { groupLines, sumOf, yearOf } from './line.ts';
import { monthEnd, type MonthEnd } from './month-end.ts';
import {
  byCentre,
  byMonth,
  byYear,
  incomeBySource,
  type CentreOfBudget,
  type MonthOfBudget,
  type SourceOfIncome,
  type YearOfBudget,
} from './month-table.ts';
import {
  notInLedger,
  reconcile,
  withoutLedger,
  type MonthWithoutLedger,
  type ReconcileRow,
} from './reconcile.ts';
import { unmapped, type Unmapped } from './unmapped.ts';
import type { VarianceByCause } from './variance.ts';

/** A team's net pounds in a year. */
export type TeamOfBudget = {
  /** `null`: units that are no team's. */
  readonly teamId: string | null;
  readonly year: FinancialYear;
  readonly forecast: number;
};

export type BudgetSummary = {
  readonly years: readonly FinancialYear[];
  readonly planFrom: PlainDate;
  readonly months: readonly MonthOfBudget[];
  readonly totals: readonly YearOfBudget[];
  readonly centres: readonly CentreOfBudget[];
  readonly teams: readonly TeamOfBudget[];
  readonly income: readonly SourceOfIncome[];
  /** Paid straight to the university by others: beside the budget, in no sum of it. */
  readonly inKind: readonly SourceInKind[];
  /** Income, pence, whose payee nobody recorded. */
  readonly payeeNotKnown: number;
  readonly unmapped: readonly Unmapped[];
  readonly reconcile: readonly ReconcileRow[];
  readonly withoutLedger: readonly MonthWithoutLedger[];
  /** `null` while no month that is over has a bank shift. */
  readonly variance: VarianceByCause | null;
  readonly monthEnd: MonthEnd;
  readonly deMinimis: number;
  /** Months that are over and of which no bank shift was imported. */
  readonly monthsNotKnown: readonly Month[];
  /** Shifts on units that are no team's, pence. */
  readonly withoutTeam: number;
};

/** Net pounds by team and year; they add up to the years. */
export function byTeam({ lines, years }: Pick<Book, 'lines' | 'years'>): TeamOfBudget[] {
  return years.flatMap((year) => {
    const own = lines.filter((line) => yearOf(line) === year);
    return [...groupLines(own, ({ teamId }) => teamId)].map(([teamId, group]) => ({
      teamId,
      year,
      forecast: sumOf(group, ({ accruedPence }) => accruedPence),
    }));
  });
}

function monthsNotKnown({ lines }: Book): Month[] {
  const marked = lines.filter(({ stage }) => stage === 'not-known').map(({ month }) => month);
  return [...new Set(marked)].sort();
}

export type SummaryAsked = {
  /** The month whose end is shown; left out, the last that is over. */
  readonly month: Month | null;
  readonly deMinimis: number;
  readonly variance: VarianceByCause | null;
};

/** Two years of a trust's money cut every way, each adding up to the same pounds, with one month's journals. */
export function budgetSummary(book: Book, { month, deMinimis, variance }: SummaryAsked): BudgetSummary {
  const { years, planFrom, lines, bank, ledgerLines } = book;
  const unbilled = notInLedger(bank, ledgerLines);
  return {
    years,
    planFrom,
    months: byMonth(book),
    totals: byYear(book),
    centres: byCentre(book),
    teams: byTeam(book),
    income: incomeBySource(book),
    inKind: inKindBySource(book),
    payeeNotKnown: payeeNotKnown(book),
    unmapped: unmapped(book),
    reconcile: reconcile(bank, ledgerLines),
    withoutLedger: withoutLedger(bank, ledgerLines),
    variance,
    monthEnd: monthEnd({ lines, unbilled, deMinimis }, month ?? addMonthsTo(monthOf(planFrom), -1)),
    deMinimis,
    monthsNotKnown: monthsNotKnown(book),
    withoutTeam: sumOf(lines, ({ teamId, accruedPence }) => (teamId === null ? accruedPence : 0)),
  };
}
