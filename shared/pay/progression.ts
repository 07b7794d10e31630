import { addDays, addMonths, type PlainDate } from '../calendar/plain-date.ts';
import type { ParameterSet } from '../parameters/types.ts';
import { knownOn } from '../parameters/value-on.ts';
import type { CostBasis } from './employer-cost.ts';
import { partYearCost, type PartYear } from './part-year-cost.ts';
import { stepAfter, type PayPoint } from './pay-point.ts';

/** A stretch of days at one pay point, both ends included. */
export type Stretch = { readonly from: PlainDate; readonly to: PlainDate; readonly point: PayPoint };

/** Years on each consultant threshold before the next (2003 contract: pay rises after 3, 4, 8 and 14 years). */
const consultantYears: Readonly<Record<string, number>> = {
  CONSULTANT_2003_T1_0_2Y: 3,
  CONSULTANT_2003_T2A_3Y: 1,
  CONSULTANT_2003_T2B_4_7Y: 4,
  CONSULTANT_2003_T3_8_13Y: 6,
};

/** Whole years at a pay point before the next step; `null` where the tables do not say, and at the top. */
export function yearsToNext(point: PayPoint, date: PlainDate, set: ParameterSet): number | null {
  if (point.step >= point.steps) return null;
  return consultantYears[point.code] ?? knownOn(set, `${point.code}_YEARS_TO_NEXT`, date)?.value ?? null;
}

/**
 * The pay points somebody passes through in [from, to]: the next step on the increment date, and each one after it
 * when its years are served. Without an increment date, or at the top, the point is held throughout.
 *
 * @param nextIncrement day of the next step, after `from`; `null` is not known.
 * @throws RangeError when `to` is before `from`.
 */
export function progression(
  point: PayPoint,
  nextIncrement: PlainDate | null,
  period: { readonly from: PlainDate; readonly to: PlainDate },
  set: ParameterSet,
): readonly Stretch[] {
  const { from, to } = period;
  if (to < from) throw new RangeError(`${to} is before ${from}`);
  const next = stepAfter(point);
  if (nextIncrement === null || next === null || nextIncrement > to) return [{ from, to, point }];
  const years = yearsToNext(next, nextIncrement, set);
  const after = years === null ? null : addMonths(nextIncrement, 12 * years);
  if (nextIncrement <= from) return progression(next, after, period, set);
  return [
    { from, to: addDays(nextIncrement, -1), point },
    ...progression(next, after, { from: nextIncrement, to }, set),
  ];
}

/**
 * What a full-time post costs over [from, to] with its increments: each stretch at its pay point, cut further where the
 * financial year, an award or a rate changes. The costs of two periods side by side add up to that of both.
 *
 * @throws ModelError 'parameter-missing' when a value is missing on any day.
 */
export function costWithIncrements(
  point: PayPoint,
  nextIncrement: PlainDate | null,
  period: { readonly from: PlainDate; readonly to: PlainDate },
  on: { readonly basis: CostBasis; readonly set: ParameterSet },
): readonly PartYear[] {
  return progression(point, nextIncrement, period, on.set).flatMap((stretch) =>
    partYearCost(stretch.point, stretch, on.basis, on.set),
  );
}
