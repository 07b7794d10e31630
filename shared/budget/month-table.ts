import { addMonthsTo, monthOf, type Month } from '../calendar/month.ts';
import { firstDayOfFinancialYear, type FinancialYear } from '../calendar/years.ts';
import { allocate } from '../core/allocate.ts';
import { groupLines, sumOf, yearOf, type BudgetLine, type LineKind } from './line.ts';

/** A budget as typed: whole pence for a cost centre and a financial year. */
export type CentreBudget = {
  readonly id: string;
  readonly version: number;
  readonly costCentre: string;
  readonly financialYear: FinancialYear;
  readonly pence: number;
};

/**
 * Pence of a month, a year or a centre, net of income. The forecast is what is over, actual or (marked) planned, and
 * what is ahead; what is committed is a part of it, and is not added.
 */
export type BudgetSums = {
  /** `null`: nobody typed one. */
  readonly budget: number | null;
  readonly actual: number;
  /** Planned for weeks that are over without a bank shift imported: not an actual. */
  readonly notKnown: number;
  readonly ahead: number;
  readonly forecast: number;
  /** Booked with the bank, and fees less income of courses that have begun. */
  readonly committed: number;
  /** Left of the budget after the forecast; `null` without a budget. */
  readonly left: number | null;
  readonly cash: number;
  readonly cover: number;
  readonly fees: number;
  /** Negative. */
  readonly income: number;
};

export type MonthOfBudget = BudgetSums & { readonly month: Month; readonly year: FinancialYear };
export type YearOfBudget = BudgetSums & { readonly year: FinancialYear };
export type CentreOfBudget = BudgetSums & {
  readonly costCentre: string | null;
  readonly year: FinancialYear;
};

/** Everything the tables are made from. */
export type Ledger = {
  readonly years: readonly FinancialYear[];
  readonly lines: readonly BudgetLine[];
  readonly budgets: readonly CentreBudget[];
};

type Accrued = { -readonly [Name in 'actual' | 'notKnown' | 'ahead' | 'bound' | LineKind | 'cash']: number };

const stageField = { actual: 'actual', 'not-known': 'notKnown', ahead: 'ahead' } as const;

/** One way through the lines: a trust has thousands, and each is in several tables. */
function accruedOf(lines: readonly BudgetLine[]): Accrued {
  const sums: Accrued = { actual: 0, notKnown: 0, ahead: 0, bound: 0, cover: 0, fees: 0, income: 0, cash: 0 };
  for (const { stage, kind, committed, accruedPence, cashPence } of lines) {
    sums[stageField[stage]] += accruedPence;
    sums[kind] += accruedPence;
    sums.cash += cashPence;
    if (committed && stage === 'ahead') sums.bound += accruedPence;
  }
  return sums;
}

export function sumsOf(lines: readonly BudgetLine[], budget: number | null): BudgetSums {
  const { bound, ...sums } = accruedOf(lines);
  const forecast = sums.actual + sums.notKnown + sums.ahead;
  return {
    ...sums,
    budget,
    forecast,
    committed: bound,
    left: budget === null ? null : budget - forecast,
  };
}

function monthsOfYear(year: FinancialYear): Month[] {
  const first = monthOf(firstDayOfFinancialYear(year));
  return Array.from({ length: 12 }, (_, index) => addMonthsTo(first, index));
}

function budgetOf(budgets: readonly CentreBudget[]): number | null {
  return budgets.length === 0 ? null : sumOf(budgets, ({ pence }) => pence);
}

/** Every month of the years, with a twelfth of the year's budget in each; the twelfths add up to the year. */
export function byMonth({ years, lines, budgets }: Ledger): MonthOfBudget[] {
  const own = groupLines(lines, ({ month }) => month);
  return years.flatMap((year) => {
    const whole = budgetOf(budgets.filter(({ financialYear }) => financialYear === year));
    const twelfths = whole === null ? [] : allocate(whole, Array<number>(12).fill(1));
    return monthsOfYear(year).map((month, index) => ({
      month,
      year,
      ...sumsOf(own.get(month) ?? [], twelfths[index] ?? null),
    }));
  });
}

export function byYear({ years, lines, budgets }: Ledger): YearOfBudget[] {
  return years.map((year) => ({
    year,
    ...sumsOf(
      lines.filter((line) => yearOf(line) === year),
      budgetOf(budgets.filter(({ financialYear }) => financialYear === year)),
    ),
  }));
}

/** By cost centre and year in the order of the codes; a cost that no centre can be charged with comes last. */
export function byCentre({ years, lines, budgets }: Ledger): CentreOfBudget[] {
  const centreOf = ({ costCentre }: { readonly costCentre: string | null }): string | null => costCentre;
  const rows = years.flatMap((year): CentreOfBudget[] => {
    const ofYear = (line: BudgetLine): boolean => yearOf(line) === year;
    const own = groupLines(lines.filter(ofYear), centreOf);
    const typed = groupLines(
      budgets.filter(({ financialYear }) => financialYear === year),
      centreOf,
    );
    return [...new Set([...own.keys(), ...typed.keys()])].map((costCentre) => {
      const budget = budgetOf(typed.get(costCentre) ?? []);
      return { costCentre, year, ...sumsOf(own.get(costCentre) ?? [], budget) };
    });
  });
  return rows.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

function orderOf({ costCentre, year }: Pick<CentreOfBudget, 'costCentre' | 'year'>): string {
  return `${costCentre ?? '\uffff'} ${year}`;
}

/** Income of a source in a year, pence, positive: what pays, when it is earned and when it moves. */
export type SourceOfIncome = {
  readonly source: string | null;
  readonly fundingCode: string | null;
  readonly year: FinancialYear;
  readonly earned: number;
  readonly toCome: number;
  readonly cash: number;
};

/** By source, code and year; income that nobody named the source of comes last. */
export function incomeBySource({ years, lines }: Pick<Ledger, 'years' | 'lines'>): SourceOfIncome[] {
  const income = lines.filter((line) => line.kind === 'income' && years.includes(yearOf(line)));
  const groups = groupLines(income, (line) => JSON.stringify([line.source, line.fundingCode, yearOf(line)]));
  return [...groups.values()]
    .flatMap((own): SourceOfIncome[] => {
      const [first] = own;
      if (first === undefined) return [];
      const accrued = (stage: BudgetLine['stage']): number =>
        0 - sumOf(own, (line) => (line.stage === stage ? line.accruedPence : 0));
      const { source, fundingCode } = first;
      const [earned, toCome] = [accrued('actual'), accrued('ahead')];
      return [
        {
          source,
          fundingCode,
          year: yearOf(first),
          earned,
          toCome,
          cash: 0 - sumOf(own, (line) => line.cashPence),
        },
      ];
    })
    .sort((a, b) => (`${a.source ?? '\uffff'} ${a.year}` < `${b.source ?? '\uffff'} ${b.year}` ? -1 : 1));
}
