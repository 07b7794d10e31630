import type { PlainDate } from '../calendar/plain-date.ts';
import type { CalendarWeek, YearPart } from '../calendar/week.ts';
import { firstDayOfFinancialYear } from '../calendar/years.ts';

/** Pence an hour from a day on, up to the next change or the end of its financial year. */
export type RateChange = { readonly from: PlainDate; readonly pence: number };

/** Pence an hour by financial year, and what changes inside one: an award, a new on-cost rate. */
export type DatedRates = {
  readonly rates: Readonly<Record<string, number>>;
  readonly rateChanges?: readonly RateChange[] | undefined;
};

type Rate = {
  /** `null` where the year has none yet. */
  readonly pence: number | null;
  /** The day inside the year on which the rate began; absent where it is that of the year’s first day. */
  readonly rateFrom?: PlainDate;
};

type Days = CalendarWeek['days'];

/** Days (from, to] of a week with one rate. */
export type RatedDays = Rate & { readonly from: number; readonly to: number };

/** The latest of the changes from one day to another, both included. */
function latestChange(changes: readonly RateChange[], first: PlainDate, last: PlainDate): RateChange | null {
  let latest: RateChange | null = null;
  for (const change of changes) {
    if (change.from < first || change.from > last) continue;
    if (latest === null || change.from > latest.from) latest = change;
  }
  return latest;
}

/** The days of a part, counted from the Monday, before which a change begins. */
function cutsOf(changes: readonly RateChange[], days: Days, { from, to }: YearPart): number[] {
  const [first, last] = [days[from] ?? '', days[to - 1] ?? ''];
  const cuts = changes.filter((change) => change.from > first && change.from <= last);
  if (cuts.length === 0) return [];
  return [...new Set(cuts.map((change) => days.indexOf(change.from)))].sort((a, b) => a - b);
}

/**
 * The days of a week in one financial year, cut on each day on which an hour’s price changes, as the year itself cuts
 * them on 1 April: every day lies in exactly one piece. A change to the same price cuts nothing.
 */
export function ratedDays(
  { rates, rateChanges = [] }: DatedRates,
  { days }: Pick<CalendarWeek, 'days'>,
  part: YearPart,
): RatedDays[] {
  const { from, to, financialYear } = part;
  const ofYear = rates[financialYear] ?? null;
  if (rateChanges.length === 0) return [{ from, to, pence: ofYear }];
  const firstOfYear = firstDayOfFinancialYear(financialYear);
  const pieces = [from, ...cutsOf(rateChanges, days, part)].map((day) => {
    const change = latestChange(rateChanges, firstOfYear, days[day] ?? firstOfYear);
    return change === null
      ? { from: day, pence: ofYear }
      : { from: day, pence: change.pence, rateFrom: change.from };
  });
  const kept = pieces.filter(({ pence }, at) => pence !== pieces[at - 1]?.pence);
  return kept.map((piece, at) => ({ ...piece, to: kept[at + 1]?.from ?? to }));
}
