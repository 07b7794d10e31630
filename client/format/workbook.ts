import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import {
  cellText,
  columnLetters,
  daySerial,
  looks,
  sheetNames,
  uniqueHeadings,
  type CellKind,
} from './workbook-cells.ts';

/** A formula without its equals sign, and its value in the unit of its column. Made of places and numbers, never of text that was typed. */
export type LiveCell = { readonly formula: string; readonly result: number };

/** A number in the unit of its column, a text, nothing, or a formula. */
export type BookCell = string | number | null | LiveCell;

export type BookColumn = {
  readonly heading: string;
  readonly kind: CellKind;
  /** The column adds up: a formula under it says to what. */
  readonly total?: boolean;
};

/** One table, alone on its sheet. */
export type BookTable = {
  /** Short: the name on the sheet's tab. */
  readonly sheet: string;
  /** What is in the table, in cell A1. */
  readonly title: string;
  /** Measure, place, time, what is not in it; in cell A2. */
  readonly note?: string;
  readonly columns: readonly BookColumn[];
  readonly rows: readonly (readonly BookCell[])[];
};

/** A cell as it is written: text that cannot run, a real number, or a formula with the value it had. */
export type SheetCell = {
  readonly value: string | number | null;
  readonly formula?: string;
  readonly format?: string;
  readonly bold?: true;
  readonly wrap?: true;
};

export type Sheet = {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  readonly widths: readonly number[];
  /** Rows that stay in sight: everything down to the headings. */
  readonly frozenRows: number;
  readonly table: { readonly name: string; readonly range: string; readonly headings: readonly string[] };
};

/** All there is in a workbook: nothing else is written. */
export type Workbook = {
  readonly title: string;
  readonly madeOn: PlainDate;
  readonly sheets: readonly Sheet[];
};

/** The headings of every table stand in this row, its data below; rows count from 1. */
export const headingRow = 4;

/** The number of a row of a table, from 0, on its sheet. */
export function rowOfBook(index: number): number {
  return headingRow + 1 + index;
}

/** "D5:D9": a column of a table, over `count` rows from `from`. */
export function columnRange(column: number, count: number, from = 0): string {
  const letters = columnLetters(column);
  return `${letters}${rowOfBook(from)}:${letters}${rowOfBook(from + count - 1)}`;
}

/** "'Cost lines'!": before a place on another sheet. */
export function onSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'!`;
}

/** A sum over a range as a live cell. */
export function sumFormula(range: string, result: number): LiveCell {
  return { formula: `SUM(${range})`, result };
}

function isLive(cell: BookCell): cell is LiveCell {
  return typeof cell === 'object' && cell !== null;
}

/** @throws RangeError for a number that is not finite. */
function numberCell(amount: number, kind: CellKind): SheetCell {
  const { per, format } = looks[kind];
  if (!Number.isFinite(amount)) throw new RangeError('workbook: not a finite number');
  return { value: amount / per, ...(format === null ? {} : { format }) };
}

/** Fractions get decimals in their whole column; large whole numbers get commas, and years, counts and codes none. */
function numberFormat(rows: BookTable['rows'], column: number): string | undefined {
  const numbers = rows.map((row) => row[column]).filter((cell) => typeof cell === 'number');
  if (numbers.some((number) => !Number.isInteger(number))) return '#,##0.00##';
  return numbers.some((number) => Math.abs(number) >= 10_000) ? '#,##0' : undefined;
}

function sheetCell(cell: BookCell, kind: CellKind): SheetCell {
  if (cell === null) return { value: null };
  if (typeof cell === 'number') return numberCell(cell, kind);
  if (isLive(cell)) return { ...numberCell(cell.result, kind), formula: cell.formula };
  const serial = kind === 'date' || kind === 'month' ? daySerial(cell) : null;
  return serial === null ? { value: cellText(cell) } : numberCell(serial, kind);
}

/** A column's sum in its own unit; decimals of an hour or a pound do not leave noise behind. */
function sumOf(rows: readonly (readonly BookCell[])[], column: number): number {
  const amounts = rows.map((row) => {
    const cell = row[column] ?? null;
    return isLive(cell) ? cell.result : typeof cell === 'number' ? cell : 0;
  });
  return Math.round(amounts.reduce((sum, one) => sum + one, 0) * 1e6) / 1e6;
}

function withFormat(cell: SheetCell, format: string | undefined): SheetCell {
  return format === undefined || typeof cell.value !== 'number' ? cell : { ...cell, format };
}

function totalRow({ columns, rows }: BookTable): readonly (readonly SheetCell[])[] {
  if (rows.length === 0 || !columns.some(({ total }) => total === true)) return [];
  const cells = columns.map(({ kind, total }, index): SheetCell => {
    if (total !== true) return { value: index === 0 ? 'Total' : null, bold: true };
    const live = sumFormula(columnRange(index, rows.length), sumOf(rows, index));
    return { ...sheetCell(live, kind), bold: true };
  });
  return [cells];
}

const widest = 60;

/** Wide enough for the longest of a column's words, within reason: numbers by their kind. */
function widthOf({ heading, kind }: BookColumn, rows: BookTable['rows'], index: number): number {
  const texts = rows.map((row) => row[index]).filter((cell) => typeof cell === 'string');
  const words = texts.reduce((most, text) => Math.max(most, text.length), looks[kind].width);
  return Math.min(widest, Math.max(words, Math.min(heading.length, 24)) + 3);
}

function sheetOf(table: BookTable, name: string, index: number): Sheet {
  const { title, note = '', columns } = table;
  const rows = table.rows.length > 0 ? table.rows : [['Nothing to show.']];
  const headings = uniqueHeadings(columns.map(({ heading }) => heading));
  const formats = columns.map(({ kind }, at) => (kind === 'number' ? numberFormat(rows, at) : undefined));
  const body = [
    ...rows.map((row) => columns.map(({ kind }, at) => sheetCell(row[at] ?? null, kind))),
    ...totalRow(table),
  ];
  const last = columnLetters(columns.length - 1);
  return {
    name,
    rows: [
      [{ value: cellText(title), bold: true }],
      [{ value: note === '' ? null : cellText(note) }],
      [{ value: 'This sheet has one table. Its headings are in the next row.' }],
      headings.map((value) => ({ value, bold: true, wrap: true })),
      ...body.map((cells) => cells.map((cell, at) => withFormat(cell, formats[at]))),
    ],
    widths: columns.map((column, at) => widthOf(column, rows, at)),
    frozenRows: headingRow,
    table: {
      name: `Table${index + 1}`,
      range: `A${headingRow}:${last}${rowOfBook(rows.length - 1)}`,
      headings,
    },
  };
}

/** A workbook of tables, each on a sheet of its own, in their order. */
export function workbookOf(title: string, madeOn: PlainDate, tables: readonly BookTable[]): Workbook {
  const names = sheetNames(tables.map(({ sheet }) => sheet));
  const sheets = tables.map((table, index) => sheetOf(table, names[index] ?? '', index));
  return { title: cellText(title), madeOn, sheets };
}
