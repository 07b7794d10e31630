import type { DatedRates } from '../backfill/dated-rates.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { firstDayOfFinancialYear, type FinancialYear } from '../calendar/years.ts';
import type { ParameterStatus } from '../parameters/types.ts';
import type { DatedRate, RateLine } from '../pay/cover-rate.ts';
import type { BoughtRung } from '../pay/rungs.ts';

/** A cover rate of a year, or of a stretch of it, and where it comes from: typed by the trust, or worked out from the cover band. */
export type RateUsed = {
  /** Of a team with a policy; absent otherwise, and then it is the bank's. */
  readonly rung?: BoughtRung;
  readonly financialYear: FinancialYear;
  /** The day inside the year from which it holds; absent where it holds from the year’s first day. */
  readonly from?: PlainDate;
  readonly pence: number;
  readonly origin: 'typed' | 'worked-out';
  /** `null` for a typed rate. */
  readonly status: ParameterStatus | null;
  readonly lines: readonly RateLine[];
};

/** The stretches of a year as rates used. */
export function ratesUsed(
  financialYear: FinancialYear,
  rates: readonly DatedRate[],
  rung?: BoughtRung,
): RateUsed[] {
  const first = firstDayOfFinancialYear(financialYear);
  return rates.map(({ from, ...rate }) => ({
    ...(rung === undefined ? {} : { rung }),
    financialYear,
    ...(from === first ? {} : { from }),
    ...rate,
    origin: 'worked-out',
  }));
}

/** The rate in force on a day, of a year's rates of one rung; `undefined` where there is none. */
export function rateUsedOn(
  rates: readonly RateUsed[],
  year: FinancialYear,
  day: PlainDate,
): RateUsed | undefined {
  const begun = rates.filter(
    ({ financialYear, from }) => financialYear === year && (from === undefined || from <= day),
  );
  return begun.reduce<RateUsed | undefined>(
    (last, rate) => (last === undefined || (rate.from ?? '') > (last.from ?? '') ? rate : last),
    undefined,
  );
}

/** Rates of one rung as a line is priced by them. */
export function datedRates(rates: readonly RateUsed[]): DatedRates {
  const changes = rates.flatMap(({ from, pence }) => (from === undefined ? [] : [{ from, pence }]));
  const whole = rates.filter(({ from }) => from === undefined);
  return {
    rates: Object.fromEntries(whole.map(({ financialYear, pence }) => [financialYear, pence])),
    ...(changes.length === 0 ? {} : { rateChanges: changes }),
  };
}
