import type { OpenBook, OpenSheet } from './open-workbook.ts';
import { sheetNamed } from './open-workbook.ts';

/** A spreadsheet's arithmetic, enough for the product's workbooks: + - * / and SUM, SUMIF and ROUND over places. */

type Place = { readonly sheet: OpenSheet; readonly column: number; readonly row: number };
type Value = number | string | null;

const token = /\s*(?:('(?:[^']|'')*'!)?([A-Z]{1,3}\d+)|(\d+(?:\.\d+)?)|([A-Z]+)(?=\()|([-+*/(),:]))/y;

/** 1 for "A", 27 for "AA". */
export function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function columnName(number: number): string {
  const rest = (number - 1) % 26;
  const before = (number - 1 - rest) / 26;
  return `${before === 0 ? '' : columnName(before)}${String.fromCharCode(65 + rest)}`;
}

/** Away from zero at a half of the shortest digits that mean the number: noise of a sum below a half is not forgiven. */
function roundTo(value: number, places: number): number {
  const [digits = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const rounded = Number(`${Math.floor(Number(`${digits}e${Number(exponent) + places}`) + 0.5)}e${-places}`);
  return value < 0 ? -rounded : rounded;
}

/** The value of every formula of a workbook, worked out anew from its numbers alone; nothing kept in the file is used. */
export function recalculated(book: OpenBook): ReadonlyMap<string, number> {
  const done = new Map<string, number>();
  const keyOf = ({ sheet, column, row }: Place): string => `${sheet.name}!${columnName(column)}${row}`;

  const valueAt = (place: Place): Value => {
    const key = keyOf(place);
    const known = done.get(key);
    if (known !== undefined) return known;
    const cell = place.sheet.cells.get(`${columnName(place.column)}${place.row}`);
    if (cell === undefined) return null;
    if (cell.formula === null) return cell.number ?? cell.text;
    const value = evaluate(cell.formula, place.sheet);
    done.set(key, value);
    return value;
  };
  const numberAt = (place: Place): number => {
    const value = valueAt(place);
    return typeof value === 'number' ? value : 0;
  };

  function evaluate(formula: string, own: OpenSheet): number {
    let at = 0;
    const next = (): RegExpExecArray => {
      token.lastIndex = at;
      const match = token.exec(formula);
      if (match === null) throw new Error(`cannot read ${formula} at ${at}`);
      at = token.lastIndex;
      return match;
    };
    const isNext = (sign: string): boolean => formula.slice(at).trimStart().startsWith(sign);
    const eat = (sign: string): void => {
      const [text] = next();
      if (text.trim() !== sign) throw new Error(`${formula}: ${sign} expected, ${text} found`);
    };
    const placeOf = ([, sheet, place = '']: RegExpExecArray): Place => {
      const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(place) ?? [];
      const named = sheet === undefined ? own : sheetNamed(book, sheet.slice(1, -2).replaceAll("''", "'"));
      return { sheet: named, column: columnNumber(letters), row: Number(row) };
    };
    const range = (): Place[] => {
      const from = placeOf(next());
      if (!isNext(':')) return [from];
      eat(':');
      const to = placeOf(next());
      const rows = Array.from({ length: to.row - from.row + 1 }, (_, index) => from.row + index);
      const columns = Array.from({ length: to.column - from.column + 1 }, (_, index) => from.column + index);
      return rows.flatMap((row) => columns.map((column) => ({ sheet: from.sheet, column, row })));
    };
    const call = (name: string): number => {
      eat('(');
      if (name === 'ROUND') {
        const value = sum();
        eat(',');
        const places = sum();
        eat(')');
        return roundTo(value, places);
      }
      const first = range();
      if (name === 'SUM') {
        eat(')');
        return first.reduce((total, place) => total + numberAt(place), 0);
      }
      if (name !== 'SUMIF') throw new Error(`${formula}: no ${name} here`);
      eat(',');
      const wanted = valueAt(placeOf(next()));
      eat(',');
      const amounts = range();
      eat(')');
      return first.reduce(
        (total, place, index) => total + (valueAt(place) === wanted ? numberAt(amounts[index]!) : 0),
        0,
      );
    };
    const factor = (): number => {
      if (isNext('-')) {
        eat('-');
        return -factor();
      }
      if (isNext('(')) {
        eat('(');
        const inner = sum();
        eat(')');
        return inner;
      }
      const match = next();
      if (match[4] !== undefined) return call(match[4]);
      return match[3] === undefined ? numberAt(placeOf(match)) : Number(match[3]);
    };
    const product = (): number => {
      let value = factor();
      while (isNext('*') || isNext('/'))
        value = next()[0].trim() === '*' ? value * factor() : value / factor();
      return value;
    };
    const sum = (): number => {
      let value = product();
      while (isNext('+') || isNext('-'))
        value = next()[0].trim() === '+' ? value + product() : value - product();
      return value;
    };
    const value = sum();
    if (formula.slice(at).trim() !== '') throw new Error(`${formula}: not read to its end`);
    return value;
  }

  for (const sheet of book.sheets) {
    for (const [place, { formula }] of sheet.cells) {
      if (formula === null) continue;
      const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(place) ?? [];
      valueAt({ sheet, column: columnNumber(letters), row: Number(row) });
    }
  }
  return done;
}
