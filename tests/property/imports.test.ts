import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../server/imports/check-file.ts';
import { csvOut } from '../../shared/imports/csv-out.ts';
import { importKinds } from '../../shared/imports/kind.ts';
import { splitRecords } from '../../shared/imports/split-records.ts';
import type { StaffRow } from '../../shared/imports/staff-columns.ts';
import { staffGroups } from '../../shared/staff/staff.ts';
import { checkBytes, checkText, importDay } from '../support/check-text.ts';
import { staffFile, type StaffCellTexts } from '../support/staff-file.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Cells that a file of this world may hold: right, wrong, dangerous and foreign. */
const oddCell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    ' ',
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\r\n',
    '\r',
    '\n',
    '=1+1',
    '1,00',
    '31/02/2024',
    '\ufeff',
    '\u0000',
    '\u202e',
    '#N/A',
    'sep=;',
  ),
);

const goodRow = fc
  .record({
    index: fc.integer({ min: 1, max: 9_999 }),
    lastName: fc.constantFrom("O'Neill", 'Žižková', 'Smith, Jr', 'Al "Bo" Cy', '=1+1', '王'),
    staffGroup: fc.constantFrom(...staffGroups),
    hours: fc.integer({ min: 0, max: 37 }),
    orgL4: fc.constantFrom('100 Surgery', 'A;B', 'two\r\nlines', '<b>'),
    startDate: fc.constantFrom('01/01/2005', '2024-02-29', '20/11/2027'),
    leavingDate: fc.constantFrom('', '31/12/2027'),
  })
  .map(({ index, hours, ...cells }): StaffCellTexts => {
    // Every number is written twice, so that no single changed digit makes it somebody else's.
    const number = String(index).padStart(4, '0');
    return {
      ...cells,
      employeeNumber: number + number,
      assignmentNumber: `${number}${number}-1`,
      fteE5: String(Math.round((hours / 37.5) * 100_000) / 100_000),
      contractedHoursX100: String(hours),
    };
  });

const goodRows = fc.uniqueArray(goodRow, {
  selector: (row) => row.employeeNumber,
  minLength: 1,
  maxLength: 12,
});

/** A good row in which some cells are replaced by odd ones. */
const anyRow = fc
  .tuple(
    goodRow,
    fc.dictionary(
      fc.constantFrom('lastName', 'fteE5', 'startDate', 'orgL4', 'payScale', 'assignmentNumber'),
      oddCell,
      { maxKeys: 2 },
    ),
  )
  .map(([row, odd]): StaffCellTexts => ({ ...row, ...odd }));

const shapes = fc.record({
  separator: fc.constantFrom(',', ';', '\t'),
  lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
});

function accepted(text: string): Map<string, StaffRow> {
  const check = checkFile('staff', encode(text), importDay);
  if (!check.ok) return new Map();
  const rows = check.records.flatMap((record) => (record.row === null ? [] : [record.row as StaffRow]));
  return new Map(rows.map((row) => [row.assignmentNumber, row]));
}

function expectWhole(answer: ReturnType<typeof checkText>, lines: number): void {
  if (answer.outcome === 'reject_file') {
    expect(answer).toMatchObject({
      records: null,
      accepted: null,
      rejected: [],
      reason: expect.stringMatching(/\.$/) as string,
    });
    return;
  }
  const refused = new Set(answer.rejected.map((issue) => issue.record));
  expect(answer.accepted! + refused.size).toBe(answer.records);
  for (const issue of [...answer.rejected, ...answer.warnings]) {
    expect(issue.line).toBeGreaterThan(0);
    expect(issue.line).toBeLessThanOrEqual(lines);
  }
}

describe('any file gets an answer', () => {
  it('any bytes give an outcome for every kind, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...importKinds), (bytes, kind) => {
        const answer = checkBytes(bytes, kind);
        expect(['accept', 'accept_with_warnings', 'reject_rows', 'reject_file']).toContain(answer.outcome);
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
      }),
      { numRuns: 1_000 },
    );
  });

  it('any cells under the right heading: accepted and refused records add up, and every line exists', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 8 }),
        shapes,
        fc.string({ unit: 'binary', maxLength: 20 }),
        (rows, shape, tail) => {
          const text = staffFile(rows, shape) + tail;
          expectWhole(checkText(text), text.split(/\r\n|\n|\r/).length);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('a good file with a run of bytes cut out or put in still gets an answer', () => {
    fc.assert(
      fc.property(
        goodRows,
        fc.nat(),
        fc.nat(30),
        fc.uint8Array({ maxLength: 30 }),
        (rows, at, gone, added) => {
          const bytes = Buffer.from(staffFile(rows));
          const from = at % bytes.length;
          const broken = Buffer.concat([bytes.subarray(0, from), added, bytes.subarray(from + gone)]);
          expectWhole(checkBytes(broken), broken.toString('latin1').split(/\r\n|\n|\r/).length);
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe('what a file says does not depend on how it is written', () => {
  it('a good file is accepted whole, whatever its separator and line ends', () => {
    fc.assert(
      fc.property(goodRows, shapes, (rows, shape) => {
        const plain = accepted(staffFile(rows));
        expect(plain.size).toBe(rows.length);
        const folded = accepted(staffFile(rows, shape));
        expect([...folded.values()]).toEqual([...plain.values()]);
      }),
      { numRuns: 200 },
    );
  });

  it('the order of rows does not matter, and each row keeps its verdict', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyRow, { minLength: 2, maxLength: 8 })
          .chain((rows) =>
            fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
          ),
        ([rows, shuffled]) => {
          const byNumber = (text: string) =>
            [...accepted(text).values()].sort((a, b) => (a.assignmentNumber < b.assignmentNumber ? -1 : 1));
          expect(byNumber(staffFile(shuffled))).toEqual(byNumber(staffFile(rows)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('one changed byte changes at most its own row, or refuses the file', () => {
    const printable = fc.integer({ min: 0, max: 127 });
    fc.assert(
      fc.property(goodRows, fc.nat(), printable, (rows, at, byte) => {
        const bytes = Buffer.from(staffFile(rows));
        const heading = bytes.indexOf('\n') + 1;
        const position = heading + (at % (bytes.length - heading));
        const before = accepted(bytes.toString());
        bytes[position] = byte;
        const answer = checkBytes(bytes);
        if (answer.outcome === 'reject_file') return;
        const after = accepted(bytes.toString());
        const lost = [...before].filter(
          ([key, row]) => JSON.stringify(after.get(key)) !== JSON.stringify(row),
        );
        expect(lost.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 600 },
    );
  });
});

describe('finding records', () => {
  it('gives the same records and cells as csv-parse for every well-formed text', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é', '😀'),
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const quoted = rows
            .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
            .join('\r\n');
          const spans = splitRecords(
            quoted,
            0,
            1,
            ',',
            rows.map((row) => row.length),
          );
          const solid = rows.filter((row) => /[^",\s]/.test(row.join('')));
          const texts = spans.map((span) => quoted.slice(span.start, span.end)).join('\n');
          const read = parse(texts, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
          expect(spans.every((span) => span.fault === null)).toBe(true);
          expect(read).toEqual(solid);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('exports', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    oddCell,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(null),
  );
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 6 });
  const read = (text: string): string[][] =>
    parse(text, { relax_column_count: true, record_delimiter: '\r\n' });

  it('no cell can run: none begins with = + - @ TAB CR LF or their full-width forms unless it is a true number', () => {
    fc.assert(
      fc.property(table, (rows) => {
        for (const text of read(csvOut(['a', 'b', 'c'], rows)).flat()) {
          const dangerous = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text);
          expect(dangerous && !/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text)).toBe(false);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('what is written is what is read back, but for the apostrophe', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const back = read(csvOut(['a', 'b', 'c'], rows)).slice(1);
        const expected = rows.map((row) => row.map((value) => (value === null ? '' : String(value))));
        expect(
          back.map((row, y) =>
            row.map((text, x) => (text === `'${expected[y]?.[x]}` ? text.slice(1) : text)),
          ),
        ).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('writing what was read and reading it again is a fixed point', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const once = csvOut(['a', 'b', 'c'], rows);
        const [heading = [], ...cells] = read(once);
        expect(csvOut(heading, cells)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});
