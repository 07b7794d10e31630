import type { FinancialYear } from '../calendar/years.ts';
import { ModelError } from '../core/errors.ts';
import { productHalfUp } from '../core/exact.ts';
import { minutesOfDays, type PlanWeek } from './plan-weeks.ts';
import type { CoverCostLine, MinuteBp } from './ward-answer.ts';
import type { WardInputs } from './ward-inputs.ts';

/** A week's release beyond headroom and what of it is covered. */
export type WeekCover = {
  readonly gap: number;
  readonly need: number;
  readonly filled: MinuteBp;
  readonly unfilled: MinuteBp;
};

/** Gap and need of a week's release; time that lapses with the learner's own absence is in neither. */
export function coverOf(inputs: WardInputs, week: PlanWeek): WeekCover {
  const beyondHeadroom = Math.max(0, week.released - inputs.headroomMinutes);
  const gap = productHalfUp([beyondHeadroom, week.kept.numerator], week.kept.denominator);
  const need = productHalfUp([gap, inputs.backfillBp], 10_000);
  const filled = need * inputs.fillBp;
  return { gap, need, filled, unfilled: need * 10_000 - filled };
}

/** The rate of a financial year. @throws ModelError `parameter-missing` naming the year, since a rate is never 0. */
function rateOf(inputs: WardInputs, year: FinancialYear): number {
  const rate = inputs.rates[year];
  if (rate !== undefined) return rate;
  throw new ModelError(
    'parameter-missing',
    `No cover rate for ${year}.`,
    `/rates/${year.replace('/', '~1')}`,
  );
}

/**
 * Cost lines of a week, one for each financial year it has need in: half up (need × fill × rate ÷ 600 000) pence.
 *
 * @throws ModelError `parameter-missing` when a year with need has no rate.
 */
export function costLinesOf(inputs: WardInputs, week: PlanWeek, need: number): CoverCostLine[] {
  const { monday } = week;
  return week.parts.flatMap((part) => {
    const { financialYear } = part;
    const needMinutes = minutesOfDays(week, need, part);
    if (needMinutes === 0) return [];
    const ratePence = rateOf(inputs, financialYear);
    const costPence = productHalfUp([needMinutes, inputs.fillBp, ratePence], 600_000);
    return [
      {
        monday,
        financialYear,
        needMinutes,
        fillBp: inputs.fillBp,
        ratePence,
        rateYear: financialYear,
        costPence,
      },
    ];
  });
}
