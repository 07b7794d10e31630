import type { YearPart } from '../calendar/week.ts';
import type { FinancialYear } from '../calendar/years.ts';
import { ModelError } from '../core/errors.ts';
import { productHalfUp } from '../core/exact.ts';
import { minutesOfDays, type PlanWeek } from './plan-weeks.ts';
import type { CoverCostLine, MinuteBp } from './ward-answer.ts';
import type { WardInputs } from './ward-inputs.ts';
import { weekFills, type RungFill } from './ward-ladder.ts';

/** A week's release beyond headroom and what of it is covered. */
export type WeekCover = {
  readonly gap: number;
  readonly need: number;
  readonly filled: MinuteBp;
  readonly unfilled: MinuteBp;
};

function shareOfGap({ backfillBp }: Pick<WardInputs, 'backfillBp'>, gap: number): number {
  return productHalfUp([gap, backfillBp], 10_000);
}

/** Minutes of a week to be covered. */
export function needOf(inputs: WardInputs, week: PlanWeek): number {
  return shareOfGap(inputs, gapOf(inputs, week));
}

/** A week's cover with what fills it, rung by rung. */
export type FilledCover = { readonly cover: WeekCover; readonly fills: readonly RungFill[] };

/** Gap and need of a week; time that lapses with the learner's own absence, or is own time, is in neither. */
export function coverOf(inputs: WardInputs, week: PlanWeek): FilledCover {
  const gap = gapOf(inputs, week);
  const need = shareOfGap(inputs, gap);
  const fills = weekFills(inputs, week.monday, need);
  const filled = fills.reduce((sum, { minutes, fillBp }) => sum + minutes * fillBp, 0);
  return { cover: { gap, need, filled, unfilled: need * 10_000 - filled }, fills };
}

/** Released beyond headroom, without what lapses; with `ownTimeBp` also without what is done in own time. */
export function gapOf(
  { headroomMinutes, ownTimeBp = 0 }: Pick<WardInputs, 'headroomMinutes' | 'ownTimeBp'>,
  { released, kept }: Pick<PlanWeek, 'released' | 'kept'>,
): number {
  const beyond = Math.max(0, released - headroomMinutes);
  if (ownTimeBp === 0) return productHalfUp([beyond, kept.numerator], kept.denominator);
  return productHalfUp([beyond, kept.numerator, 10_000 - ownTimeBp], kept.denominator * 10_000);
}

/** Time filled in a part of a week, in minute·bp. */
export function filledOfPart(
  week: PlanWeek,
  fills: readonly RungFill[],
  part: Pick<YearPart, 'from' | 'to'>,
): MinuteBp {
  return fills.reduce((sum, { minutes, fillBp }) => sum + minutesOfDays(week, minutes, part) * fillBp, 0);
}

/** The rate of a financial year. @throws ModelError `parameter-missing` naming the year, since a rate is never 0. */
function rateOf(rates: RungFill['rates'], year: FinancialYear): number {
  const rate = rates[year];
  if (rate !== undefined) return rate;
  throw new ModelError(
    'parameter-missing',
    `No cover rate for ${year}.`,
    `/rates/${year.replace('/', '~1')}`,
  );
}

function lineOf(week: PlanWeek, part: YearPart, fill: RungFill): CoverCostLine[] {
  const { financialYear } = part;
  const needMinutes = minutesOfDays(week, fill.minutes, part);
  if (needMinutes === 0) return [];
  const { fillBp } = fill;
  const ratePence = rateOf(fill.rates, financialYear);
  const costPence = productHalfUp([needMinutes, fillBp, ratePence], 600_000);
  const rung = fill.rung === undefined ? {} : { rung: fill.rung };
  const sum = { needMinutes, fillBp, ratePence, rateYear: financialYear, costPence };
  return [{ monday: week.monday, financialYear, ...rung, ...sum }];
}

/**
 * Cost lines of a week, one for each rung and financial year it has need in: half up (minutes × fill × rate ÷ 600 000)
 * pence.
 *
 * @throws ModelError `parameter-missing` when a year with need has no rate.
 */
export function costLinesOf(week: PlanWeek, fills: readonly RungFill[]): CoverCostLine[] {
  return week.parts.flatMap((part) => fills.flatMap((fill) => lineOf(week, part, fill)));
}
