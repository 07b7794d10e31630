import { isFormulaLike } from './formula.ts';

/** What one cell of an export may hold; `null` is an empty cell. */
export type CsvCell = string | number | null;

/** A number is written as it is; text that a spreadsheet might run gets a leading apostrophe and stays text. */
function safeText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return isFormulaLike(cell) ? `'${cell}` : cell;
  if (!Number.isFinite(cell)) throw new RangeError('csv: not a finite number');
  return String(cell);
}

function encodeCell(cell: CsvCell): string {
  const text = safeText(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lines of a CSV text without a heading: for an export that is written a page at a time. */
export function csvLines(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(encodeCell).join(',')}\r\n`).join('');
}

/**
 * One CSV text (RFC 4180: commas, CRLF, doubled quotes) in which no cell can run as a formula (OWASP, CSV injection).
 * Every export of the product goes through here.
 *
 * @throws RangeError for a number that is not finite.
 */
export function csvOut(headings: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return csvLines([headings, ...rows]);
}
