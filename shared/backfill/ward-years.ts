import type { FinancialYear } from '../calendar/years.ts';
import { ModelError } from '../core/errors.ts';
import { accruedByYear, invoicedByYear, type PenceByYear } from './course-fees.ts';
import { filledOfPart } from './cover-week.ts';
import { minutesOfDays } from './plan-weeks.ts';
import type { CoverCostLine, WardSums, WardYear } from './ward-answer.ts';
import type { WardInputs } from './ward-inputs.ts';
import type { CoveredWeek } from './covered-weeks.ts';

type Sums = { -readonly [Name in keyof WardSums]: WardSums[Name] };

function empty(): Sums {
  return {
    released: 0,
    need: 0,
    filled: 0,
    unfilled: 0,
    costPence: 0,
    netFeesPence: 0,
    cashFeesPence: 0,
    netPence: 0,
  };
}

function sumsOf(years: Map<FinancialYear, Sums>, year: FinancialYear): Sums {
  const sums = years.get(year) ?? empty();
  years.set(year, sums);
  return sums;
}

function addWeek(
  years: Map<FinancialYear, Sums>,
  { week, cover, fills }: CoveredWeek,
  inputs: WardInputs,
): void {
  for (const part of week.parts) {
    const released = minutesOfDays(week, week.released, part);
    if (released === 0 && inputs.horizon === undefined) continue;
    const sums = sumsOf(years, part.financialYear);
    const need = minutesOfDays(week, cover.need, part);
    sums.released += released;
    sums.need += need;
    const filled = filledOfPart(week, fills, part);
    sums.filled += filled;
    sums.unfilled += need * 10_000 - filled;
  }
}

function addFees(
  years: Map<FinancialYear, Sums>,
  pence: PenceByYear,
  ledger: 'netFeesPence' | 'cashFeesPence',
): void {
  for (const [year, amount] of pence) sumsOf(years, year)[ledger] += amount;
}

/** Past 2^53 a sum would lose pence in silence, so it is refused instead. */
function checkSafe(sums: WardSums): void {
  if (Object.values(sums).every((value) => Number.isSafeInteger(value))) return;
  throw new ModelError('too-large', 'The sums are too large to be exact to the penny.');
}

/**
 * Release, cover and fees by financial year, in order: years with release or fees, and with a horizon every year of
 * its weeks. Fees are not cut by the horizon.
 */
export function yearsOf(
  inputs: WardInputs,
  weeks: readonly CoveredWeek[],
  costLines: readonly CoverCostLine[],
): WardYear[] {
  const years = new Map<FinancialYear, Sums>();
  weeks.forEach((week) => addWeek(years, week, inputs));
  for (const line of costLines) sumsOf(years, line.financialYear).costPence += line.costPence;
  for (const line of inputs.fees) {
    addFees(years, accruedByYear(line), 'netFeesPence');
    addFees(years, invoicedByYear(line), 'cashFeesPence');
  }
  return [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([financialYear, sums]) => ({
      financialYear,
      ...sums,
      netPence: sums.costPence + sums.netFeesPence,
    }));
}

/** Totals are sums of the years, never rounded again. @throws ModelError `too-large` beyond exact whole numbers. */
export function totalsOf(years: readonly WardYear[]): WardSums {
  const totals = empty();
  for (const year of years) {
    for (const name of Object.keys(totals) as (keyof Sums)[]) totals[name] += year[name];
  }
  checkSafe(totals);
  return totals;
}
