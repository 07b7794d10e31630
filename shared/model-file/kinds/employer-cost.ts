import { z } from 'zod';
import { employerCost, type EmployerCost } from '../../pay/employer-cost.ts';
import { pence, share } from '../fields.ts';
import { defineMeasuredKind } from '../measures.ts';

const inputsSchema = z.object({
  salary_pence: pence,
  weekly_hours_x100: z.int().min(1).max(16_800),
  pension_bp_trust: share,
  pension_bp_full: share,
  ni_bp: share,
  ni_threshold_pence: pence,
  levy_bp: share,
});

type Inputs = z.output<typeof inputsSchema>;

function onBasis(inputs: Inputs, pensionBp: number): EmployerCost {
  return employerCost({
    salaryPence: inputs.salary_pence,
    weeklyHoursX100: inputs.weekly_hours_x100,
    pensionBp,
    niBp: inputs.ni_bp,
    niThresholdPence: inputs.ni_threshold_pence,
    levyBp: inputs.levy_bp,
  });
}

function toFile(cost: EmployerCost): Readonly<Record<string, number>> {
  return {
    hourly_pay_pence: cost.hourlyPayPence,
    employer_cost_year_pence: cost.employerCostYearPence,
    hourly_employer_cost_pence: cost.hourlyEmployerCostPence,
  };
}

/** Hourly cost of a post as the trust pays it, and in full with the share of pension paid centrally. */
export const employerCostKind = defineMeasuredKind({
  inputs: inputsSchema,
  evaluate: (inputs: Inputs) => inputs,
  measures: {
    trust: (inputs: Inputs) => toFile(onBasis(inputs, inputs.pension_bp_trust)),
    full: (inputs: Inputs) => toFile(onBasis(inputs, inputs.pension_bp_full)),
  },
});
