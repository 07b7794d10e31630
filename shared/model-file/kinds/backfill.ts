import { z } from 'zod';
import {
  evaluateBackfill,
  type BackfillAnswer,
  type BackfillInputs,
  type CoverSums,
  type CoverWeek,
} from '../../backfill/backfill.ts';
import { financialYear, rate, share } from '../fields.ts';
import { defineMeasuredKind } from '../measures.ts';
import { isReasonable, periodRule, releaseFields, toSpread } from './release.ts';

/** Fields of a backfill: a release, and how it is covered. */
export const backfillFields = {
  ...releaseFields,
  backfill_bp: share,
  fill_bp: share,
  bank_bp: share,
  lag_weeks: z.int().min(0).max(520),
  rates: z.record(financialYear, z.object({ bank: rate, agency: rate })),
};

const backfillSchema = z.object(backfillFields).refine(isReasonable, periodRule);

/** The file form as the model's own. */
export function toBackfill(file: z.output<typeof backfillSchema>): BackfillInputs {
  return {
    ...toSpread(file),
    backfillBp: file.backfill_bp,
    fillBp: file.fill_bp,
    bankBp: file.bank_bp,
    lagWeeks: file.lag_weeks,
    rates: file.rates,
  };
}

/** Sums of cover under the file's names. */
export function coverToFile({ costPence, ...minutes }: CoverSums): Readonly<Record<string, number>> {
  const { released, need, filled, bank, agency, unfilled } = minutes;
  return { released, need, filled, bank, agency, unfilled, cost_pence: costPence };
}

function firstWeek({ parts }: BackfillAnswer): unknown {
  const first = parts.find(({ released }) => released > 0);
  return first === undefined ? null : { week: first.monday, fy: first.financialYear, ...coverToFile(first) };
}

function largest(weeks: readonly CoverWeek[], measure: 'released' | 'unfilled'): number {
  return Math.max(0, ...weeks.map((week) => week[measure]));
}

/** Measures that `backfill` and `stage_cost` share. */
export const backfillMeasures = {
  released_minutes: ({ release }: Pick<BackfillAnswer, 'release'>) => release.releasedMinutes,
  available_days: ({ release }: Pick<BackfillAnswer, 'release'>) => release.days.length,
  weeks_with_release: ({ weeks }: Pick<BackfillAnswer, 'weeks'>) =>
    weeks.filter(({ released }) => released > 0).length,
  total_cost_pence: ({ totalCostPence }: Pick<BackfillAnswer, 'totalCostPence'>) => totalCostPence,
  total_unfilled_minutes: (answer: Pick<BackfillAnswer, 'totalUnfilledMinutes'>) =>
    answer.totalUnfilledMinutes,
  largest_week_unfilled_minutes: ({ weeks }: Pick<BackfillAnswer, 'weeks'>) => largest(weeks, 'unfilled'),
  largest_week_released_minutes: ({ weeks }: Pick<BackfillAnswer, 'weeks'>) => largest(weeks, 'released'),
};

/** Cover of one evenly spread release, by bank and agency. */
export const backfillKind = defineMeasuredKind({
  inputs: backfillSchema,
  evaluate: (file) => evaluateBackfill(toBackfill(file)),
  measures: {
    ...backfillMeasures,
    first_week: firstWeek,
    by_fy: ({ byYear }: BackfillAnswer) =>
      Object.fromEntries(byYear.map((year) => [year.financialYear, coverToFile(year)])),
  },
});
