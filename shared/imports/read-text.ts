import { refuse, value, type CellAnswer, type Reader } from './columns.ts';
import { isFormulaLike } from './formula.ts';
import { quoted, type CellNote } from './issues.ts';
import { limits } from './limits.ts';

const controls = /[\p{Cc}\u2028\u2029]/u;
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const excelErrors = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/i;

/** True when nothing can be seen: spaces of any kind, byte order marks, zero-width characters. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Cf}]*$/u.test(text);
}

/** True for the mark Excel leaves where a formula failed: it is never a value. */
export function isExcelError(text: string): boolean {
  return excelErrors.test(text.trim());
}

/** What the trust should know about a text that is stored as it is. */
function notesOf(text: string): CellNote[] {
  const notes: CellNote[] = [];
  if (isFormulaLike(text)) {
    const message = 'Begins like a spreadsheet formula. It is kept as text; check that it is meant.';
    notes.push({ code: 'FORMULA_LIKE', message });
  }
  if (text.includes('\ufffd')) {
    const message = 'Holds “\ufffd”: a letter was lost before the file came here. Check the spelling.';
    notes.push({ code: 'DAMAGED_TEXT', message });
  }
  return notes;
}

function checked(text: string, most: number): CellAnswer<string> {
  if (isExcelError(text))
    return refuse('EXCEL_ERROR', `${quoted(text)} is an Excel error, not a value. Mend the cell.`);
  if (controls.test(text)) {
    return refuse(
      'CONTROL_CHARACTER',
      'Holds a character that cannot be seen (a tab, NUL or line break). Retype it.',
    );
  }
  // Characters are never more than UTF-16 units: only a long text needs counting.
  const length = text.length > most ? [...text].length : text.length;
  if (length > most) {
    return refuse('TOO_LONG', `Has ${length} characters; at most ${most} can be kept. Shorten it.`);
  }
  return value(text, notesOf(text));
}

/**
 * Free text: NFC, trimmed, 1 to `most` characters. A line break inside a cell is read as one space, since Excel users
 * break long names of posts and wards over two lines.
 */
export function readTextUpTo(most: number): Reader<string> {
  return (text) =>
    checked(
      text
        .normalize('NFC')
        .trim()
        .replace(/\s*(?:\r\n|\r|\n)\s*/g, ' '),
      most,
    );
}

/** Free text of 1 to 200 characters. */
export const readText: Reader<string> = readTextUpTo(limits.textCharacters);

/** A person's name: NFC, trimmed, 1 to 100 characters, no control characters and none that turn text round. */
export const readName: Reader<string> = (text) => {
  const name = text.normalize('NFC').trim();
  if (bidiControls.test(name)) {
    return refuse(
      'CONTROL_CHARACTER',
      'Holds a hidden character that changes the direction of text. Retype the name.',
    );
  }
  return checked(name, limits.nameCharacters);
};

/** Outer spaces (also no-break spaces) go; tabs and line breaks do not: an id with one in it is a damaged id. */
function trimSpaces(text: string): string {
  return text.replace(/^\p{Zs}+|\p{Zs}+$/gu, '');
}

function whyBadId(text: string, digits: string): string {
  if (/^\d{1,5}$/.test(text))
    return `${quoted(text)} has fewer than 6 digits: Excel may have removed leading zeros. ${digits}`;
  if (/^\d+(\.\d+)?e[+-]?\d+$/i.test(text)) {
    return `${quoted(text)} was turned into a rounded number by Excel. Format the column as text and export again.`;
  }
  return `${quoted(text)} is not a number of this kind. ${digits}`;
}

function idReader(shape: RegExp, digits: string): Reader<string> {
  return (text) => {
    const id = trimSpaces(text);
    return shape.test(id) ? value(id) : refuse('BAD_ID', whyBadId(id, digits));
  };
}

export const readEmployeeNumber = idReader(/^[0-9]{6,10}$/, 'Give 6 to 10 digits, as text.');

export const readAssignmentNumber = idReader(
  /^[0-9]{6,10}(-[1-9][0-9]{0,2})?$/,
  'Give 6 to 10 digits, with a suffix from -1 to -999 for a further post.',
);

/** One of a closed list after folding case and spaces; `names` maps every accepted folded spelling to its value. */
export function readOneOf<T>(names: ReadonlyMap<string, T>, choices: string): Reader<T> {
  return (text) => {
    const found = names.get(foldName(text));
    return found === undefined
      ? refuse('NOT_IN_LIST', `${quoted(text)} is not one of: ${choices}.`)
      : value(found);
  };
}

/** Text as headings and list entries are matched: trimmed, runs of spaces as one, case folded. */
export function foldName(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

export const readYesNo: Reader<boolean> = readOneOf(
  new Map([
    ['yes', true],
    ['y', true],
    ['no', false],
    ['n', false],
  ]),
  'yes, no',
);
