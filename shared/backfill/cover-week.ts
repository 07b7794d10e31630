import type { YearPart } from '../calendar/week.ts';
import type { FinancialYear } from '../calendar/years.ts';
import { ModelError } from '../core/errors.ts';
import { productHalfUp } from '../core/exact.ts';
import { ratedDays, type RatedDays } from './dated-rates.ts';
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

/** A price that nobody knows is an error that names its year, since a rate is never 0. */
function noRate(year: FinancialYear): ModelError {
  return new ModelError(
    'parameter-missing',
    `No cover rate for ${year}.`,
    `/rates/${year.replace('/', '~1')}`,
  );
}

function lineOf(week: PlanWeek, part: YearPart, fill: RungFill, days: RatedDays): CoverCostLine | null {
  const { financialYear } = part;
  const needMinutes = minutesOfDays(week, fill.minutes, days);
  if (needMinutes === 0) return null;
  const { pence: ratePence, rateFrom, from, to } = days;
  if (ratePence === null) throw noRate(financialYear);
  const { rung, fillBp } = fill;
  return {
    monday: week.monday,
    financialYear,
    rung,
    needMinutes,
    fillBp,
    ratePence,
    rateYear: financialYear,
    rateFrom,
    days: from === part.from && to === part.to ? undefined : { from, to },
    costPence: productHalfUp([needMinutes, fillBp, ratePence], 600_000),
  };
}

/** A week and what fills it. */
type FilledWeek = { readonly week: PlanWeek; readonly fills: readonly RungFill[] };

/**
 * Cost lines of weeks, one for each rung and financial year a week has need in, and for each price inside the year:
 * half up (minutes × fill × rate ÷ 600 000) pence.
 *
 * @throws ModelError `parameter-missing` when a year with need has no rate.
 */
export function costLinesOf(weeks: readonly FilledWeek[]): CoverCostLine[] {
  const lines: CoverCostLine[] = [];
  for (const { week, fills } of weeks) {
    for (const part of week.parts) {
      for (const fill of fills) {
        for (const days of fill.minutes === 0 || fill.isBooked ? [] : ratedDays(fill, week, part)) {
          const line = lineOf(week, part, fill, days);
          if (line !== null) lines.push(line);
        }
      }
    }
  }
  return lines;
}
