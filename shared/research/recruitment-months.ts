import { addMonthsTo, monthOf, monthsBetween, type Month } from '../calendar/month.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { lastWholeMonthEnd, type RecruitmentRecord } from './recruitment.ts';

/** One month of the trust: participants of the studies that recorded it. */
export type TrustMonth = {
  readonly month: Month;
  /** Of the studies with a record; `null` where no study has one: not known, never none. */
  readonly recruited: number | null;
  /** Studies with a record of the month. */
  readonly recorded: number;
  /** Studies whose window holds days of the month and that have no record of it. */
  readonly missing: number;
};

export type TrustRecruitment = {
  /** Whole months, oldest first, from the first that is recorded; at most `monthsShown`. */
  readonly months: readonly TrustMonth[];
  /** Participants recorded in the last 12 of them. */
  readonly lastYear: number;
  /** Of the studies that have a target here: their targets, and all that is recorded of them. */
  readonly withTarget: number;
  readonly target: number;
  readonly recruited: number;
};

/** How far back months are shown. */
export const monthsShown = 36;

const monthsAYear = 12;

function countsByMonth(
  records: readonly RecruitmentRecord[],
): ReadonlyMap<Month, Pick<TrustMonth, 'recorded'> & { readonly recruited: number }> {
  const counts = new Map<Month, { recorded: number; recruited: number }>();
  for (const { month, recruited } of records.flatMap(({ months }) => months)) {
    const known = counts.get(month) ?? { recorded: 0, recruited: 0 };
    counts.set(month, { recorded: known.recorded + 1, recruited: known.recruited + recruited });
  }
  return counts;
}

/** How many studies ought to have a record of each month and have none. */
function missingByMonth(records: readonly RecruitmentRecord[], last: Month): ReadonlyMap<Month, number> {
  const missing = new Map<Month, number>();
  for (const { recruitFrom, recruitTo, months } of records) {
    if (recruitFrom === null || recruitTo === null) continue;
    const known = new Set(months.map(({ month }) => month));
    const end = monthOf(recruitTo) < last ? monthOf(recruitTo) : last;
    for (let month = monthOf(recruitFrom); month <= end; month = addMonthsTo(month, 1))
      if (!known.has(month)) missing.set(month, (missing.get(month) ?? 0) + 1);
  }
  return missing;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** Participants of the whole trust by month, to the last month that is over on the day. */
export function recruitmentOfTrust(records: readonly RecruitmentRecord[], date: PlainDate): TrustRecruitment {
  const last = monthOf(lastWholeMonthEnd(date));
  const counts = countsByMonth(records);
  const missing = missingByMonth(records, last);
  const [first] = [...counts.keys()].filter((month) => month <= last).sort();
  const length = first === undefined ? 0 : Math.min(monthsShown, monthsBetween(first, last) + 1);
  const months = Array.from({ length }, (_, index): TrustMonth => {
    const month = addMonthsTo(last, index - length + 1);
    const { recruited = null, recorded = 0 } = counts.get(month) ?? {};
    return { month, recruited, recorded, missing: missing.get(month) ?? 0 };
  });
  const aimed = records.filter(({ siteTarget }) => siteTarget !== null);
  return {
    months,
    lastYear: sumOf(months.slice(-monthsAYear).map(({ recruited }) => recruited ?? 0)),
    withTarget: aimed.length,
    target: sumOf(aimed.map(({ siteTarget }) => siteTarget ?? 0)),
    recruited: sumOf(aimed.flatMap((record) => record.months.map(({ recruited }) => recruited))),
  };
}
