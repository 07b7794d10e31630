import { halfUp } from '../core/rounding.ts';

/**
 * `trust`: what the trust pays, with the 14.38% of pension collected from it. `full`: the whole NHS cost, 23.78%, with
 * the share NHS England pays centrally.
 */
export const costBases = ['trust', 'full'] as const;

export type CostBasis = (typeof costBases)[number];

export type EmployerCostInputs = {
  readonly salaryPence: number;
  /** Contracted hours a week in hundredths: 37.5 hours are 3750. */
  readonly weeklyHoursX100: number;
  readonly pensionBp: number;
  readonly niBp: number;
  /** Secondary threshold a year of one employment. */
  readonly niThresholdPence: number;
  readonly levyBp: number;
};

export type EmployerCost = {
  readonly hourlyPayPence: number;
  readonly employerCostYearPence: number;
  readonly hourlyEmployerCostPence: number;
};

/** A share of an amount, rounded half up to a penny. */
export function shareOf(pence: number, basisPoints: number): number {
  return halfUp(BigInt(pence) * BigInt(basisPoints), 10000);
}

/**
 * A yearly amount per contracted hour, in pence: a year is 365 / 7 weeks, rounded once, half up.
 *
 * @throws RangeError when the hours are not positive.
 */
export function hourlyOf(yearlyPence: number, weeklyHoursX100: number): number {
  return halfUp(BigInt(yearlyPence) * 700n, 365n * BigInt(weeklyHoursX100));
}

/**
 * What a post costs its employer: salary, pension, National Insurance above the threshold and apprenticeship levy,
 * each line rounded once, half up; the hourly cost divides their sum.
 *
 * @throws RangeError when an amount is not a whole number or the hours are not positive.
 */
export function employerCost(inputs: EmployerCostInputs): EmployerCost {
  const { salaryPence, weeklyHoursX100, pensionBp, niBp, niThresholdPence, levyBp } = inputs;
  const employerCostYearPence =
    salaryPence +
    shareOf(salaryPence, pensionBp) +
    shareOf(Math.max(0, salaryPence - niThresholdPence), niBp) +
    shareOf(salaryPence, levyBp);
  return {
    hourlyPayPence: hourlyOf(salaryPence, weeklyHoursX100),
    employerCostYearPence,
    hourlyEmployerCostPence: hourlyOf(employerCostYearPence, weeklyHoursX100),
  };
}
