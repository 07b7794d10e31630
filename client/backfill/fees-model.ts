import { addMonthsTo, monthOf, type Month } from '../../shared/calendar/month.ts';
import {
  firstDayOfFinancialYear,
  lastDayOfFinancialYear,
  type FinancialYear,
} from '../../shared/calendar/years.ts';
import type { FeesMonth } from '../../shared/funding/fees-ledger.ts';
import type { BackfillSummary } from '../../shared/scenario/backfill-summary.ts';

/** A line of the fees ledger as the page shows it. */
export type FeesRow =
  | { readonly kind: 'group'; readonly key: string; readonly year: FinancialYear }
  | { readonly kind: 'opening'; readonly key: string; readonly prepaidPence: number }
  | ({ readonly kind: 'month'; readonly key: string } & FeesMonth)
  | ({ readonly kind: 'total'; readonly key: string; readonly year: FinancialYear } & Omit<
      FeesMonth,
      'month'
    >);

function prepaidBefore(fees: readonly FeesMonth[], month: Month): number {
  return fees.filter((one) => one.month < month).at(-1)?.prepaidPence ?? 0;
}

/** Every month of a year, also those in which nothing is accrued or invoiced: what is prepaid then stands. */
export function feesMonths(fees: readonly FeesMonth[], year: FinancialYear): readonly FeesMonth[] {
  const first = monthOf(firstDayOfFinancialYear(year));
  return Array.from({ length: 12 }, (_, index): FeesMonth => {
    const month = addMonthsTo(first, index);
    const own = fees.find((one) => one.month === month);
    return own ?? { month, accruedPence: 0, invoicedPence: 0, prepaidPence: prepaidBefore(fees, month) };
  });
}

/** The ledger of the page's years, month by month, from what was prepaid before them. */
export function feesRows({ fees }: BackfillSummary, years: readonly FinancialYear[]): readonly FeesRow[] {
  const [firstYear] = years;
  if (firstYear === undefined) return [];
  const opening = prepaidBefore(fees, monthOf(firstDayOfFinancialYear(firstYear)));
  const ofYear = (year: FinancialYear): readonly FeesRow[] => {
    const months = feesMonths(fees, year);
    return [
      { kind: 'group', key: `${year} months`, year },
      ...months.map((month) => ({ kind: 'month', key: month.month, ...month }) as const),
      {
        kind: 'total',
        key: `${year} total`,
        year,
        accruedPence: months.reduce((sum, month) => sum + month.accruedPence, 0),
        invoicedPence: months.reduce((sum, month) => sum + month.invoicedPence, 0),
        prepaidPence: months.at(-1)?.prepaidPence ?? 0,
      },
    ];
  };
  return [{ kind: 'opening', key: 'opening', prepaidPence: opening }, ...years.flatMap(ofYear)];
}

/** Fees that lie after the page's years, accrued: so that nobody takes the two years for all there is. */
export function feesBeyond({ fees }: BackfillSummary, years: readonly FinancialYear[]): number {
  const lastYear = years.at(-1);
  if (lastYear === undefined) return 0;
  const end = monthOf(lastDayOfFinancialYear(lastYear));
  return fees.filter(({ month }) => month > end).reduce((sum, month) => sum + month.accruedPence, 0);
}
