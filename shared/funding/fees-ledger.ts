import { accruedByYear, netFees } from '../backfill/course-fees.ts';
import type { CourseFeeLine } from '../backfill/ward-inputs.ts';
import { addMonthsTo, type Month } from '../calendar/month.ts';
import { financialYearOfMonth, type FinancialYear } from '../calendar/years.ts';
import { allocate } from '../core/allocate.ts';
import { instalments } from '../core/instalments.ts';

/** One month of the fees ledger, in pence, fees less bursaries: the ledger of fees is never mixed with cover. */
export type FeesMonth = {
  readonly month: Month;
  readonly accruedPence: number;
  readonly invoicedPence: number;
  /** Invoiced and not yet used at the end of the month; negative is an accrual, used and not yet invoiced. */
  readonly prepaidPence: number;
};

function courseMonths(line: CourseFeeLine): Month[] {
  return Array.from({ length: line.courseMonths }, (_, index) => addMonthsTo(line.firstMonth, index));
}

/** Straight line by course month: each year's share by largest remainder over its months, so that years agree. */
export function accruedByMonth(line: CourseFeeLine): ReadonlyMap<Month, number> {
  const months = courseMonths(line);
  const monthsOf = (year: FinancialYear): Month[] =>
    months.filter((month) => financialYearOfMonth(month) === year);
  return new Map(
    [...accruedByYear(line)].flatMap(([year, pence]) => {
      const own = monthsOf(year);
      const shares = allocate(
        pence,
        own.map(() => 1),
      );
      return own.map((month, index): [Month, number] => [month, shares[index] ?? 0]);
    }),
  );
}

/** Net fees when invoiced: by the line's own invoices, else in the first month of the course. */
export function invoicedByMonth(line: CourseFeeLine): readonly (readonly [Month, number])[] {
  const schedule = line.invoices ?? [{ month: line.firstMonth, bp: 10_000 }];
  const amounts = instalments(
    netFees(line),
    schedule.map(({ bp }) => bp),
  );
  return schedule.map(({ month }, index) => [month, amounts[index] ?? 0] as const);
}

function addAll(sums: Map<Month, number>, entries: Iterable<readonly [Month, number]>, times: number): void {
  for (const [month, pence] of entries) sums.set(month, (sums.get(month) ?? 0) + times * pence);
}

/** Fees alike in everything, of which a trust has many: each is worked out once and counted as often as it comes. */
function timesOf(
  lines: readonly CourseFeeLine[],
): { readonly line: CourseFeeLine; readonly times: number }[] {
  const known = new Map<string, { line: CourseFeeLine; times: number }>();
  for (const line of lines) {
    const key = JSON.stringify(line);
    const alike = known.get(key);
    if (alike === undefined) known.set(key, { line, times: 1 });
    else alike.times += 1;
  }
  return [...known.values()];
}

/** Net fees by month in date order: accrued straight line, invoiced when billed, and what is prepaid at month end. */
export function feesLedger(lines: readonly CourseFeeLine[]): FeesMonth[] {
  const [accrued, invoiced] = [new Map<Month, number>(), new Map<Month, number>()];
  for (const { line, times } of timesOf(lines)) {
    addAll(accrued, accruedByMonth(line), times);
    addAll(invoiced, invoicedByMonth(line), times);
  }
  let prepaidPence = 0;
  return [...new Set([...accrued.keys(), ...invoiced.keys()])].sort().map((month) => {
    const [accruedPence, invoicedPence] = [accrued.get(month) ?? 0, invoiced.get(month) ?? 0];
    prepaidPence += invoicedPence - accruedPence;
    return { month, accruedPence, invoicedPence, prepaidPence };
  });
}
