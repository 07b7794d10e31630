import type { Month } from '../calendar/month.ts';
import { financialYearOfMonth, type FinancialYear } from '../calendar/years.ts';

export const lineKinds = ['cover', 'fees', 'income'] as const;

export type LineKind = (typeof lineKinds)[number];

/**
 * How far a pound has come: worked or accrued before the plan begins; planned for weeks that are over and of which no
 * bank shift was imported, which is not an actual; or still to come.
 */
export type LineStage = 'actual' | 'not-known' | 'ahead';

/** One cost or income of one month, pence: costs are positive, income is negative, so that a sum is what is left to pay. */
export type BudgetLine = {
  readonly kind: LineKind;
  readonly stage: LineStage;
  /** `null`: worked on a unit that is no team's. */
  readonly teamId: string | null;
  /** Where it is incurred; `null` is not known. */
  readonly costCentre: string | null;
  /** Whose money pays it in the end; `null` stays where it is incurred. */
  readonly fundingCode: string | null;
  readonly project: string | null;
  readonly analysis: string | null;
  /** Funding source of an income, and of the fee it pays. */
  readonly source: string | null;
  readonly month: Month;
  readonly accruedPence: number;
  /** When the money moves; of cover in the month it is worked. */
  readonly cashPence: number;
  /** Of what is ahead: bound already (the course has begun). */
  readonly committed: boolean;
};

export function sumOf<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

/** Years of the months that were asked for: there are few months and thousands of lines. */
const yearsOfMonths = new Map<Month, FinancialYear>();

export function yearOf({ month }: { readonly month: Month }): FinancialYear {
  const known = yearsOfMonths.get(month);
  if (known !== undefined) return known;
  const year = financialYearOfMonth(month);
  yearsOfMonths.set(month, year);
  return year;
}

/** Lines by a key, in the order in which the keys come. */
export function groupLines<K, T>(lines: readonly T[], keyOf: (line: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return groups;
}
