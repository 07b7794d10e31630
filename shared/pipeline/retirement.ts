import type { PlainDate } from '../calendar/plain-date.ts';
import type { ParameterSet } from '../parameters/types.ts';
import { rateReader, type Sourced } from './default-rates.ts';
import { monthlyOfYearly } from './monthly-chance.ts';

/** Ages from which each yearly rate applies; below the first nobody retires. */
const ages = [
  { from: 65, code: 'RETIRE_AGE_65_ON' },
  { from: 60, code: 'RETIRE_AGE_60_64' },
  { from: 55, code: 'RETIRE_AGE_55_59' },
] as const;

/** Whole years of age, both included; `to` is `null` for an open band. */
export type AgeBand = { readonly from: number; readonly to: number | null };

const between = /^(\d{2}) ?(?:-|–|to) ?(\d{2})$/;
const orMore = /^(?:>= ?(\d{2})|(\d{2}) ?\+|(\d{2}) (?:and over|or over))$/;
const atMost = /^(?:<= ?(\d{2})|(\d{2}) (?:and under|or under))$/;
const under = /^under (\d{2})$/;

/**
 * Reads '51-55', '51-55 Years', '51 to 55', '66+', '>=71 Years', '65 and over', '<=20' and 'Under 25'. `null` when the
 * text is no age band: the age is then not known.
 */
export function parseAgeBand(text: string): AgeBand | null {
  const folded = text
    .trim()
    .toLowerCase()
    .replace(/ ?years$/, '');
  const [, low, high] = between.exec(folded) ?? [];
  if (low !== undefined && high !== undefined) {
    return Number(low) <= Number(high) ? { from: Number(low), to: Number(high) } : null;
  }
  const open = orMore.exec(folded);
  if (open) return { from: Number(open[1] ?? open[2] ?? open[3]), to: null };
  const lowest = atMost.exec(folded);
  if (lowest) return { from: 0, to: Number(lowest[1] ?? lowest[2]) };
  const [, limit] = under.exec(folded) ?? [];
  return limit === undefined ? null : { from: 0, to: Number(limit) - 1 };
}

/** Months of age at month 0: the middle of the band, and the lower end of one that is open above. */
function ageInMonths({ from, to }: AgeBand): number {
  return to === null ? from * 12 : (from + to + 1) * 6;
}

/**
 * Chance of retiring in each month, for someone who is in the middle of their age band at month 0 and grows older
 * (model.md 1.4: not uncertain, not pooled). It comes on top of the group's leaving rate. `null` for a text that is no
 * age band: the caller says that the age is not known.
 *
 * @throws ModelError 'parameter-missing' when a rate has no value on the day.
 */
export function retirementByMonth(
  set: ParameterSet,
  date: PlainDate,
  ageBand: string,
  months: number,
): Sourced<readonly number[]> | null {
  const band = parseAgeBand(ageBand);
  if (band === null) return null;
  const reader = rateReader(set, date);
  const start = ageInMonths(band);
  const value = Array.from({ length: months }, (_, month) => {
    const rate = ages.find(({ from }) => start + month >= from * 12);
    return rate === undefined ? 0 : monthlyOfYearly(reader.share(rate.code));
  });
  return { value, uses: reader.uses() };
}
