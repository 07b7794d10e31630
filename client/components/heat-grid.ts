import type { Standing } from '../../shared/backfill/ward-answer.ts';
import type { CsvCell } from '../../shared/imports/csv-out.ts';
import { monthOf } from '../../shared/calendar/month.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { longDate, shortMonth } from '../format/dates.ts';
import { cellHours, hours } from '../format/hours.ts';

/**
 * What a team's week is: short because of release after cover; short with nobody released (never blamed on release);
 * close to the planned minimum; a week with release; one without; hours or minimum not known.
 */
export type HeatCellKind = 'short' | 'short-anyway' | 'close' | 'release' | 'no-release' | 'not-known';

export type HeatCell = {
  readonly kind: HeatCellKind;
  /** Minutes above the planned minimum after cover; `null` exactly when the kind is `not-known`. */
  readonly margin: number | null;
};

/** A cell from what the model says of a team's week. */
export function heatCellOf(week: {
  readonly margin: number | null;
  readonly standing: Standing | null;
  readonly close: boolean;
  /** Minutes. */
  readonly released: number;
}): HeatCell {
  const { margin, standing, close, released } = week;
  if (margin === null || standing === null) return { kind: 'not-known', margin: null };
  if (standing === 'short-after-cover') return { kind: 'short', margin };
  if (standing === 'short-without-release') return { kind: 'short-anyway', margin };
  return { kind: close ? 'close' : released > 0 ? 'release' : 'no-release', margin };
}

export type HeatRow = {
  /** Team id. */
  readonly key: string;
  readonly name: string;
  /** In the order of `countLabels`; `null` is not known. */
  readonly counts: readonly (number | null)[];
  /** One for each week of the grid. */
  readonly cells: readonly HeatCell[];
};

export type HeatGridModel = {
  /** What the numbers are: "Registered hours above the planned minimum after cover, by team and week". */
  readonly caption: string;
  /** Mondays, in order. */
  readonly weeks: readonly PlainDate[];
  /** Known pressure over the weeks: "Easter", "Winter pressure"; indexes of weeks, both included. May be empty. */
  readonly pressures: readonly { readonly from: number; readonly to: number; readonly label: string }[];
  /** "Learners", "Weeks short": columns that stay beside the name from 641px up. The last is bold where above 0. */
  readonly countLabels: readonly string[];
  readonly rows: readonly HeatRow[];
};

/** A place in the grid by row and week. */
export type HeatPlace = { readonly row: number; readonly week: number };

/** The number in a cell: "57", "−4", "0.2", "?". */
export function cellText({ margin }: HeatCell): string {
  return margin === null ? '?' : cellHours(margin);
}

const kindInWords: Readonly<Record<HeatCellKind, string>> = {
  short: 'short because of release',
  'short-anyway': 'short with nobody released',
  close: 'close to the planned minimum',
  release: 'with release',
  'no-release': 'no release',
  'not-known': 'hours not known',
};

/** A cell read out: "Ward 7, week of 6 December 2027: 4.3 hours below the planned minimum, short because of release". */
export function cellInWords(name: string, monday: PlainDate, cell: HeatCell): string {
  const place = `${name}, week of ${longDate(monday)}`;
  if (cell.margin === null) return `${place}: ${kindInWords[cell.kind]}`;
  const side = cell.margin < 0 ? 'below' : 'above';
  return `${place}: ${hours(Math.abs(cell.margin))} hours ${side} the planned minimum, ${kindInWords[cell.kind]}`;
}

/** Months over the weeks: a week belongs to the month of its Monday. */
export function monthSpans(
  weeks: readonly PlainDate[],
): readonly { readonly from: number; readonly to: number; readonly label: string }[] {
  const spans: { from: number; to: number; label: string }[] = [];
  weeks.forEach((monday, index) => {
    const label = shortMonth(monthOf(monday));
    const last = spans[spans.length - 1];
    if (last?.label === label) last.to = index;
    else spans.push({ from: index, to: index, label });
  });
  return spans;
}

/** The next week short because of release after a place, row by row, and round again from the top; `null` when there is none. */
export function nextShort({ rows, weeks }: HeatGridModel, after: HeatPlace): HeatPlace | null {
  const places = rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, week) => (cell.kind === 'short' ? [{ row, week }] : [])),
  );
  const rank = (place: HeatPlace): number => place.row * weeks.length + place.week;
  return places.find((place) => rank(place) > rank(after)) ?? places[0] ?? null;
}

/** The earliest week in which any team is short because of release: where a narrow screen opens. */
export function firstShortWeek({ rows }: HeatGridModel): number | null {
  const weeks = rows.flatMap(({ cells }) =>
    cells.flatMap((cell, week) => (cell.kind === 'short' ? [week] : [])),
  );
  return weeks.length === 0 ? null : Math.min(...weeks);
}

/** The whole grid for a CSV: a row a team, a column a week, bare hours; empty where not known. */
export function heatGridCsv(model: HeatGridModel): {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
} {
  return {
    headings: ['Team', ...model.countLabels, ...model.weeks],
    rows: model.rows.map(({ name, counts, cells }) => [
      name,
      ...counts,
      ...cells.map(({ margin }) => (margin === null ? null : margin / 60)),
    ]),
  };
}
