import { randomBytes } from 'node:crypto';
import { writeXlsx, type CellValue } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { checkAnswer } from '../../shared/imports/check-answer.ts';
import { headOf } from '../../shared/imports/file-head.ts';
import { learnerColumns } from '../../shared/imports/learner-columns.ts';
import { limits } from '../../shared/imports/limits.ts';
import { staffColumns } from '../../shared/imports/staff-columns.ts';
import { checkFile, checkUpload, parseFile } from '../../server/imports/check-file.ts';
import { importDay } from '../support/check-text.ts';
import { person, staffFile, type StaffCellTexts } from '../support/staff-file.ts';
import { bookParts, workbook, zipOf, type Part, type Sheet } from '../support/workbooks.ts';

type Rows = readonly (readonly CellValue[])[];

/** The rows of a staff file as cells, with the cells of some columns as a spreadsheet would hold them. */
function staffRows(
  people: readonly StaffCellTexts[],
  cells: (key: string, row: number) => CellValue | undefined = () => undefined,
): Rows {
  const keys = Object.keys(staffColumns).filter((key) => !['orgL7', 'leavingDate'].includes(key));
  const text = staffFile(people, { keys: keys as (keyof typeof staffColumns)[] });
  return text
    .trimEnd()
    .split('\r\n')
    .map((line, row) =>
      line.split(',').map((cell, at) => (row === 0 ? cell : (cells(keys[at] ?? '', row - 1) ?? cell))),
    );
}

const column = (key: string): number =>
  Object.keys(staffColumns)
    .filter((one) => !['orgL7', 'leavingDate'].includes(one))
    .indexOf(key);

const two = staffRows([person(0), person(1)]);

async function answerOf(...sheets: readonly Sheet[]) {
  return checkAnswer(await checkUpload('staff', await workbook(...sheets), importDay));
}

async function rowsOf(rows: Rows, formats: Sheet['formats'] = {}) {
  const bytes = await workbook({ name: 'Staff', rows, formats });
  const check = await checkUpload('staff', bytes, importDay);
  if (!check.ok) throw new Error(check.refusal.reason);
  return check.records;
}

describe('an Excel workbook gives what the same table gives as CSV', () => {
  const real = (key: string): CellValue | undefined =>
    ({
      fteE5: 0.1 + 0.2,
      contractedHoursX100: 11.25,
      startDate: new Date(Date.UTC(2005, 0, 1)),
      costCentre: 70010,
    })[key];

  it('with days, numbers and texts in their own types', async () => {
    const csv = staffFile([
      person(0, { fteE5: '0.3', contractedHoursX100: '11.25' }),
      person(1, { fteE5: '0.3', contractedHoursX100: '11.25' }),
    ]);
    const expected = checkFile('staff', new TextEncoder().encode(csv), importDay);
    if (!expected.ok) throw new Error(expected.refusal.reason);
    const records = await rowsOf(staffRows([person(0), person(1)], real), {
      [`1,${column('startDate')}`]: 'dd/mm/yyyy',
      [`2,${column('startDate')}`]: 'dd/mm/yyyy',
    });
    expect(records.map(({ refused }) => refused)).toEqual([[], []]);
    expect(records.map(({ row }) => row)).toEqual(expected.records.map(({ row }) => row));
  });

  it.each([
    [new Date(Date.UTC(1950, 0, 1)), 'accept', '1950-01-01'],
    [new Date(Date.UTC(2024, 1, 29)), 'accept', '2024-02-29'],
    [new Date(Date.UTC(2024, 1, 29, 12)), 'BAD_DATE', null],
    [45_351, 'BAD_DATE', null],
  ])('a start date of %s is %s', async (date, outcome, start) => {
    const rows = staffRows([person(0)], (key) => (key === 'startDate' ? date : undefined));
    const [record] = await rowsOf(
      rows,
      date instanceof Date ? { [`1,${column('startDate')}`]: 'dd/mm/yyyy hh:mm' } : {},
    );
    expect(record?.refused.map(({ code }) => code)).toEqual(outcome === 'accept' ? [] : [outcome]);
    if (start !== null) expect(record?.row).toMatchObject({ startDate: start });
  });

  it('a month that Excel made a day of is that month, and no other day is', () => {
    const read = (text: string) => learnerColumns.intakeMonth.read(text, { today: importDay });
    expect(read('2027-09-01')).toEqual({ ok: true, value: '2027-09', notes: [] });
    expect(read('2027-09-02')).toMatchObject({ ok: false, note: { code: 'BAD_DATE' } });
  });

  it('numbers shown with leading zeros keep them, and zeros that Excel removed are said', async () => {
    const rows = staffRows([person(0), person(1)], (key, row) =>
      key === 'employeeNumber' ? 12_345 + row : undefined,
    );
    const at = column('employeeNumber');
    const [padded, bare] = await rowsOf(rows, { [`1,${at}`]: '00000000' });
    expect(padded?.person).toBe('00012345');
    expect(bare?.refused.map(({ code, message }) => [code, /leading zeros/.test(message)])).toEqual([
      ['BAD_ID', true],
    ]);
  });

  it('a number shown as a percentage is read as what is shown', async () => {
    const parsed = await parseFile(
      await workbook({ name: 'T', rows: [['Share'], [0.215], [0.215]], formats: { '1,0': '0.0%' } }),
      {},
    );
    expect(parsed.ok ? parsed.file.records.map(({ cells }) => cells) : parsed).toEqual([
      ['21.5%'],
      ['0.215'],
    ]);
  });

  it('a formula is its kept value, an error is an error, and blank rows are not records', async () => {
    const sheet = (cells: string): Part[] => [
      ...bookParts(`<worksheet><sheetData>${cells}</sheetData></worksheet>`),
    ];
    const cells =
      '<row r="2"><c r="A2" t="inlineStr"><is><t>No</t></is></c><c r="B2" t="inlineStr"><is><t>Sum</t></is></c></row><row r="3"/>' +
      '<row r="5"><c r="A5"><v>7</v></c><c r="B5"><f>A5*2</f><v>14</v></c></row><row r="6"><c r="B6" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>';
    expect(await parseFile(zipOf(sheet(cells)), {})).toMatchObject({
      ok: true,
      file: {
        headingLine: 2,
        heading: ['No', 'Sum'],
        records: [
          { line: 5, cells: ['7', '14'] },
          { line: 6, cells: ['', '#DIV/0!'] },
        ],
      },
    });
  });

  it('a line with more cells than the heading is refused by itself', async () => {
    const [sound, long] = await rowsOf([...two.slice(0, 2), [...(two[2] ?? []), 'more']]);
    expect([sound?.refused, long?.refused.map(({ code }) => code)]).toEqual([[], ['WRONG_CELL_COUNT']]);
  });
});

describe('which sheet is read', () => {
  const cover: Sheet = { name: 'About', rows: [['Report of the trust'], ['Run on 20 November 2026']] };
  const data: Sheet = { name: 'Staff', rows: two };

  it('the one whose headings are ours is, and the others are named', async () => {
    const answer = await answerOf(cover, data, { name: 'Old', rows: two, hidden: true });
    expect(answer).toMatchObject({ outcome: 'accept_with_warnings', accepted: 2 });
    expect(answer.warnings).toMatchObject([{ code: 'SHEET_READ', column: null, record: null }]);
    expect(answer.warnings[0]?.message).toMatch(
      /^Read from the sheet “Staff”; not read: “About”; hidden and never read: “Old”\./,
    );
  });

  it('one sheet alone needs no words', async () => {
    expect(await answerOf(data)).toMatchObject({ outcome: 'accept', warnings: [] });
  });

  it('a hidden sheet is never read', async () => {
    expect(await answerOf(cover, { ...data, hidden: true })).toMatchObject({ outcome: 'reject_file' });
    expect(await answerOf({ name: 'Blank', rows: [] }, { ...data, hidden: true })).toMatchObject({
      reason: expect.stringContaining('No visible sheet') as string,
    });
  });

  it('of sheets that nobody knows it is the widest, which is shown for mapping', async () => {
    const parsed = await parseFile(
      await workbook(cover, {
        name: 'D',
        rows: [
          ['Pet', 'Age'],
          ['Cat', 3],
        ],
      }),
      {},
    );
    expect(parsed.ok ? headOf(parsed.file).headings : parsed).toMatchObject([
      { heading: 'Pet', texts: ['Cat'] },
      { heading: 'Age', texts: ['3'] },
    ]);
  });
});

describe('a workbook that could do harm is refused before it is read, within two seconds', () => {
  const megabyte = 1024 * 1024;
  const row = '<row><c><v>1</v></c></row>';
  const sheetOf = (bytes: number): string =>
    `<worksheet><sheetData>${row.repeat(bytes / row.length)}</sheetData></worksheet>`;
  const replaced = (name: string, part: Partial<Part>): Part[] =>
    bookParts('<worksheet/>').map((one) => (one.name === name ? { ...one, ...part } : one));
  const entity =
    '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><worksheet>&c;</worksheet>';
  const texts = (count: number): string =>
    `<sst>${Array.from({ length: count }, (_, at) => `<si><t>text ${at}</t></si>`).join('')}</sst>`;
  const noise = (megabytes: number): Buffer =>
    Buffer.from(randomBytes(megabytes * megabyte * 0.6).toString('base64'));

  it.each<[string, () => Buffer, RegExp]>([
    [
      'a part that unpacks 1,000 times',
      () => zipOf(bookParts(Buffer.alloc(20 * megabyte, 0x20))),
      /unpacks to more/,
    ],
    [
      'a part that says it is small and is not',
      () =>
        zipOf(
          replaced('xl/worksheets/sheet1.xml', { bytes: Buffer.alloc(20 * megabyte, 0x20), claims: 1_000 }),
        ),
      /damaged/,
    ],
    [
      'two hundred parts and more',
      () =>
        zipOf([
          ...bookParts('<worksheet/>'),
          ...Array.from({ length: 200 }, (_, at) => ({ name: `x/${at}`, bytes: Buffer.from('x') })),
        ]),
      /unpacks to more/,
    ],
    ['entities', () => zipOf(bookParts(entity)), /DOCTYPE or ENTITY/],
    [
      'entities across two pieces',
      () => zipOf(bookParts(Buffer.concat([noise(1), Buffer.from(entity)]))),
      /DOCTYPE or ENTITY/,
    ],
    ['a huge sheet', () => zipOf(bookParts(sheetOf(61 * megabyte))), /unpacks to more/],
    [
      'one cell a row at the far right',
      () =>
        zipOf(bookParts('<worksheet><sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>')),
      /beyond column ZZ/,
    ],
    [
      'texts without end',
      () =>
        zipOf([
          ...bookParts('<worksheet/>'),
          { name: 'xl/sharedStrings.xml', bytes: Buffer.from(texts(450_000)) },
        ]),
      /more different texts/,
    ],
    [
      'a file over ten megabytes',
      () => Buffer.concat([zipOf(bookParts('<worksheet/>')), Buffer.alloc(10 * megabyte)]),
      /larger than 10 MB/,
    ],
    [
      'macros',
      () => zipOf([...bookParts('<worksheet/>'), { name: 'xl/vbaProject.bin', bytes: Buffer.from('x') }]),
      /macros/,
    ],
    [
      'a part twice',
      () => zipOf([...bookParts('<worksheet/>'), ...bookParts('<worksheet/>').slice(-1)]),
      /a part twice/,
    ],
    [
      'no workbook inside',
      () => zipOf([{ name: 'staff.csv', bytes: Buffer.from('a,b') }]),
      /not an Excel workbook/,
    ],
    ['a file cut short', () => zipOf(bookParts('<worksheet/>')).subarray(0, 200), /damaged/],
  ])('%s', async (_what, make, reason) => {
    const bytes = make();
    const before = process.memoryUsage().rss;
    const from = performance.now();
    const answer = checkAnswer(await checkUpload('staff', bytes, importDay));
    expect(answer).toMatchObject({ outcome: 'reject_file', reason: expect.stringMatching(reason) as string });
    expect(performance.now() - from).toBeLessThan(2_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * megabyte);
  });

  it('one with a password is refused in plain words', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'S', rows: [['a']] }],
      encryption: { password: 'x', spinCount: 1_000 },
    });
    expect(checkAnswer(await checkUpload('staff', bytes, importDay))).toMatchObject({
      outcome: 'reject_file',
      reason: expect.stringContaining('password') as string,
    });
  });

  it('a sheet with too many records is read no further, and one with rows without end is not cut off', async () => {
    // Numbered rows: the same row over and over would be refused for how far it unpacks.
    const numbered = (count: number, inner: string): string =>
      Array.from(
        { length: count },
        (_, at) => `<row r="${at + 2}">${inner.replace('@', String(at))}</row>`,
      ).join('');
    const sheet = (rows: string): Uint8Array =>
      zipOf(bookParts(`<worksheet><sheetData>${heading}${rows}</sheetData></worksheet>`));
    const heading = '<row r="1"><c t="inlineStr"><is><t>No</t></is></c></row>';
    const many = await parseFile(sheet(numbered(limits.records + 10, '<c><v>@</v></c>')), {});
    expect(many.ok && many.file.records.length).toBe(limits.records + 1);
    expect(await parseFile(sheet(numbered(limits.records * 2, '')), {})).toMatchObject({
      ok: false,
      refusal: { code: 'TOO_MANY_RECORDS' },
    });
  });
});
