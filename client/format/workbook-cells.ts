import { firstDayOf, isMonth } from '../../shared/calendar/month.ts';
import { asPlainDate, daysBetween, isPlainDate } from '../../shared/calendar/plain-date.ts';
import { opensLikeFormula } from '../../shared/imports/formula.ts';

/** What the cells of a column hold, as a table gives them. The workbook shows pounds, hours and percent. */
export type CellKind =
  | 'text'
  | 'number'
  | 'pounds'
  /** Integer pence. */
  | 'pence'
  | 'hours'
  | 'minutes'
  /** Minutes × 10 000, the model's time that is not rounded. */
  | 'minute-bp'
  /** Basis points: 10 000 is 100%. */
  | 'share'
  /** 'YYYY-MM-DD'. */
  | 'date'
  /** 'YYYY-MM'. */
  | 'month';

type Look = {
  /** What one of the cell is in the table's own unit: 100 pence to the pound. */
  readonly per: number;
  /** As a spreadsheet names it; `null` leaves it to the program. */
  readonly format: string | null;
  readonly width: number;
};

const pounds = '[$£-809]#,##0.00';
const hours = '#,##0.00';

/** How each kind is shown. */
export const looks: Readonly<Record<CellKind, Look>> = {
  text: { per: 1, format: null, width: 10 },
  number: { per: 1, format: null, width: 10 },
  pounds: { per: 1, format: pounds, width: 15 },
  pence: { per: 100, format: pounds, width: 15 },
  hours: { per: 1, format: hours, width: 12 },
  minutes: { per: 60, format: hours, width: 12 },
  'minute-bp': { per: 600_000, format: hours, width: 12 },
  share: { per: 10_000, format: '0.00%', width: 10 },
  date: { per: 1, format: 'd mmm yyyy', width: 13 },
  month: { per: 1, format: 'mmm yyyy', width: 12 },
};

/** The most a cell holds. */
const longest = 32_767;

/** What XML cannot hold: control characters, halves of characters, and two that are none. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu;
const unknownCharacter = '\ufffd';

/** "_x0041_" is how a workbook writes a character by its number: an underscore so written keeps it as it is. */
const numbered = /_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * Text as a cell may hold it: never longer than a cell, without what a workbook cannot hold, and with an apostrophe in
 * front of whatever a spreadsheet might run (OWASP, CSV injection), as in the CSV files.
 */
export function cellText(text: string): string {
  const writable = text.replace(unwritable, unknownCharacter);
  const safe = opensLikeFormula(writable) ? `'${writable}` : writable;
  return safe.length > longest ? `${cut(safe, longest - 1)}…` : safe;
}

/** The beginning of a text, never half a character. */
function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/u, '');
}

/** Text as the file spells it, so that it is read back as it was. */
export function spelled(text: string): string {
  return text.replace(numbered, '_x005F_');
}

const dayZero = asPlainDate('1899-12-30');

/** Up to 29 February 1900, which never was, spreadsheets count days differently. */
const lastOddDay = 60;

/** A day as a spreadsheet counts it, or `null` for a text that is no day and no month. */
export function daySerial(text: string): number | null {
  const day = isPlainDate(text) ? text : isMonth(text) ? firstDayOf(text) : null;
  if (day === null) return null;
  const serial = daysBetween(dayZero, day);
  return serial > lastOddDay ? serial : null;
}

/** "A" for 0, "AA" for 26. */
export function columnLetters(index: number): string {
  const first = Math.floor(index / 26);
  const last = String.fromCharCode(65 + (index % 26));
  return first === 0 ? last : `${columnLetters(first - 1)}${last}`;
}

/** A heading as a table of a spreadsheet can have it: one line, not empty, unlike the others. */
export function uniqueHeadings(headings: readonly string[]): readonly string[] {
  const lines = headings.map((heading) => cut(cellText(heading.replace(/\s+/g, ' ').trim()), 200));
  return uniqueNames(lines.map((line, index) => (line === '' ? `Column ${index + 1}` : line)));
}

/**
 * Names of sheets as a spreadsheet allows them: at most 31 characters, none of []:*?/\, no apostrophe at either end,
 * unlike each other.
 */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const allowed = wanted.map((name) => {
    const spaced = cellText(name)
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/\s+/g, ' ');
    // Shortened first, so that no apostrophe comes to the end by it.
    const text = cut(spaced.replace(/^[\s']+/, ''), 31).replace(/[\s']+$/, '');
    return text === '' || /^history$/i.test(text) ? 'Table' : text;
  });
  return uniqueNames(allowed, 31);
}

function uniqueNames(names: readonly string[], most = 255): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    for (let count = 1; ; count += 1) {
      const tail = count === 1 ? '' : ` ${count}`;
      const tried = `${cut(name, most - tail.length).trimEnd()}${tail}`;
      if (taken.has(tried.toLowerCase())) continue;
      taken.add(tried.toLowerCase());
      return tried;
    }
  });
}
