import { financialYearOfMonth, nextFinancialYear, type FinancialYear } from '../calendar/years.ts';
import { instalments } from '../core/instalments.ts';
import { halfUp } from '../core/rounding.ts';
import type { CourseFeeLine } from './ward-inputs.ts';

/** Pence by financial year; years in order. */
export type PenceByYear = ReadonlyMap<FinancialYear, number>;

/** Fees of a line less the bursaries paid to the trust; negative when more is funded than charged. */
export function netFees(line: CourseFeeLine): number {
  return line.feePence * line.count - line.bursaryPence * line.bursaryCount;
}

/** How many months of a course lie in each year, year by year: from its first month to March, then twelve a year. */
function monthsByYear({ firstMonth, courseMonths }: CourseFeeLine): [FinancialYear, number][] {
  const months: [FinancialYear, number][] = [];
  let year = financialYearOfMonth(firstMonth);
  let inYear = 12 - ((Number(firstMonth.slice(5)) + 8) % 12);
  let left = courseMonths;
  while (left > 0) {
    months.push([year, Math.min(left, inYear)]);
    left -= inYear;
    inYear = 12;
    year = nextFinancialYear(year);
  }
  return months;
}

/** Net fees on accruals: straight line over the months of the course, rounded by year, the last takes the rest. */
export function accruedByYear(line: CourseFeeLine): PenceByYear {
  const years = monthsByYear(line);
  let rest = netFees(line);
  return new Map(
    years.map(([year, months], index) => {
      const share = halfUp(BigInt(netFees(line)) * BigInt(months), line.courseMonths);
      const amount = index === years.length - 1 ? rest : share;
      rest -= amount;
      return [year, amount];
    }),
  );
}

/** Net fees when invoiced: in the first month of the course, or by the line's own invoices. */
export function invoicedByYear(line: CourseFeeLine): PenceByYear {
  const invoices = line.invoices ?? [{ month: line.firstMonth, bp: 10_000 }];
  const amounts = instalments(
    netFees(line),
    invoices.map(({ bp }) => bp),
  );
  const byYear = new Map<FinancialYear, number>();
  invoices.forEach(({ month }, index) => {
    const year = financialYearOfMonth(month);
    byYear.set(year, (byYear.get(year) ?? 0) + (amounts[index] ?? 0));
  });
  return byYear;
}
