import type { PlainDate } from '../calendar/plain-date.ts';
import { firstDayOfFinancialYear, lastDayOfFinancialYear, type FinancialYear } from '../calendar/years.ts';
import { ModelError } from '../core/errors.ts';
import type { ParameterSet } from '../parameters/types.ts';

/** A rate made of lines, as far as its changes are told by them. */
type Rate = { readonly lines: readonly { readonly pence: number }[] };

/** A rate from a day of a financial year on, up to the next one or the end of the year. */
export type From<R> = R & { readonly from: PlainDate };

/** Days on which any value of a set starts: the only ones on which a rate made of them can change. */
const startsOfSets = new WeakMap<ParameterSet, readonly PlainDate[]>();

function startsOf(set: ParameterSet): readonly PlainDate[] {
  const known = startsOfSets.get(set);
  if (known !== undefined) return known;
  const all = Object.values(set.rows).flatMap((rows) => rows.map(({ effectiveFrom }) => effectiveFrom));
  const starts = [...new Set(all)].sort();
  startsOfSets.set(set, starts);
  return starts;
}

/** First day of a year, and the later ones on which a value of the set starts. */
export function daysOfChange(year: FinancialYear, set: ParameterSet): PlainDate[] {
  const [first, last] = [firstDayOfFinancialYear(year), lastDayOfFinancialYear(year)];
  return [first, ...startsOf(set).filter((day) => day > first && day <= last)];
}

function isSame(one: Rate, other: Rate): boolean {
  return (
    one.lines.length === other.lines.length &&
    one.lines.every(({ pence }, at) => pence === other.lines[at]?.pence)
  );
}

/** `null` before the first value of something the rate needs. */
function attempt<R>(rateOn: (day: PlainDate) => R, day: PlainDate): R | null {
  try {
    return rateOn(day);
  } catch (error) {
    if (error instanceof ModelError && error.code === 'parameter-missing') return null;
    throw error;
  }
}

/**
 * The rates of a financial year by dated stretch: one from its first day, and one from each day inside it on which an
 * award, an on-cost rate or a term changes a line. Stretches alike in every line are one, with the rows last in force.
 *
 * The first days of the first year on record may have no rate: whoever has an hour there is told so.
 *
 * @throws ModelError 'parameter-missing' naming the value and the day when the year has no rate at all, or loses it.
 */
export function ratesOfYear<R extends Rate>(
  year: FinancialYear,
  set: ParameterSet,
  rateOn: (day: PlainDate) => R,
): From<R>[] {
  const rates: From<R>[] = [];
  const days = daysOfChange(year, set);
  for (const from of days) {
    const rate = rates.length === 0 ? attempt(rateOn, from) : rateOn(from);
    const before = rates.at(-1);
    if (rate === null) continue;
    if (before !== undefined && isSame(before, rate))
      rates[rates.length - 1] = { ...rate, from: before.from };
    else rates.push({ ...rate, from });
  }
  const first = firstDayOfFinancialYear(year);
  return rates.length === 0 ? [{ ...rateOn(first), from: first }] : rates;
}
