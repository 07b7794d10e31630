import type { PlainDate } from '../calendar/plain-date.ts';
import {
  useOf,
  weakestStatus,
  type ParameterSet,
  type ParameterStatus,
  type ParameterUse,
} from '../parameters/types.ts';
import { employerCost, type CostBasis, type EmployerCost } from './employer-cost.ts';
import type { Band } from './bands.ts';
import { paidAboveYearOn, type HourTerms, type PaidAbove } from './hour-terms.ts';
import { onCostsOn } from './on-costs.ts';
import type { PayPoint } from './pay-point.ts';
import { salaryOn } from './salary.ts';
import { weeklyHoursOn } from './weekly-hours.ts';

/** What one full-time post costs its employer on a day, with the rows it rests on. */
export type PostCost = EmployerCost & {
  /** Basic pay. */
  readonly salaryPence: number;
  readonly status: ParameterStatus;
  readonly uses: readonly ParameterUse[];
};

/** A post at the top of a band that is paid more than basic pay for where and when it works. */
export type PostTerms = { readonly band: Band; readonly terms: HourTerms };

/** What a post is paid a year above basic pay; nothing where nobody says. */
export function paidAboveOf(of: PostTerms | null, date: PlainDate, set: ParameterSet): PaidAbove[] {
  return of === null ? [] : paidAboveYearOn(of.band, of.terms, date, set);
}

/**
 * The yearly and hourly cost of a full-time post at a pay point, at the rates in force on a day.
 *
 * @param of what is paid above basic pay, which is pensionable and bears National Insurance and levy as basic pay does.
 * @throws ModelError 'parameter-missing' naming the value and the day.
 */
export function postCostOn(
  point: PayPoint,
  date: PlainDate,
  basis: CostBasis,
  set: ParameterSet,
  of: PostTerms | null = null,
): PostCost {
  const salary = salaryOn(point, date, set);
  const hours = weeklyHoursOn(point, date, set);
  const onCosts = onCostsOn(basis, date, set);
  const above = paidAboveOf(of, date, set);
  const cost = employerCost({
    salaryPence: above.reduce((sum, { pence }) => sum + pence, salary.pence),
    weeklyHoursX100: hours.x100,
    pensionBp: onCosts.pension.value,
    niBp: onCosts.ni.value,
    niThresholdPence: onCosts.niThreshold.value,
    levyBp: onCosts.levy.value,
  });
  const rates = [onCosts.ni, onCosts.niThreshold, onCosts.pension, onCosts.levy];
  const paid = [...salary.uses, ...above.flatMap((line) => line.uses)];
  const uses = [...paid, hours.use, ...rates.map(useOf)];
  return { ...cost, salaryPence: salary.pence, status: weakestStatus(uses), uses };
}
