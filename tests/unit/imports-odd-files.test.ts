import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkBytes, checkText, short } from '../support/check-text.ts';
import { person, staffFile } from '../support/staff-file.ts';

const three = [person(0), person(1), person(2)];
const bom = '\ufeff';
const accepted = (records: number) => ({
  outcome: 'accept',
  records,
  accepted: records,
  rejected: [],
  warnings: [],
});
const refused = (words: RegExp) => ({
  outcome: 'reject_file',
  records: null,
  accepted: null,
  rejected: [],
  warnings: [],
  reason: expect.stringMatching(words) as string,
});

describe('line ends', () => {
  it.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['CR', '\r'],
  ])('%s alone is read', (_, lineEnd) => {
    expect(checkText(staffFile(three, { lineEnd }))).toMatchObject(accepted(3));
  });

  it('mixed line ends are read, and lines are counted as an editor counts them', () => {
    const [heading = '', a = '', b = ''] = staffFile([person(0), person(1, { fteE5: 'x' })]).split('\r\n');
    const answer = checkText(`${heading}\r${a}\n\r\n${b}`);
    expect(answer).toMatchObject({
      records: 2,
      accepted: 1,
      rejected: [{ record: 2, line: 4, column: 'FTE' }],
    });
  });

  it('a last line without a line end is a record', () => {
    expect(checkText(staffFile(three).trimEnd())).toMatchObject(accepted(3));
  });
});

describe('separators', () => {
  it.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('%s are found from the heading', (_, separator) => {
    expect(checkText(staffFile(three, { separator }))).toMatchObject(accepted(3));
  });

  it.each([';', ',', '\t'])('a first line sep=%s is obeyed', (separator) => {
    expect(checkText(`sep=${separator}\r\n${staffFile(three, { separator })}`)).toMatchObject(accepted(3));
  });

  it('a byte order mark may stand before sep=', () => {
    expect(checkText(`${bom}sep=;\r\n${staffFile(three, { separator: ';' })}`)).toMatchObject(accepted(3));
  });

  it('sep= counts as a line', () => {
    const answer = checkText(`sep=;\n${staffFile([person(0, { fteE5: '' })], { separator: ';' })}`);
    expect(answer.rejected).toMatchObject([{ record: 1, line: 3, code: 'REQUIRED' }]);
  });

  it('sep= that contradicts the file refuses it', () => {
    expect(checkText(`sep=;\r\n${staffFile(three)}`)).toMatchObject(refused(/missing/));
  });

  it('a separator that is none of the three is refused', () => {
    expect(checkText(`sep=|\r\n${staffFile(three, { separator: '|' })}`)).toMatchObject(refused(/separator/));
    expect(checkText(staffFile(three, { separator: '|' }))).toMatchObject(refused(/No heading/));
  });
});

describe('files that are not CSV', () => {
  it.each([
    ['an xls workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], /not a CSV file: it is an old Excel/],
    ['a PDF', [...'%PDF-1.7\n'].map((c) => c.charCodeAt(0)), /not a CSV file: it is a PDF/],
    ['bytes that are not text', [0x01, 0x00, 0xff, 0x41, 0x00, 0xfe, 0x00], /not/],
  ])('%s is refused with a sentence', (_, bytes, words) => {
    expect(checkBytes(Uint8Array.from(bytes))).toMatchObject(refused(words));
  });

  it('a gzip of a good file is refused', () => {
    expect(checkBytes(gzipSync(staffFile(three)))).toMatchObject(
      refused(/not a CSV file: it is a compressed file/),
    );
  });

  it.each(['<!DOCTYPE html><html>', '  \n<html lang="en">', '<?xml version="1.0"?><a/>'])(
    '%s is refused',
    (text) => {
      expect(checkText(text)).toMatchObject(refused(/not a CSV file/));
    },
  );

  it.each([
    ['with its mark, little end first', 'utf16le', [0xff, 0xfe]],
    ['without a mark', 'utf16le', []],
  ] as const)('UTF-16 %s is refused and named', (_, encoding, mark) => {
    const bytes = Buffer.concat([Buffer.from(mark), Buffer.from(staffFile(three), encoding)]);
    expect(checkBytes(bytes)).toMatchObject(refused(/UTF-16/));
  });

  it('UTF-16 with its big end first is refused and named', () => {
    const swapped = Buffer.from(`${bom}${staffFile(three)}`, 'utf16le').swap16();
    expect(checkBytes(swapped)).toMatchObject(refused(/UTF-16/));
  });

  it.each([
    ['an overlong form', [0xc0, 0xaf]],
    ['half a surrogate pair', [0xed, 0xa0, 0x80]],
    ['a sequence that was cut', [0xe2, 0x82]],
    ['a byte above U+10FFFF', [0xf5, 0x80, 0x80, 0x80]],
  ])('%s is not UTF-8: its line and byte are named', (_, bad) => {
    const heading = Buffer.from(staffFile([]));
    const answer = checkBytes(Buffer.concat([heading, Buffer.from('20100000,'), Buffer.from(bad)]));
    const byte = bad[0]!.toString(16).toUpperCase();
    expect(answer).toMatchObject(
      refused(new RegExp(`line 2 holds the byte ${byte} \\(byte ${heading.length + 10} `)),
    );
  });
});

describe('empty files', () => {
  it.each([
    ['no bytes', ''],
    ['a byte order mark', bom],
    ['blank lines', '\r\n  \r\n\t\r\n'],
    ['separators', ',,,\r\n,,,\r\n'],
    ['sep= alone', 'sep=;\r\n'],
  ])('%s: refused', (_, text) => {
    expect(checkText(text)).toMatchObject(refused(/empty/));
  });

  it('a heading alone is refused', () => {
    expect(checkText(staffFile([]))).toMatchObject(refused(/nothing below/));
  });

  it('blank lines may stand before the heading and between records', () => {
    const [heading = '', a = '', b = ''] = staffFile([person(0), person(1)]).split('\r\n');
    expect(checkText(`\r\n,,,\r\n${heading}\r\n\r\n${a}\r\n  \r\n,, ,\r\n${b}\r\n,`)).toMatchObject(
      accepted(2),
    );
  });
});

describe('limits', () => {
  it('20 MB may not be passed', () => {
    expect(checkBytes(new Uint8Array(20 * 1024 * 1024 + 1).fill(0x41))).toMatchObject(
      refused(/larger than 20 MB/),
    );
  });

  it('50,000 records are read and 50,001 are not', () => {
    const file = staffFile(Array.from({ length: 50_000 }, (_, index) => person(index)));
    expect(checkText(file)).toMatchObject({ outcome: 'accept', records: 50_000, accepted: 50_000 });
    const more = staffFile([person(50_000)]).split('\r\n')[1] ?? '';
    expect(checkText(`${file}${more}`)).toMatchObject(refused(/more than 50,000 records/));
  });

  it('200 columns are read and 201 are not', () => {
    const wide = (columns: number) =>
      staffFile([person(0)])
        .split('\r\n')
        .filter((line) => line !== '')
        .map(
          (line, index) =>
            line +
            Array.from({ length: columns - 14 }, (_, at) => `,${index === 0 ? `H${at}` : ''}`).join(''),
        )
        .join('\r\n');
    expect(checkText(wide(200))).toMatchObject({ outcome: 'accept_with_warnings', records: 1, accepted: 1 });
    expect(checkText(wide(201))).toMatchObject(refused(/201 columns/));
  });

  it('a record of more than 100,000 bytes is refused, and the rows after it are kept', () => {
    const long = staffFile([person(0, { jobRole: 'é'.repeat(50_000) }), person(1)]);
    const answer = checkText(long);
    expect(answer).toMatchObject({ outcome: 'reject_rows', records: 2, accepted: 1 });
    expect(short(answer.rejected)).toEqual([[1, null, 'RECORD_TOO_LONG']]);
  });
});

describe('quoting', () => {
  const lines = staffFile([person(0), person(1), person(2), person(3)]).split('\r\n');
  const broken = (replace: (line: string) => string) =>
    checkText(lines.map((line, index) => (index === 2 ? replace(line) : line)).join('\r\n'));

  it('an open quotation mark costs its own row and no other', () => {
    const answer = broken((line) => line.replace('Okafor', '"Okafor'));
    expect(answer).toMatchObject({ outcome: 'reject_rows', records: 4, accepted: 3 });
    expect(short(answer.rejected)).toEqual([[2, 'Last Name', 'BAD_QUOTING']]);
  });

  it('an open quotation mark that a later row would close swallows no row', () => {
    const text = lines
      .join('\r\n')
      .replace('20100001-1,Okafor', '20100001-1,"Okafor')
      .replace('20100003-1,Okafor', '20100003-1,Oka",for');
    const answer = checkText(text);
    expect(answer.records).toBe(4);
    expect(short(answer.rejected)).toEqual([
      [2, 'Last Name', 'BAD_QUOTING'],
      [4, 'Last Name', 'BAD_QUOTING'],
    ]);
  });

  it('text after a closing quotation mark is refused', () => {
    const answer = broken((line) => line.replace('Okafor', '"Okafor"x'));
    expect(short(answer.rejected)).toEqual([[2, 'Last Name', 'BAD_QUOTING']]);
  });

  it('a doubled quotation mark inside quotes is one quotation mark', () => {
    expect(broken((line) => line.replace('Okafor', '"O""Kafor"'))).toMatchObject(accepted(4));
  });

  it('broken quoting in the heading refuses the file', () => {
    expect(checkText(`"Employee Number,x\n${'1,2\n'.repeat(3)}`)).toMatchObject(refused(/heading line/));
  });

  it('quoted headings and separators inside quotes are read', () => {
    const [heading = '', ...rows] = lines;
    const quotedHeading = heading
      .split(',')
      .map((cell) => `"${cell}"`)
      .join(',');
    expect(
      checkText([quotedHeading, ...rows].join('\r\n').replace('100 Surgery', '"100, Surgery"')),
    ).toMatchObject(accepted(4));
  });
});

describe('numbers of cells', () => {
  const [heading = '', row = ''] = staffFile([person(0)]).split('\r\n');

  it('a row with a cell more or less is refused whole', () => {
    const shifted = row.replace('Okafor', 'Okafor, Jr');
    const answer = checkText([heading, row, shifted, row.slice(0, -1)].join('\n'));
    expect(short(answer.rejected)).toEqual([
      [2, null, 'WRONG_CELL_COUNT'],
      [3, null, 'WRONG_CELL_COUNT'],
    ]);
  });

  it('blank headings at the end of the line are nothing', () => {
    expect(checkText(`${heading},,\n${row},,\n`)).toMatchObject(accepted(1));
    expect(checkText(`${heading},\n${row}\n`)).toMatchObject(accepted(1));
  });
});

describe('headings', () => {
  const text = staffFile(three);

  it('a heading that stands twice refuses the file, also one that is not used', () => {
    expect(checkText(text.replace('Grade Step', ' fte '))).toMatchObject(refused(/“fte” stands twice/));
    const twoNotes = text.replaceAll('\r\n', ',,\r\n').replace(',,\r\n', ',Note,NOTE\r\n');
    expect(checkText(twoNotes)).toMatchObject(refused(/“note” stands twice/));
  });

  it('every missing column is named at once', () => {
    const answer = checkText(text.replace('FTE', 'FT').replace('Start Date', 'Begin'));
    expect(answer.reason).toMatch(/“FTE”, “Start Date”/);
  });

  it('columns of no use are listed once and not stored', () => {
    const wide = text.replaceAll('\r\n', ',AB123456C,=1+1\r\n').replace('AB123456C,=1+1', 'NI Number,=cmd');
    const answer = checkText(wide);
    expect(answer).toMatchObject({ outcome: 'accept_with_warnings', records: 3, accepted: 3 });
    expect(answer.warnings).toMatchObject([{ record: null, line: 1, column: null, code: 'COLUMNS_IGNORED' }]);
    expect(answer.warnings[0]?.message).toBe('Not used and not stored: “NI Number”, “=cmd”.');
    const one = checkText(text.replaceAll('\r\n', ',x\r\n').replace(',x', ',Headcount'));
    expect(short(one.warnings)).toEqual([[null, 'Headcount', 'COLUMNS_IGNORED']]);
  });

  it('optional columns may be absent or in any order', () => {
    const keys = [
      'costCentre',
      'startDate',
      'orgL4',
      'contractedHoursX100',
      'fteE5',
      'payScale',
      'jobRole',
      'staffGroup',
      'firstName',
      'lastName',
      'assignmentNumber',
      'employeeNumber',
    ] as const;
    expect(checkText(staffFile(three, { keys }))).toMatchObject(accepted(3));
  });
});
