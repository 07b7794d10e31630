import type { PlainDate } from '../calendar/plain-date.ts';
import type { FinancialYear } from '../calendar/years.ts';
import { oncePerSet } from '../parameters/once-per-set.ts';
import {
  useOf,
  weakestStatus,
  type KnownParameter,
  type ParameterSet,
  type ParameterStatus,
  type ParameterUse,
} from '../parameters/types.ts';
import { valueOn } from '../parameters/value-on.ts';
import type { Band } from './bands.ts';
import { hourlyOf, shareOf, type CostBasis } from './employer-cost.ts';
import { hourKinds } from './enhanced-hours.ts';
import { paidAboveHourOn, plainTerms, type HourTerms } from './hour-terms.ts';
import { onCostsOn } from './on-costs.ts';
import { topOfBand } from './pay-point.ts';
import { ratesOfYear, type From } from './rates-of-year.ts';
import { salaryOn } from './salary.ts';
import { weeklyHoursOn } from './weekly-hours.ts';

/** One term of an hourly rate, in pence, with the rows it comes from. */
export type RateLine = {
  readonly label: string;
  readonly pence: number;
  readonly uses: readonly ParameterUse[];
};

/** Pence an hour of cover; the lines add up to it exactly. */
export type CoverRate = {
  readonly pence: number;
  readonly status: ParameterStatus;
  readonly lines: readonly RateLine[];
};

/** A rate from a day of a financial year on. */
export type DatedRate = From<CoverRate>;

function payLine(band: Band, date: PlainDate, set: ParameterSet): RateLine {
  const point = topOfBand(band);
  const salary = salaryOn(point, date, set);
  const hours = weeklyHoursOn(point, date, set);
  return {
    label: `Pay, top of Band ${band}`,
    pence: hourlyOf(salary.pence, hours.x100),
    uses: [...salary.uses, hours.use],
  };
}

function shareLine(label: string, base: number, share: KnownParameter): RateLine {
  return { label, pence: shareOf(base, share.value), uses: [useOf(share)] };
}

/**
 * Cost of one hour of planned bank cover on a day: pay at the top of the band with what the terms add to it (a high
 * cost area, unsocial hours; nothing unless they say so), holiday pay on it, and on all of it employer National
 * Insurance at its full rate (the extra shift of someone already above the threshold), employer pension of the basis
 * and apprenticeship levy. Each line is rounded once, half up; the rate is their sum. No agency fee is in it.
 *
 * @throws ModelError 'parameter-missing' naming the value and the day. A rate that is not known is never zero.
 */
export function coverRateOn(
  band: Band,
  date: PlainDate,
  basis: CostBasis,
  set: ParameterSet,
  terms: HourTerms = plainTerms,
): CoverRate {
  const paid = [payLine(band, date, set), ...paidAboveHourOn(band, terms, date, set)];
  const pay = paid.reduce((sum, { pence }) => sum + pence, 0);
  const holiday = shareLine('Holiday pay', pay, valueOn(set, 'BANK_HOLIDAY_PAY_WTD', date));
  const base = pay + holiday.pence;
  const { ni, pension, levy } = onCostsOn(basis, date, set);
  const lines = [
    ...paid,
    holiday,
    shareLine('Employer National Insurance', base, ni),
    shareLine(
      basis === 'trust' ? 'Employer pension, trust share' : 'Employer pension, in full',
      base,
      pension,
    ),
    shareLine('Apprenticeship levy', base, levy),
  ];
  const pence = lines.reduce((sum, line) => sum + line.pence, 0);
  return { pence, status: weakestStatus(lines.flatMap((line) => line.uses)), lines };
}

const ratesOnce = oncePerSet<readonly DatedRate[]>();

/**
 * The bank’s rates of a financial year by dated stretch: a pay award is in it from its day on, and so is a National
 * Insurance rate of 6 April, for which the five days before it keep the rate before.
 *
 * @throws ModelError 'parameter-missing' naming the value and the day.
 */
export function coverRatesOfYear(
  band: Band,
  year: FinancialYear,
  basis: CostBasis,
  set: ParameterSet,
  terms: HourTerms = plainTerms,
): readonly DatedRate[] {
  const { area, hours } = terms;
  const key = [band, year, basis, area, ...hourKinds.map((kind) => hours[kind])].join(' ');
  return ratesOnce(set, key, () =>
    ratesOfYear(year, set, (day) => coverRateOn(band, day, basis, set, terms)),
  );
}
