import { daysBetween, type PlainDate } from '../calendar/plain-date.ts';
import { financialYearOf, firstDayOfFinancialYear, lastDayOfFinancialYear } from '../calendar/years.ts';
import { cumulativePart } from '../core/rounding.ts';
import { changeDates, partsBetween } from '../parameters/pieces-over.ts';
import type { ParameterSet } from '../parameters/types.ts';
import type { CostBasis } from './employer-cost.ts';
import { financialYearsAfter } from './financial-years.ts';
import { onCostCodes } from './on-costs.ts';
import type { PayPoint } from './pay-point.ts';
import { termCodes } from './hour-terms.ts';
import { postCostOn, type PostCost, type PostTerms } from './post-cost.ts';
import { payCodes } from './salary.ts';
import { weeklyHoursCode } from './weekly-hours.ts';

/** A stretch of one financial year with one set of rates, and its share of the year's cost by days. */
export type PartYear = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly pence: number;
  readonly post: PostCost;
};

function costCodes(point: PayPoint, basis: CostBasis, of: PostTerms | null): string[] {
  const above = of === null ? [] : termCodes(of.band, of.terms);
  return [...payCodes(point), ...above, weeklyHoursCode(point), ...onCostCodes(basis)];
}

function newYearsBetween(from: PlainDate, to: PlainDate): PlainDate[] {
  return financialYearsAfter(financialYearOf(from), financialYearOf(to)).map(firstDayOfFinancialYear);
}

/** Days are counted from 1 April and the cost is floored cumulatively, so that periods side by side add up. */
function shareOfYear(yearlyPence: number, from: PlainDate, to: PlainDate): number {
  const year = financialYearOf(from);
  const first = firstDayOfFinancialYear(year);
  const days = daysBetween(first, lastDayOfFinancialYear(year)) + 1;
  return cumulativePart(yearlyPence, daysBetween(first, from), daysBetween(first, to) + 1, days);
}

/**
 * What a full-time post costs over [from, to], both days included: cut where the financial year or a rate changes,
 * each piece its share of the yearly cost by days. The costs of two periods side by side add up to that of both.
 *
 * @param of what is paid above basic pay, as `postCostOn`.
 * @throws RangeError when `to` is before `from`.
 * @throws ModelError 'parameter-missing' when a value is missing on any day.
 */
export function partYearCost(
  point: PayPoint,
  period: { readonly from: PlainDate; readonly to: PlainDate },
  basis: CostBasis,
  set: ParameterSet,
  of: PostTerms | null = null,
): PartYear[] {
  const { from, to } = period;
  if (to < from) throw new RangeError(`${to} is before ${from}`);
  const changes = changeDates(set, costCodes(point, basis, of), from, to);
  const cuts = [...new Set([...changes, ...newYearsBetween(from, to)])].sort();
  return partsBetween(from, to, cuts).map((part) => {
    const post = postCostOn(point, part.from, basis, set, of);
    return { ...part, pence: shareOfYear(post.employerCostYearPence, part.from, part.to), post };
  });
}
