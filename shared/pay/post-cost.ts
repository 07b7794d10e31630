import type { PlainDate } from '../calendar/plain-date.ts';
import {
  useOf,
  weakestStatus,
  type ParameterSet,
  type ParameterStatus,
  type ParameterUse,
} from '../parameters/types.ts';
import { employerCost, type CostBasis, type EmployerCost } from './employer-cost.ts';
import { onCostsOn } from './on-costs.ts';
import type { PayPoint } from './pay-point.ts';
import { salaryOn } from './salary.ts';
import { weeklyHoursOn } from './weekly-hours.ts';

/** What one full-time post costs its employer on a day, with the rows it rests on. */
export type PostCost = EmployerCost & {
  readonly salaryPence: number;
  readonly status: ParameterStatus;
  readonly uses: readonly ParameterUse[];
};

/**
 * The yearly and hourly cost of a full-time post at a pay point, at the rates in force on a day.
 *
 * @throws ModelError 'parameter-missing' naming the value and the day.
 */
export function postCostOn(point: PayPoint, date: PlainDate, basis: CostBasis, set: ParameterSet): PostCost {
  const salary = salaryOn(point, date, set);
  const hours = weeklyHoursOn(point, date, set);
  const onCosts = onCostsOn(basis, date, set);
  const cost = employerCost({
    salaryPence: salary.pence,
    weeklyHoursX100: hours.x100,
    pensionBp: onCosts.pension.value,
    niBp: onCosts.ni.value,
    niThresholdPence: onCosts.niThreshold.value,
    levyBp: onCosts.levy.value,
  });
  const rates = [onCosts.ni, onCosts.niThreshold, onCosts.pension, onCosts.levy];
  const uses = [...salary.uses, hours.use, ...rates.map(useOf)];
  return { ...cost, salaryPence: salary.pence, status: weakestStatus(uses), uses };
}
