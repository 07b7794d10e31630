import type { ParameterSet, ParameterStatus, ParameterUse } from '../../shared/parameters/types.ts';
import { knownOn } from '../../shared/parameters/value-on.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import { percent } from '../format/shares.ts';
import { namedRates, rateName, rateSections, type RateReading } from './rate-names.ts';

/** One rate as the list shows it. */
export type RateRow = {
  readonly kind: 'rate';
  readonly code: string;
  readonly label: string;
  /** "8.4% a year", "× 0.5", "10 months". */
  readonly value: string;
  /** The range it is thought to lie in, as text; `null` where none is stated. It is not in the projection. */
  readonly range: string | null;
  /** "All", or how many people of the projection are in the one staff group it is for. */
  readonly groups: string;
  readonly from: PlainDate;
  readonly source: string;
  readonly status: ParameterStatus;
  /** The bare value in its unit, for the CSV. */
  readonly bare: number;
  readonly unit: string;
  readonly note: string | null;
};

export type RatesRow = RateRow | { readonly kind: 'group'; readonly code: string; readonly label: string };

function reads(value: number, reading: RateReading): string {
  switch (reading) {
    case 'share':
      return percent(value);
    case 'a-month':
      return `${percent(value)} a month`;
    case 'a-year':
      return `${percent(value)} a year`;
    case 'times':
      return `× ${formatNumber(value / 10_000, 2)}`;
    case 'months':
      return plural(value, 'month');
    case 'count':
      return formatNumber(value);
  }
}

function rangeReads(low: number | undefined, high: number | undefined, reading: RateReading): string | null {
  return low === undefined || high === undefined ? null : `${reads(low, reading)} to ${reads(high, reading)}`;
}

function peopleIn(group: string | undefined, people: ReadonlyMap<string, number>): string {
  if (group === undefined) return 'All';
  const count = people.get(group) ?? 0;
  return count === 0 ? 'Nobody' : plural(count, 'person', 'people');
}

/**
 * A use points at its row. Between a change of the trust's own values and the next read of the page the row may have
 * another date; the value in force on the day of the use stands in. None at all is an error of the program.
 */
function rateRow(use: ParameterUse, set: ParameterSet, people: ReadonlyMap<string, number>): RateRow {
  const row = knownOn(set, use.code, use.effectiveFrom);
  if (row === null) throw new RangeError(`no row of ${use.code} from ${use.effectiveFrom}`);
  const { label, reading, group } = rateName(use.code);
  return {
    kind: 'rate',
    code: use.code,
    label,
    value: reads(row.value, reading),
    range: rangeReads(row.low, row.high, reading),
    groups: peopleIn(group, people),
    from: row.effectiveFrom,
    source: row.source,
    status: row.status,
    bare: row.value,
    unit: row.unit,
    note: row.note ?? null,
  };
}

/** Every rate the projection used, under the step it belongs to, with its source and how far it can be relied on. */
export function rateRows(
  uses: readonly ParameterUse[],
  set: ParameterSet,
  people: ReadonlyMap<string, number>,
): readonly RatesRow[] {
  return rateSections.flatMap((section): readonly RatesRow[] => {
    const own = uses
      .filter(({ code }) => rateName(code).section === section)
      .sort((a, b) => namedRates.indexOf(a.code) - namedRates.indexOf(b.code))
      .map((use) => rateRow(use, set, people));
    return own.length === 0 ? [] : [{ kind: 'group', code: section, label: section }, ...own];
  });
}
