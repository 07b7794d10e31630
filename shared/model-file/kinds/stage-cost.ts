import { z } from 'zod';
import { evaluateStageCost, type StageCostAnswer, type StageCostYear } from '../../funding/stage-cost.ts';
import { date, pence, rate, share } from '../fields.ts';
import { defineMeasuredKind } from '../measures.ts';
import { backfillFields, backfillMeasures, coverToFile, toBackfill } from './backfill.ts';
import { isReasonable, periodRule } from './release.ts';

const stageCostSchema = z
  .object({
    ...backfillFields,
    hourly_employer_cost_pence: rate,
    tuition_pence: pence,
    tuition_schedule: z.array(z.object({ date, bp: share })).max(120),
  })
  .refine(isReasonable, periodRule);

function yearToFile(year: StageCostYear): Readonly<Record<string, number>> {
  return {
    ...coverToFile(year),
    tuition_pence: year.tuitionPence,
    cash_pence: year.cashPence,
    value_of_time_pence: year.valueOfTimePence,
  };
}

/** A whole stage: cover, tuition as invoiced, and the value of the released person's time beside them. */
export const stageCostKind = defineMeasuredKind({
  inputs: stageCostSchema,
  evaluate: (file) =>
    evaluateStageCost({
      ...toBackfill(file),
      hourlyEmployerCostPence: file.hourly_employer_cost_pence,
      tuitionPence: file.tuition_pence,
      tuitionSchedule: file.tuition_schedule,
    }),
  measures: {
    ...backfillMeasures,
    by_fy: ({ byYear }: StageCostAnswer) =>
      Object.fromEntries(byYear.map((year) => [year.financialYear, yearToFile(year)])),
  },
});
