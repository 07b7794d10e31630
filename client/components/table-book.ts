import { isMonth } from '../../shared/calendar/month.ts';
import { isPlainDate } from '../../shared/calendar/plain-date.ts';
import { columnLetters, type CellKind } from '../format/workbook-cells.ts';
import {
  columnRange,
  rowOfBook,
  type BookCell,
  type BookColumn,
  type BookTable,
} from '../format/workbook.ts';
import type { CellValue } from './sorting.ts';

/** `group` a heading row over the rows below it; `total` bold between rules; `shaded` a grey row that must be seen. */
export type RowKind = 'plain' | 'group' | 'total' | 'shaded';

/** A column of a table as far as a file needs it. */
type FileColumn<Row> = {
  readonly label: string;
  readonly note?: string;
  readonly value: (row: Row) => CellValue;
};

/** The records of a file beside its headings, and which of the columns add up. */
export type TableFile = {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Headings of columns that add up: in the workbook a formula under each says to what. */
  readonly sums?: readonly string[];
};

/** What a table shows, as far as a file needs it. */
export type ShownTable<Row> = {
  readonly caption: string;
  readonly note?: string | undefined;
  readonly columns: readonly FileColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKind?: ((row: Row) => RowKind) | undefined;
  readonly csv?: TableFile | undefined;
};

/** A column's heading in a file: its label, with what is small under it. */
function headingOf<Row>({ label, note }: FileColumn<Row>): string {
  return note === undefined ? label : `${label} (${note})`;
}

/** The bare values of the columns shown: nothing a table holds beside them goes into a file. */
export function shownFile<Row>(columns: readonly FileColumn<Row>[], rows: readonly Row[]): TableFile {
  return {
    headings: columns.map(headingOf),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
  };
}

/** Pounds where the heading says so, days and months where every text is one. */
function kindOf(heading: string, values: readonly CellValue[]): CellKind {
  const known = values.filter((value) => value !== null);
  if (known.every((value) => typeof value === 'number'))
    return /£|pounds/i.test(heading) ? 'pounds' : 'number';
  if (known.every((value) => typeof value === 'string' && isPlainDate(value))) return 'date';
  if (known.every((value) => typeof value === 'string' && isMonth(value))) return 'month';
  return 'text';
}

function columnsOf({ headings, rows, sums = [] }: TableFile): readonly BookColumn[] {
  return headings.map((heading, index) => ({
    heading,
    kind: kindOf(
      heading,
      rows.map((row) => row[index] ?? null),
    ),
    total: sums.includes(heading),
  }));
}

/** Whether the numbers add up to one; a cell that is no number breaks the sum. */
function addsUp(values: readonly CellValue[], total: number): boolean {
  const sum = values.reduce<number>((all, value) => all + (typeof value === 'number' ? value : 0), 0);
  return values.length > 1 && Math.abs(sum - total) < 1e-6;
}

/**
 * A table's own total rows as live sums: of the rows since the last heading or total, or else of every plain row.
 * Where neither adds up (a mean, a count of different people) the number stays a number.
 */
function withLiveTotals(
  rows: TableFile['rows'],
  kinds: readonly RowKind[],
): readonly (readonly BookCell[])[] {
  return rows.map((row, at) => {
    if (kinds[at] !== 'total') return row;
    const before = kinds.slice(0, at);
    const from = before.findLastIndex((kind) => kind === 'total' || kind === 'group') + 1;
    return row.map((value, column): BookCell => {
      if (typeof value !== 'number') return value;
      const valuesIn = (start: number): readonly CellValue[] =>
        rows.slice(start, at).map((one) => one[column] ?? null);
      if (addsUp(valuesIn(from), value)) {
        return { formula: `SUM(${columnRange(column, at - from, from)})`, result: value };
      }
      const totals = before.flatMap((kind, index) => (kind === 'total' ? [index] : []));
      const parts = totals.map((index) => rows[index]?.[column] ?? null);
      if (!addsUp(parts, value)) return value;
      const places = totals.map((index) => `${columnLetters(column)}${rowOfBook(index)}`);
      return { formula: places.join('+'), result: value };
    });
  });
}

/** The records of a file as a table of a workbook. */
export function bookOfFile(caption: string, file: TableFile, kinds: readonly RowKind[] = []): BookTable {
  const rows = withLiveTotals(file.rows, kinds);
  return { sheet: caption, title: caption, columns: columnsOf(file), rows };
}

/** A table of a page as a table of a workbook: the rows of its CSV file, or what it shows with its totals live. */
export function bookTable<Row>({ caption, note, columns, rows, rowKind, csv }: ShownTable<Row>): BookTable {
  const book =
    csv === undefined
      ? bookOfFile(
          caption,
          shownFile(columns, rows),
          rows.map((row) => rowKind?.(row) ?? 'plain'),
        )
      : bookOfFile(caption, csv);
  return note === undefined ? book : { ...book, note };
}
