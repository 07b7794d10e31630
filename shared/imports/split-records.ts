import { limits } from './limits.ts';

/** One record of a text: where it stands, and what is wrong with its quoting or length. */
export type RecordSpan = {
  /** First line of the record, from 1. */
  readonly line: number;
  readonly start: number;
  /** End without the line end. */
  readonly end: number;
  readonly cells: number;
  readonly fault: RecordFault | null;
};

export type RecordFault = {
  readonly code: 'BAD_QUOTING' | 'RECORD_TOO_LONG';
  /** Index of the cell in which the quoting goes wrong, and where that cell begins. */
  readonly cell: number | null;
  readonly cellStart: number;
};

/** Where reading stopped: `next` is the start of the next line. */
type Scan = {
  readonly end: number;
  readonly next: number;
  readonly cells: number;
  readonly fault: RecordFault | null;
};

type CellScan = { readonly end: number; readonly closed: boolean };

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text[at] === '\n' || text[at] === '\r';
}

function afterLineEnd(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : Math.min(at + 1, text.length);
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (!isLineEnd(text, at)) at += 1;
  return at;
}

/** A quoted cell: up to the quote that is not doubled, no further than one record may be long. */
function scanQuoted(text: string, start: number, last: number): CellScan {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && at <= last && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at >= 0 && at <= last ? { end: at + 1, closed: true } : { end: start, closed: false };
}

/** An unquoted cell: up to the separator or line end; a quote inside it is a fault. */
function scanPlain(text: string, start: number, separator: string): CellScan {
  let at = start;
  while (!isLineEnd(text, at) && text[at] !== separator && text[at] !== '"') at += 1;
  return { end: at, closed: text[at] !== '"' };
}

/** Reads one record from `start`; at a quoting fault the record ends with its first line, so that no row swallows the next. */
export function scanRecord(text: string, start: number, separator: string): Scan {
  const last = start + limits.recordBytes;
  let cells = 0;
  let at = start;
  for (;;) {
    const cell = text[at] === '"' ? scanQuoted(text, at, last) : scanPlain(text, at, separator);
    const sound = cell.closed && (text[cell.end] === separator || isLineEnd(text, cell.end));
    if (!sound) {
      const end = endOfLine(text, start);
      return {
        end,
        next: afterLineEnd(text, end),
        cells,
        fault: { code: 'BAD_QUOTING', cell: cells, cellStart: at },
      };
    }
    cells += 1;
    if (isLineEnd(text, cell.end))
      return { end: cell.end, next: afterLineEnd(text, cell.end), cells, fault: null };
    at = cell.end + 1;
  }
}

/** Bytes of UTF-8, counted without encoding. */
function byteLength(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}

function isTooLong(text: string, start: number, end: number): boolean {
  const length = end - start;
  return length * 3 > limits.recordBytes && byteLength(text, start, end) > limits.recordBytes;
}

function countLineEnds(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = endOfLine(text, start); at < end; at = endOfLine(text, afterLineEnd(text, at))) count += 1;
  return count;
}

/** True when a line inside a record is itself a whole record: then a quote was left open above it. */
function holdsWholeLine(
  text: string,
  start: number,
  end: number,
  separator: string,
  widths: readonly number[],
): boolean {
  let at = afterLineEnd(text, endOfLine(text, start));
  while (at < end) {
    const lineEnd = endOfLine(text, at);
    const inner = scanRecord(text, at, separator);
    if (inner.fault === null && inner.end === lineEnd && widths.includes(inner.cells)) return true;
    at = afterLineEnd(text, lineEnd);
  }
  return false;
}

/** A record that swallowed whole lines of the file gives them back: only its first line is refused. */
function mend(text: string, start: number, scan: Scan, separator: string, widths: readonly number[]): Scan {
  const firstEnd = endOfLine(text, start);
  if (scan.fault !== null || scan.end <= firstEnd || widths.includes(scan.cells)) return scan;
  if (!holdsWholeLine(text, start, scan.end, separator, widths)) return scan;
  const line = scanRecord(text.slice(start, firstEnd), 0, separator);
  const fault = line.fault === null ? null : { ...line.fault, cellStart: start + line.fault.cellStart };
  return { end: firstEnd, next: afterLineEnd(text, firstEnd), cells: line.cells, fault };
}

/** True for a line of separators, quotes and spaces alone: Excel leaves such lines, and they are nobody. */
function isBlankSpan(text: string, start: number, end: number, separator: string): boolean {
  for (let at = start; at < end; at += 1) {
    const character = text[at] ?? '';
    if (character !== separator && character !== '"' && character.trim() !== '') return false;
  }
  return true;
}

/**
 * Finds the records of a text from `start` (line `line`): line ends may be CRLF, LF or CR, mixed, and line breaks
 * inside quotes belong to their cell. Blank lines and lines of separators alone are left out. One more than the
 * allowed number of records is given back at most, so that a huge file costs no more.
 *
 * @param widths numbers of cells a sound record may have; empty when not yet known.
 */
export function splitRecords(
  text: string,
  start: number,
  line: number,
  separator: string,
  widths: readonly number[],
): RecordSpan[] {
  const spans: RecordSpan[] = [];
  let at = start;
  let currentLine = line;
  while (at < text.length && spans.length <= limits.records) {
    const scan = mend(text, at, scanRecord(text, at, separator), separator, widths);
    const tooLong = isTooLong(text, at, scan.end);
    if (!isBlankSpan(text, at, scan.end, separator)) {
      const fault = tooLong ? { code: 'RECORD_TOO_LONG' as const, cell: null, cellStart: at } : scan.fault;
      spans.push({ line: currentLine, start: at, end: scan.end, cells: scan.cells, fault });
    }
    currentLine += countLineEnds(text, at, scan.end) + 1;
    at = scan.next;
  }
  return spans;
}

/** The records of the text up to and including the first: what the heading is looked for in. */
export function firstRecord(text: string, start: number, line: number, separator: string): RecordSpan | null {
  let at = start;
  let currentLine = line;
  while (at < text.length) {
    const scan = scanRecord(text, at, separator);
    const { end, cells, fault } = scan;
    if (!isBlankSpan(text, at, end, separator)) return { line: currentLine, start: at, end, cells, fault };
    currentLine += countLineEnds(text, at, end) + 1;
    at = scan.next;
  }
  return null;
}
