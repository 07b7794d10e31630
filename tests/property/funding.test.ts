import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accruedByYear, invoicedByYear, netFees } from '../../shared/backfill/course-fees.ts';
import { addMonthsTo } from '../../shared/calendar/month.ts';
import { financialYearOfMonth } from '../../shared/calendar/years.ts';
import { feesLedger } from '../../shared/funding/fees-ledger.ts';
import { anyFeeLine } from '../support/ward-arbitrary.ts';

function total(values: Iterable<number>): number {
  return [...values].reduce((sum, value) => sum + value, 0);
}

describe('laws of the fees ledger', () => {
  it('accruals and invoices by year both come to the net fees', () => {
    fc.assert(
      fc.property(anyFeeLine, (line) => {
        expect(total(accruedByYear(line).values())).toBe(netFees(line));
        expect(total(invoicedByYear(line).values())).toBe(netFees(line));
      }),
    );
  });

  it('each year’s accrual is its share of the course’s months to the penny of rounding', () => {
    fc.assert(
      fc.property(anyFeeLine, (line) => {
        const years = [...accruedByYear(line)];
        for (const [year, pence] of years) {
          const months = Array.from({ length: line.courseMonths }, (_, index) =>
            addMonthsTo(line.firstMonth, index),
          );
          const own = months.filter((month) => financialYearOfMonth(month) === year).length;
          expect(Math.abs(pence - (netFees(line) * own) / line.courseMonths)).toBeLessThanOrEqual(
            years.length / 2,
          );
        }
      }),
    );
  });

  it('months add up to their years, and what is prepaid runs out at the end', () => {
    fc.assert(
      fc.property(fc.array(anyFeeLine, { minLength: 1, maxLength: 3 }), (lines) => {
        const ledger = feesLedger(lines);
        const byYear = new Map<string, number>();
        for (const { month, accruedPence } of ledger) {
          const year = financialYearOfMonth(month);
          byYear.set(year, (byYear.get(year) ?? 0) + accruedPence);
        }
        for (const line of lines) {
          for (const [year, pence] of accruedByYear(line)) byYear.set(year, byYear.get(year)! - pence);
        }
        expect(total([...byYear.values()].map(Math.abs))).toBe(0);
        expect(ledger.at(-1)!.prepaidPence).toBe(0);
        expect(ledger.map(({ month }) => month)).toEqual(ledger.map(({ month }) => month).sort());
      }),
    );
  });

  it('prepaid is all invoiced so far less all accrued so far', () => {
    fc.assert(
      fc.property(anyFeeLine, (line) => {
        let prepaid = 0;
        for (const month of feesLedger([line])) {
          prepaid += month.invoicedPence - month.accruedPence;
          expect(month.prepaidPence).toBe(prepaid);
        }
      }),
    );
  });
});
