import type { DatedRates, RateChange } from '../backfill/dated-rates.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { firstDayOfFinancialYear, lastDayOfFinancialYear, type FinancialYear } from '../calendar/years.ts';
import { ModelError } from '../core/errors.ts';
import { oncePerSet } from '../parameters/once-per-set.ts';
import type { ParameterSet } from '../parameters/types.ts';
import type { CostBasis } from '../pay/employer-cost.ts';
import type { PayPoint } from '../pay/pay-point.ts';
import { postCostOn } from '../pay/post-cost.ts';
import { progression, type Stretch } from '../pay/progression.ts';
import { daysOfChange } from '../pay/rates-of-year.ts';

/** A post whose hours are priced: its pay point, and the day of the next step; `null` is not known, or none. */
export type PricedPost = { readonly point: PayPoint; readonly nextIncrement: PlainDate | null };

type On = { readonly basis: CostBasis; readonly set: ParameterSet };

const hourOnce = oncePerSet<number>();

function hourOn(stretches: readonly Stretch[], day: PlainDate, { basis, set }: On): number | null {
  const stretch = stretches.findLast(({ from }) => from <= day);
  if (stretch === undefined) return null;
  const { point } = stretch;
  try {
    return hourOnce(
      set,
      `${point.scale} ${point.code} ${day} ${basis}`,
      () => postCostOn(point, day, basis, set).hourlyEmployerCostPence,
    );
  } catch (error) {
    if (error instanceof ModelError) return null;
    throw error;
  }
}

/** Every day of a year on which the hour may change: an increment, an award, an on-cost rate. */
function daysOf(year: FinancialYear, stretches: readonly Stretch[], set: ParameterSet): PlainDate[] {
  const [first, last] = [firstDayOfFinancialYear(year), lastDayOfFinancialYear(year)];
  const steps = stretches.map(({ from }) => from).filter((from) => from > first && from <= last);
  return [...new Set([...daysOfChange(year, set), ...steps])].sort();
}

/**
 * What an hour of a post costs its employer, by financial year and by dated stretch inside it: cut on the day of an
 * increment, an award or a new on-cost rate. A year of which some later day cannot be priced has no price at all.
 */
export function datedHours(
  { point, nextIncrement }: PricedPost,
  years: readonly FinancialYear[],
  on: On,
): DatedRates {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return { rates: {} };
  const span = { from: firstDayOfFinancialYear(first), to: lastDayOfFinancialYear(last) };
  const stretches = progression(point, nextIncrement, span, on.set);
  const rates: Record<string, number> = {};
  const rateChanges: RateChange[] = [];
  for (const year of years) {
    const hours = daysOf(year, stretches, on.set).map((from) => ({
      from,
      pence: hourOn(stretches, from, on),
    }));
    const known = hours.slice(hours.findIndex(({ pence }) => pence !== null));
    if (known.some(({ pence }) => pence === null)) continue;
    for (const [at, { from, pence }] of known.entries()) {
      if (pence === null || pence === known[at - 1]?.pence) continue;
      if (from === firstDayOfFinancialYear(year)) rates[year] = pence;
      else rateChanges.push({ from, pence });
    }
  }
  return { rates, rateChanges };
}
