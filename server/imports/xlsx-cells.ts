import { fromBufferPromise } from 'yauzl';
import type { CellValue } from 'hucre/xlsx';
import { attributesOf, type BookSheet, type ShownAs } from './xlsx-book.ts';

/** Cells of a sheet that show their number as something else, by row and then by column, both from 0. */
export type ShownCells = ReadonlyMap<number, ReadonlyMap<number, ShownAs>>;

/** Fifteen digits are what Excel keeps of a number: 0.30000000000000004 was 0.3. */
function plain(number: number): string {
  return String(Number(number.toPrecision(15)));
}

function numberText(number: number, shown: ShownAs | undefined): string {
  if (shown === undefined) return plain(number);
  if (shown.percent) return `${plain(number * 100)}%`;
  return Number.isInteger(number) && number >= 0 ? String(number).padStart(shown.digits, '0') : plain(number);
}

/** A day as YYYY-MM-DD; with a time of day after it where that is not midnight, which no column takes for a day. */
function dayText(date: Date): string {
  const [day = '', time = ''] = date.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}

/** A cell as the text that the rules of a CSV file read. */
export function cellText(value: CellValue | undefined, shown: ShownAs | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value, shown);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date && !Number.isNaN(value.getTime()) ? dayText(value) : '';
}

/** `AB` is 27. */
function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Walks the tags of rows and cells of a sheet, and notes each cell that has one of the styles. */
function makeWalk(styles: ReadonlyMap<number, ShownAs>) {
  const found = new Map<number, Map<number, ShownAs>>();
  let [row, column] = [-1, -1];
  const cell = ({ r = '', s = '' }: Readonly<Record<string, string>>): void => {
    const letters = /^[A-Z]+/i.exec(r)?.[0];
    column = letters === undefined ? column + 1 : columnOf(letters);
    const shown = styles.get(s === '' ? -1 : Number(s));
    if (shown === undefined) return;
    const cells = found.get(row) ?? new Map<number, ShownAs>();
    found.set(row, cells.set(column, shown));
  };
  const walk = (text: string): void => {
    for (const [, name, inner = ''] of text.matchAll(/<(?:\w+:)?(row|c)(\s[^>]*)?>/g)) {
      const attributes = attributesOf(inner);
      if (name === 'c') cell(attributes);
      else [row, column] = [attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1, -1];
    }
  };
  return { walk, found };
}

/** Finds the cells of a sheet that are shown in one of the styles given; the reader of rows knows nothing of styles. */
export async function findShownCells(
  bytes: Uint8Array,
  sheet: BookSheet,
  styles: ReadonlyMap<number, ShownAs>,
): Promise<ShownCells> {
  const { walk, found } = makeWalk(styles);
  if (styles.size === 0) return found;
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
  });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== sheet.part) continue;
    let rest = '';
    for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      const text = rest + piece.toString('latin1');
      const open = text.lastIndexOf('<');
      walk(open < 0 ? text : text.slice(0, open));
      rest = open < 0 ? '' : text.slice(open);
    }
    walk(rest);
    break;
  }
  return found;
}
