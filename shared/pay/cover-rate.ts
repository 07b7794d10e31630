import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { firstDayOfFinancialYear, type FinancialYear } from '../calendar/years.ts';
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
import { onCostsOn } from './on-costs.ts';
import { topOfBand } from './pay-point.ts';
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
 * Cost of one hour of planned bank cover on a day: pay at the top of the band, holiday pay on it, and on the two
 * together employer National Insurance at its full rate (the extra shift of someone already above the threshold),
 * employer pension of the basis and apprenticeship levy. Each line is rounded once, half up; the rate is their sum.
 * Day rates: unsocial hours, agency fees and high cost area supplements are not in it.
 *
 * @throws ModelError 'parameter-missing' naming the value and the day. A rate that is not known is never zero.
 */
export function coverRateOn(band: Band, date: PlainDate, basis: CostBasis, set: ParameterSet): CoverRate {
  const pay = payLine(band, date, set);
  const holiday = shareLine('Holiday pay', pay.pence, valueOn(set, 'BANK_HOLIDAY_PAY_WTD', date));
  const base = pay.pence + holiday.pence;
  const { ni, pension, levy } = onCostsOn(basis, date, set);
  const lines = [
    pay,
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

/**
 * The cover rate of each financial year: one rate a year, at the values in force on 30 April, so that pay awards of
 * 1 April and National Insurance changes of 6 April are both in it. The five days between are not priced apart.
 *
 * @throws ModelError 'parameter-missing' naming the value and the day.
 */
export function coverRatesByFinancialYear(
  band: Band,
  years: readonly FinancialYear[],
  basis: CostBasis,
  set: ParameterSet,
): Record<FinancialYear, CoverRate> {
  const rates: Record<FinancialYear, CoverRate> = {};
  for (const year of years) {
    rates[year] = coverRateOn(band, addDays(firstDayOfFinancialYear(year), 29), basis, set);
  }
  return rates;
}
