import {
  evaluateBackfill,
  noCover,
  type BackfillAnswer,
  type BackfillInputs,
  type CoverSums,
} from '../backfill/backfill.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { financialYearOf, type FinancialYear } from '../calendar/years.ts';
import { ModelError } from '../core/errors.ts';
import { productHalfUp } from '../core/exact.ts';
import { instalments } from '../core/instalments.ts';

export type TuitionInstalment = { readonly date: PlainDate; readonly bp: number };

/** A whole stage: cover as `backfill`, tuition as invoiced, and the released person's own time beside them. */
export type StageCostInputs = BackfillInputs & {
  readonly hourlyEmployerCostPence: number;
  readonly tuitionPence: number;
  /** Shares of the tuition by invoice date; the last takes the remainder. */
  readonly tuitionSchedule: readonly TuitionInstalment[];
};

export type StageCostYear = CoverSums & {
  readonly financialYear: FinancialYear;
  readonly tuitionPence: number;
  /** Cover cost and tuition. */
  readonly cashPence: number;
  /** The released person's pay, which the budget already holds: never added to cash. */
  readonly valueOfTimePence: number;
};

export type StageCostAnswer = Omit<BackfillAnswer, 'byYear'> & { readonly byYear: readonly StageCostYear[] };

/** Shares must make the whole, give or take the rounding of each instalment to a basis point. */
function checkSchedule({ tuitionPence, tuitionSchedule }: StageCostInputs): void {
  if (tuitionPence === 0 && tuitionSchedule.length === 0) return;
  const sum = tuitionSchedule.reduce((total, { bp }) => total + bp, 0);
  if (Math.abs(sum - 10_000) < tuitionSchedule.length) return;
  throw new ModelError('bad-input', 'The shares of the tuition must add up to 10000.', '/tuition_schedule');
}

function tuitionByYear(inputs: StageCostInputs): Map<FinancialYear, number> {
  checkSchedule(inputs);
  const amounts = instalments(
    inputs.tuitionPence,
    inputs.tuitionSchedule.map(({ bp }) => bp),
  );
  const byYear = new Map<FinancialYear, number>();
  inputs.tuitionSchedule.forEach(({ date }, index) => {
    const year = financialYearOf(date);
    byYear.set(year, (byYear.get(year) ?? 0) + (amounts[index] ?? 0));
  });
  return byYear;
}

function valueOfTimeByYear(answer: BackfillAnswer, hourlyPence: number): Map<FinancialYear, number> {
  const byYear = new Map<FinancialYear, number>();
  for (const { financialYear, released } of answer.parts) {
    const value = productHalfUp([released, hourlyPence], 60);
    byYear.set(financialYear, (byYear.get(financialYear) ?? 0) + value);
  }
  return byYear;
}

/**
 * Cover, tuition and value of time of one stage by financial year; a year with tuition alone has zeros elsewhere.
 *
 * @throws ModelError `bad-input` when the schedule does not add up; otherwise as `evaluateBackfill`.
 */
export function evaluateStageCost(inputs: StageCostInputs): StageCostAnswer {
  const answer = evaluateBackfill(inputs);
  const tuition = tuitionByYear(inputs);
  const value = valueOfTimeByYear(answer, inputs.hourlyEmployerCostPence);
  const cover = new Map(answer.byYear.map((year) => [year.financialYear, year]));
  const years = [...new Set([...cover.keys(), ...tuition.keys()])].sort();
  const byYear = years.map((financialYear) => {
    const sums = cover.get(financialYear) ?? noCover;
    const tuitionPence = tuition.get(financialYear) ?? 0;
    const cashPence = sums.costPence + tuitionPence;
    return {
      ...sums,
      financialYear,
      tuitionPence,
      cashPence,
      valueOfTimePence: value.get(financialYear) ?? 0,
    };
  });
  return { ...answer, byYear };
}
