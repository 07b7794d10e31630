import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { sumOver, totalPence } from '../../client/backfill/cover-model.ts';
import { lineSheet, type CostLine } from '../../client/backfill/workbook-lines.ts';
import { coverBook } from '../../client/backfill/workbook.ts';
import { aboutAndTables, type BookAbout } from '../../client/format/workbook-about.ts';
import { workbookFile } from '../../client/format/workbook-file.ts';
import { workbookOf } from '../../client/format/workbook.ts';
import { bankOnlyPolicy, type CoverPolicy } from '../../shared/backfill/cover-policy.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { asFinancialYear } from '../../shared/calendar/years.ts';
import { halfUp } from '../../shared/core/rounding.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { clinicPlan, coverOf, soonReleased, unpricedPlan } from '../support/cover-plan.ts';
import { inGnumeric, withGnumeric } from '../support/gnumeric.ts';
import { columnOf, openWorkbook, sheetNamed, type OpenBook } from '../support/open-workbook.ts';
import { stressLearners, stressPlan } from '../support/plans.ts';
import { columnNumber, recalculated } from '../support/recalculate.ts';

const about: BookAbout = {
  page: 'Cover to book',
  address: 'https://trust.example/backfill?by=week',
  trust: 'Example Trust (ZZ1)',
  role: 'Finance',
  madeOn: asPlainDate('2026-11-21'),
  dataDate: asPlainDate('2026-11-20'),
  scenario: 'The plan as it stands',
  engine: '1.2.3',
  synthetic: true,
  limit: null,
  filters: [{ name: 'Cost basis', value: 'Trust cost' }],
  parameters: [],
};

/** Names of people that the data of a page might hold and no table shows. */
const names = Array.from(
  { length: 50 },
  (_, index) => `Zzqx${String.fromCharCode(97 + (index % 26))}${index} Planted`,
);

/** Teams whose ids, learners and stray fields hold names; the names on screen are those of wards. */
function planted() {
  const [first = '', second = '', third = '', ...others] = names;
  const plan = coverOf([
    stressPlan([stressLearners(14), soonReleased(others[0] ?? '', 455)]),
    clinicPlan(
      first,
      '=HYPERLINK("http://x") clinic',
      others.slice(1, 9).map((id, at) => soonReleased(id, 300 + 7 * at)),
    ),
    unpricedPlan(second, 'Unpriced', [soonReleased(third)]),
  ]);
  const stray = <T extends object>(rows: readonly T[]): readonly T[] =>
    rows.map((row, index) => ({ ...row, people: names, name: names[index % names.length] }));
  const { summary } = plan;
  return {
    ...plan,
    people: names,
    summary: {
      ...summary,
      byTeam: stray(summary.byTeam),
      byWeek: stray(summary.byWeek),
      toBook: stray(summary.toBook),
    },
  };
}

const plan = planted();
const { summary } = plan;
let bytes: Uint8Array;
let book: OpenBook;
let now: ReadonlyMap<string, number>;

beforeAll(async () => {
  const { tables } = coverBook(plan, publishedParameters);
  bytes = await workbookFile(aboutAndTables('Cover to book', about, tables));
  book = await openWorkbook(bytes);
  now = recalculated(book);
});

const pence = (pounds: number | null | undefined): number => Math.round((pounds ?? NaN) * 100);

/** The value worked out anew of the last cell of a column. */
function totalOf(sheet: string, heading: string): number {
  const { cells } = sheetNamed(book, sheet);
  const column = columnOf(sheetNamed(book, sheet), heading);
  const letters =
    [...cells].find(([place, { text }]) => /^[A-Z]+4$/.test(place) && text === heading)?.[0] ?? '';
  return now.get(`${sheet}!${letters.replace('4', '')}${4 + column.length}`) ?? NaN;
}

describe('the workbook of cover, worked out anew from its numbers alone', () => {
  it('gives every formula the value that was shown, to the penny', () => {
    let formulas = 0;
    for (const { name, cells } of book.sheets) {
      for (const [place, { formula, number }] of cells) {
        if (formula === null) continue;
        formulas += 1;
        expect(now.get(`${name}!${place}`), `${name}!${place} ${formula}`).toBeCloseTo(number ?? NaN, 6);
      }
    }
    expect(formulas).toBeGreaterThan(250);
  });

  it('comes to the total of the page by week, month, year, team, cost centre and cost line', () => {
    const total = totalPence(summary);
    expect(total).toBeGreaterThan(1_000_000);
    for (const sheet of ['Weeks', 'Months', 'Years', 'Cost lines', 'Filled by']) {
      expect([sheet, pence(totalOf(sheet, 'Cover cost'))]).toEqual([sheet, total]);
    }
    for (const sheet of ['Teams', 'Cost centres']) {
      const headings = [...sheetNamed(book, sheet).cells]
        .filter(([place, { text }]) => /^[A-Z]+4$/.test(place) && /^\d{4}\/\d\d/.test(text ?? ''))
        .map(([, { text }]) => text ?? '');
      const sum = headings.reduce((all, heading) => all + pence(totalOf(sheet, heading)), 0);
      expect([sheet, sum]).toEqual([sheet, total]);
    }
    for (const cell of columnOf(sheetNamed(book, 'Checks'), 'Difference')) expect(cell?.number).toBe(0);
  });

  it('a year’s cost is the page’s, and its rate’s parts add up to the rate of the lines', () => {
    const years = sheetNamed(book, 'Years');
    const shown = columnOf(years, 'Financial year').flatMap((cell, index) =>
      /^\d/.test(cell?.text ?? '') ? [[cell?.text, pence(now.get(`Years!F${5 + index}`))]] : [],
    );
    expect(shown).toEqual(
      summary.ladder.map(({ financialYear }) => [
        financialYear,
        sumOver(summary.byYear, { years: [financialYear] }, ({ costPence }) => costPence),
      ]),
    );
    const rates = columnOf(sheetNamed(book, 'Cost lines'), 'Pounds an hour');
    expect(rates.filter((cell) => cell?.formula?.startsWith("'Rates'!")).length).toBeGreaterThan(20);
    expect(
      sumOver(summary.byYear, { years: [asFinancialYear('2026/27')] }, (year) => year.costPence),
    ).toBeGreaterThan(0);
  });

  it('holds real days, hours and pounds, each with its format', () => {
    const line = sheetNamed(book, 'Cost lines').cells;
    expect(line.get('B5')).toMatchObject({ text: null, format: 'd mmm yyyy' });
    expect(line.get('E5')).toMatchObject({ text: null, format: '#,##0.00' });
    expect(line.get('F5')).toMatchObject({ text: null, format: '0.00%' });
    expect(line.get('H5')).toMatchObject({
      format: '[$£-809]#,##0.00',
      formula: 'ROUND(ROUND(E5*F5*G5,8),2)',
    });
  });
});

/** Lines whose cost lies on half a penny exactly, where a computer's noise would round some of them down. */
function linesOnHalves(count: number): readonly CostLine[] {
  const financialYear = asFinancialYear('2026/27');
  const monday = asPlainDate('2026-11-16');
  const own = { teamId: 'a', team: 'A', monday, financialYear, rateYear: financialYear };
  const lines: CostLine[] = [];
  for (let ratePence = 1_000; lines.length < count; ratePence += 1) {
    for (const [needMinutes, fillBp] of [
      [1_455, 6_500],
      [745, 2_500],
      [7_305, 5_200],
      [6_465, 2_500],
    ] as const) {
      const amount = needMinutes * fillBp * ratePence;
      if (amount % 600_000 !== 300_000) continue;
      lines.push({ ...own, needMinutes, fillBp, ratePence, costPence: halfUp(amount, 600_000) });
    }
  }
  return lines;
}

const halves = linesOnHalves(400);
const bytesOfHalves = () => workbookFile(workbookOf('Halves', about.madeOn, [lineSheet(halves, new Map())]));

describe('a cost line on exactly half a penny', () => {
  it('goes up, worked out anew as here', async () => {
    const values = recalculated(await openWorkbook(await bytesOfHalves()));
    const costs = halves.map((_, index) => pence(values.get(`Cost lines!H${5 + index}`)));
    expect(costs).toEqual(halves.map(({ costPence }) => costPence));
  });
});

/** The bank and extra hours on terms that add lines to their rates. */
const inLondonAtNight: CoverPolicy = {
  ...bankOnlyPolicy,
  rungs: [
    { rung: 'planned-bank', shareBp: 10_000, pence: null },
    { rung: 'extra-hours', shareBp: 5_000, pence: null },
  ],
  highCostArea: 'inner',
  hoursByKind: { plain: 6_000, 'saturday-or-night': 3_000, 'sunday-or-bank-holiday': 1_000 },
};

describe('the workbook of any plan', () => {
  it('recalculated comes to the plan’s total in every check, whatever is released', async () => {
    const learners = fc.array(fc.integer({ min: 1, max: 2_400 }), { minLength: 0, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(learners, learners, async (wards, clinics) => {
        const released = (minutes: readonly number[]) => minutes.map((one, at) => soonReleased(`${at}`, one));
        const night = { ...clinicPlan('n', 'Night clinic', released(clinics)), policy: inLondonAtNight };
        const clinic = clinicPlan('c', 'Clinic', released(clinics));
        const some = coverOf([stressPlan(released(wards)), clinic, night]);
        const { tables } = coverBook(some, publishedParameters);
        const open = await openWorkbook(await workbookFile(workbookOf('x', about.madeOn, tables)));
        const values = recalculated(open);
        const checks = columnOf(sheetNamed(open, 'Checks'), 'Cover cost');
        const total = totalPence(some.summary);
        const found = checks.flatMap((cell, at) =>
          (cell?.formula ?? null) === null ? [] : [pence(values.get(`Checks!B${5 + at}`))],
        );
        for (const [place, { formula, number }] of sheetNamed(open, 'Rates').cells)
          if (formula !== null) expect(values.get(`Rates!${place}`)).toBeCloseTo(number ?? NaN, 6);
        const parts = columnOf(sheetNamed(open, 'Rates'), 'Part').map((cell) => cell?.text ?? '');
        for (const part of clinics.length === 0 ? [] : [/^High cost area supplement/, /^Unsocial hours: /])
          expect(parts.filter((text) => part.test(text)).length).toBeGreaterThanOrEqual(2);
        expect(found).toEqual(found.map(() => total));
        expect(found.length).toBeGreaterThanOrEqual(total > 0 ? 7 : 0);
      }),
      { numRuns: 6 },
    );
  });

  it('of a trust whose only team cannot be worked out says so and holds no broken formula', async () => {
    const { tables } = coverBook(
      coverOf([unpricedPlan('u', 'Unpriced', [soonReleased('l')])]),
      publishedParameters,
    );
    const open = await openWorkbook(await workbookFile(workbookOf('x', about.madeOn, tables)));
    const formulas = open.sheets.flatMap(({ cells }) => [...cells.values()].map(({ formula }) => formula));
    expect(formulas.filter((formula) => formula === '')).toEqual([]);
    expect(() => recalculated(open)).not.toThrow();
    expect(columnOf(sheetNamed(open, 'Not known'), 'Team')[0]?.text).toBe('Unpriced');
  });
});

describe('the workbook of cover in Gnumeric', () => {
  if (!withGnumeric) {
    it('is not tried: the program is not on this machine, and nothing is claimed about it', () => {
      process.stdout.write('No ssconvert: the workbook was not recalculated by Gnumeric.\n');
      expect(withGnumeric).toBe(false);
    });
    return;
  }

  it('opened and recalculated there, every cell of every sheet is what was shown', () => {
    const sheets = inGnumeric(bytes);
    expect(sheets).toHaveLength(book.sheets.length);
    book.sheets.forEach(({ name, cells }, index) => {
      for (const [place, { number, text, format }] of cells) {
        const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(place) ?? [];
        const there = sheets[index]?.[Number(row) - 1]?.[columnNumber(letters) - 1] ?? '';
        if (number === null) expect([name, place, there]).toEqual([name, place, text ?? '']);
        else if (!format.includes('yyyy')) expect(Number(there), `${name}!${place}`).toBeCloseTo(number, 6);
      }
    });
  });

  it('works formulas out itself: a wrong value kept in the file is put right', async () => {
    const wrong = { formula: 'SUM(A5:A6)', result: 1 };
    const columns = [{ heading: 'Number', kind: 'number' as const }];
    const table = { sheet: 'Wrong', title: 'Wrong', columns, rows: [[20], [22], [wrong]] };
    const [sheet] = inGnumeric(await workbookFile(workbookOf('Wrong', about.madeOn, [table])));
    expect(sheet?.slice(4).flat()).toEqual(['20', '22', '42']);
  });

  it('rounds a cost line on exactly half a penny up', async () => {
    const [sheet = []] = inGnumeric(await bytesOfHalves());
    const costs = halves.map((_, index) => pence(Number(sheet[4 + index]?.[7])));
    expect(costs).toEqual(halves.map(({ costPence }) => costPence));
  });
});

describe('what leaves in a workbook', () => {
  it('none of 50 planted names is in any part of it, and nothing in it is hidden', () => {
    const held = JSON.stringify(plan);
    for (const name of names) expect(held).toContain(name);
    for (const [part, text] of book.parts) {
      for (const name of names) expect(text.includes(name), `${name} in ${part}`).toBe(false);
      expect(text).not.toMatch(/Zzqx|hidden=|definedName|<comment|externalLink|pivot(Table|Cache)/i);
    }
    expect([...book.parts.keys()].filter((part) => !/^xl\/(worksheets|tables)\//.test(part)).sort()).toEqual([
      ...['[Content_Types].xml', '_rels/.rels', 'docProps/app.xml', 'docProps/core.xml'],
      ...[
        'xl/_rels/workbook.xml.rels',
        'xl/sharedStrings.xml',
        'xl/styles.xml',
        'xl/theme/theme1.xml',
        'xl/workbook.xml',
      ],
    ]);
  });

  it('a team named like a formula is text, and no table has merged cells', () => {
    const teams = columnOf(sheetNamed(book, 'Teams'), 'Team').map((cell) => cell?.text);
    expect(teams).toContain('\'=HYPERLINK("http://x") clinic');
    for (const text of book.parts.values()) expect(text).not.toContain('mergeCell');
  });

  it('every sheet has its title in A1, headings in row 4 kept in sight, and one table of that name', () => {
    book.sheets.forEach(({ cells }, index) => {
      expect(cells.get('A1')?.text ?? '').not.toBe('');
      expect(book.parts.get(`xl/worksheets/sheet${index + 1}.xml`)).toContain('<pane ySplit="4"');
      const table = book.parts.get(`xl/tables/table${index + 1}.xml`) ?? '';
      expect(table).toContain(`ref="A4:`);
      const headings = [...table.matchAll(/<tableColumn id="\d+" name="([^"]*)"/g)].map(([, name]) => name);
      expect(headings).toEqual(
        [...cells].filter(([place]) => /^[A-Z]+4$/.test(place)).map(([, { text }]) => text),
      );
    });
    expect(book.sheets.map(({ name }) => name)).toEqual([
      ...[
        'About',
        'Assumptions and filters',
        'Cover ladder',
        'Filled by',
        'Years',
        'Months',
        'Weeks',
        'Cost centres',
        'Teams',
      ],
      ...['Cost lines', 'Rates', 'Shifts to book', 'Fees less funding', 'Not known', 'Checks'],
    ]);
  });

  it('says what it is, from which data, by which role, and what it rests on', () => {
    const cover = [...sheetNamed(book, 'About').cells.values()].map(({ text }) => text);
    expect(cover).toEqual(
      expect.arrayContaining([about.address, about.trust, 'Finance', '1.2.3', about.scenario]),
    );
    expect(cover.join()).toContain('Example data');
    const used = columnOf(sheetNamed(book, 'Assumptions and filters'), 'Value');
    expect(used[0]?.text).toBe('Trust cost');
  });
});
