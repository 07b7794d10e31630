import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, daySerial, sheetNames, uniqueHeadings } from '../../client/format/workbook-cells.ts';
import { workbookFile } from '../../client/format/workbook-file.ts';
import { workbookOf, type BookTable } from '../../client/format/workbook.ts';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { columnOf, openWorkbook, sheetNamed } from '../support/open-workbook.ts';
import { recalculated } from '../support/recalculate.ts';

const day = asPlainDate('2026-11-20');
const danger = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Text of every kind, with what spreadsheets run and what files stumble over at its front more often than by chance. */
const odd = fc.tuple(
  fc.constantFrom(
    '',
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    '＝',
    '＋',
    '－',
    '＠',
    ' ',
    "'",
    '_x0041_',
    '<&>',
    '\u0000',
  ),
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('cmd|calc!A0', 'HYPERLINK("http://x","y")', '1+1', '\ud800', ']]>', 'a\r\nb', '_x000D_'),
  ),
);
const text = odd.map((parts) => parts.join(''));

async function opened(...tables: readonly BookTable[]) {
  return openWorkbook(await workbookFile(workbookOf('Book', day, tables)));
}

const textTable = (texts: readonly string[]): BookTable => ({
  sheet: 'Texts',
  title: texts[0] ?? '',
  columns: [{ heading: 'Text', kind: 'text' }],
  rows: texts.map((one) => [one]),
});

describe('text in a workbook', () => {
  it('comes back as it was, with an apostrophe where it would run, and is never a formula', async () => {
    const texts = fc.sample(text, { numRuns: 10_000, seed: 5 });
    const book = await opened(textTable(texts));
    const cells = columnOf(sheetNamed(book, 'Texts'), 'Text');
    const expected = texts.map((one) => cellText(one));
    expect(cells.map((cell) => cell?.text ?? '')).toEqual(expected);
    for (const { cells: all } of book.sheets) {
      for (const cell of all.values()) {
        expect(cell.formula).toBeNull();
        expect(cell.text === null || !danger.test(cell.text)).toBe(true);
      }
    }
  });

  it('is changed in nothing but the apostrophe, what no file can hold, and its length', () => {
    fc.assert(
      fc.property(text, (one) => {
        const kept = cellText(one);
        const back = kept.length > one.length ? kept.slice(1) : kept;
        expect(kept).toBe(back === kept ? back : `'${back}`);
        expect([...back].length).toBe([...one].length);
        [...one].forEach((character, index) => {
          const now = [...back][index];
          expect(now === character || now === '\ufffd').toBe(true);
        });
      }),
      { numRuns: 500 },
    );
    expect(cellText('x'.repeat(40_000))).toHaveLength(32_767);
  });
});

describe('sums in a workbook', () => {
  it('worked out anew from the cells are the sums of the numbers, to the penny', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 1e6 })), {
          minLength: 1,
          maxLength: 40,
        }),
        async (rows) => {
          const book = await opened({
            sheet: 'Money',
            title: 'Money and time',
            columns: [
              { heading: 'Row', kind: 'text' },
              { heading: 'Pounds', kind: 'pence', total: true },
              { heading: 'Hours', kind: 'minutes', total: true },
            ],
            rows: rows.map(([pence, minutes], index) => [`Row ${index}`, pence, minutes]),
          });
          const sheet = sheetNamed(book, 'Money');
          const [pounds, hours] = ['Pounds', 'Hours'].map((heading) => columnOf(sheet, heading).at(-1));
          const now = recalculated(book);
          const last = 5 + rows.length;
          const pence = rows.reduce((sum, [one]) => sum + one, 0);
          const minutes = rows.reduce((sum, [, one]) => sum + one, 0);
          expect(Math.round((now.get(`Money!B${last}`) ?? NaN) * 100)).toBe(pence);
          expect(now.get(`Money!C${last}`)).toBeCloseTo(minutes / 60, 6);
          expect(pounds).toMatchObject({ number: pence / 100, formula: `SUM(B5:B${last - 1})` });
          expect(hours?.number).toBeCloseTo(minutes / 60, 9);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('names in a workbook', () => {
  it('of sheets and headings are allowed and unlike each other, whatever was wished', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (wanted) => {
        const names = sheetNames([...wanted, 'history', '', '']);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/);
        const headings = uniqueHeadings([...wanted, ...wanted, '']);
        expect(new Set(headings.map((heading) => heading.toLowerCase())).size).toBe(headings.length);
        for (const heading of headings) expect(heading).not.toMatch(/^$|[\r\n]/);
      }),
      { numRuns: 200, examples: [[["\n' "]], [[`${'a'.repeat(30)}'b`]]] },
    );
  });

  it('of days are real days, counted as a spreadsheet counts them', () => {
    expect(daySerial('1900-03-01')).toBe(61);
    expect(daySerial('2026-11-20')).toBe(46_346);
    expect(daySerial('2026-11')).toBe(daySerial('2026-11-01'));
    expect(daySerial('Ward 7')).toBeNull();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
        expect(daySerial(addDays(asPlainDate('1900-03-01'), days))).toBe(61 + days);
      }),
      { numRuns: 100 },
    );
  });
});
