import { describe, expect, it } from 'vitest';
import { bookOfFile, bookTable } from '../../client/components/table-book.ts';
import { filtersInWords } from '../../client/app/search-words.ts';
import { aboutPage, parametersFrom, type PageNow } from '../../client/app/workbook-about.ts';
import { aboutAndTables } from '../../client/format/workbook-about.ts';
import { workbookFile } from '../../client/format/workbook-file.ts';
import { bookName } from '../../client/format/workbook-names.ts';
import { workbookOf } from '../../client/format/workbook.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { engineVersion } from '../../shared/core/engine-version.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { columnOf, openWorkbook, sheetNamed } from '../support/open-workbook.ts';
import { recalculated } from '../support/recalculate.ts';

type Row = {
  readonly kind: 'group' | 'plain' | 'total';
  readonly label: string;
  readonly cost: number | null;
  readonly share: number | null;
  readonly nurse: string;
};

const row = (kind: Row['kind'], label: string, cost: number | null, share: number | null = null): Row => ({
  kind,
  label,
  cost,
  share,
  nurse: 'Sister Planted',
});

const rows = [
  row('group', '2026/27', null),
  row('plain', 'April', 10.5, 40),
  row('plain', 'May', 20.25, 60),
  row('total', 'All of 2026/27', 30.75, 50),
  row('group', '2027/28', null),
  row('plain', 'June', 1, 10),
  row('plain', 'July', 2, 30),
  row('total', 'All of 2027/28', 3, 20),
  row('total', 'Everything', 33.75, 35),
];

const table = bookTable<Row>({
  caption: 'Cover by month',
  note: 'Whole trust',
  rows,
  rowKind: ({ kind }) => kind,
  columns: [
    { label: 'Month', value: ({ label }) => label },
    { label: 'Cost (£)', value: ({ cost }) => cost },
    { label: 'Share', note: 'of 100', value: ({ share }) => share },
  ],
});

describe('a table of a page as a table of a workbook', () => {
  it('has its totals as live sums of the rows above them, and a mean stays a number', () => {
    expect(table.rows.map((cells) => cells[1])).toEqual([
      ...[null, 10.5, 20.25, { formula: 'SUM(B6:B7)', result: 30.75 }],
      ...[null, 1, 2, { formula: 'SUM(B10:B11)', result: 3 }],
      { formula: 'B8+B12', result: 33.75 },
    ]);
    expect(table.rows.map((cells) => cells[2])).toEqual([null, 40, 60, 50, null, 10, 30, 20, 35]);
  });

  it('recalculated comes to what was shown', async () => {
    const book = await openWorkbook(await workbookFile(workbookOf('x', asPlainDate('2026-11-20'), [table])));
    expect(Object.fromEntries(recalculated(book))).toEqual({
      'Cover by month!B8': 30.75,
      'Cover by month!B12': 3,
      'Cover by month!B13': 33.75,
    });
    expect(columnOf(sheetNamed(book, 'Cover by month'), 'Share (of 100)')[1]?.number).toBe(40);
    for (const text of book.parts.values()) expect(text).not.toContain('Planted');
  });

  it('knows days, months and pounds of a CSV by what they are, leaves codes alone, and adds up what may be', () => {
    const file = {
      headings: ['Week from', 'Month', 'Cost centre', 'Cost (£)', 'Pounds an hour', 'Shifts'],
      rows: [
        ['2026-11-16', '2026-11', '00123', 1.5, 30, 2],
        ['2026-11-23', '2026-12', '70010', 2.5, 31, 3],
      ],
      sums: ['Cost (£)', 'Shifts'],
    };
    const { columns } = bookOfFile('Weeks', file);
    expect(columns.map(({ kind }) => kind)).toEqual(['date', 'month', 'text', 'pounds', 'pounds', 'number']);
    expect(columns.map(({ total }) => total)).toEqual([false, false, false, true, false, true]);
  });

  it('without rows says so', async () => {
    const empty = bookOfFile('None', { headings: ['A', 'B'], rows: [], sums: ['B'] });
    const book = await openWorkbook(await workbookFile(workbookOf('x', asPlainDate('2026-11-20'), [empty])));
    expect(columnOf(sheetNamed(book, 'None'), 'A').map((cell) => cell?.text)).toEqual(['Nothing to show.']);
  });
});

const page: PageNow = {
  title: 'Cover to book',
  address: 'https://trust.example/backfill?basis=full',
  pathname: '/backfill',
  search: {
    basis: 'full',
    by: 'week',
    working: null,
    team: '0b9f2f6e-4f7e-7c51-9f0b-0123456789ab',
    find: '',
    n: 3,
  },
  session: {
    user: { name: 'Planted Person' },
    role: 'finance',
    roleName: 'Finance',
    trust: {
      id: 't',
      name: 'Example Trust',
      odsCode: 'ZZ1',
      synthetic: false,
      dataCut: asPlainDate('2026-11-20'),
      version: 1,
    },
    rights: [],
    today: asPlainDate('2026-11-21'),
    divisions: ['Medicine'],
    ownLearnerId: null,
  },
  parameters: publishedParameters,
};

describe('what a workbook says of itself', () => {
  it('is the page, the trust, the role, the days, the limit and the filters in words, and nobody’s name', async () => {
    const about = aboutPage(page);
    const made = aboutAndTables('Cover by month', about, [table]);
    const book = await openWorkbook(await workbookFile(made));
    const cells = [...sheetNamed(book, 'About').cells.values()];
    const texts = cells.map(({ text }) => text);
    for (const said of [
      page.address,
      'Example Trust (ZZ1)',
      'Finance',
      'Medicine division only',
      engineVersion,
    ]) {
      expect(texts).toContain(said);
    }
    expect(texts).toContain('The trust’s own data');
    expect(cells.filter(({ format }) => format === 'd mmm yyyy').map(({ number }) => number)).toEqual([
      46_347, 46_346,
    ]);
    for (const text of book.parts.values()) expect(text).not.toContain('Planted');
  });

  it('has filters in words, what is not set left out', () => {
    expect(filtersInWords(page.search)).toEqual([
      { name: 'Cost basis', value: 'Whole-NHS cost: with the pension share that is paid centrally too' },
      { name: 'Shown by', value: 'Week' },
      { name: 'Target', value: '3' },
      { name: 'Team', value: 'The one in the address' },
    ]);
  });

  it('has every parameter behind the page from the data day on, and only those asked for where they are known', () => {
    const { parameters } = aboutPage(page);
    const fill = parameters.find(({ name }) => name.startsWith('Share of asked-for hours'));
    expect(fill).toMatchObject({ unit: '%', status: 'Assumption' });
    expect(typeof fill?.value).toBe('number');
    expect(aboutPage({ ...page, pathname: '/research' }).parameters).toEqual([]);
    const levy = parametersFrom(publishedParameters, ['APPRENTICESHIP_LEVY'], page.session.trust.dataCut);
    expect(aboutPage({ ...page, codes: ['APPRENTICESHIP_LEVY'] }).parameters).toEqual(levy);
    expect(levy).toMatchObject([{ value: 0.5, unit: '%', status: 'Not verified' }]);
  });

  it('is a file named as the CSV is', () => {
    expect(bookName('cover-by-week.csv')).toBe('cover-by-week.xlsx');
  });
});
