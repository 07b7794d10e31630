import { describe, expect, it } from 'vitest';
import { centreRows, headline, monthChart, monthRows, teamRows } from '../../client/budget/budget-model.ts';
import { emptyDraft, readDraft, rowOfDraft } from '../../client/budget/code-draft.ts';
import { journalText } from '../../client/budget/journal-rows.ts';
import { isWorkingKey, readWorkingKey, workingKey } from '../../client/budget/working-key.ts';
import { partInWords, titleOf } from '../../client/budget/working-words.ts';
import { bandOf, hoursOfShifts } from '../../shared/budget/band.ts';
import { budgetSummary } from '../../shared/budget/budget-summary.ts';
import { codeFinder } from '../../shared/budget/codes.ts';
import { monthEnd } from '../../shared/budget/month-end.ts';
import type { WorkingOf } from '../../shared/budget/working-of.ts';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { asFinancialYear } from '../../shared/calendar/years.ts';
import { bookOf, noCodes, years } from '../support/budget.ts';

const team = {
  teamId: 'ward-7',
  team: 'Ward 7',
  centres: [{ code: 'C100', weight: 1 }],
  cover: [{ month: asMonth('2027-12'), isOver: false, pence: 123_456 }],
  fees: [],
};
const budgets = [{ id: '1', version: 1, costCentre: 'C100', financialYear: years[1]!, pence: 100_000 }];
const summary = budgetSummary(bookOf({ teams: [team], budgets }), {
  month: null,
  deMinimis: 0,
  variance: null,
});

describe('the page of the budget', () => {
  it('says the year, what is left of the budget and what is actual', () => {
    expect(headline(summary)).toBe(
      '2026/27 is forecast at £0 after income: no budget is entered. £0 is actual to 14 November 2027. 2027/28: £1,235.',
    );
  });

  it('has every month of both years and the sum of each year below its months', () => {
    const rows = monthRows(summary);
    expect(rows.map(({ key }) => key).filter((key) => key.includes('/'))).toEqual(['2026/27', '2027/28']);
    expect(rows).toHaveLength(26);
    expect(rows.at(-1)).toMatchObject({ kind: 'total', forecast: 123_456, budget: 100_000, left: -23_456 });
    expect(monthChart(summary).headline).toBe('Cost is highest in December 2027: £1,235 before income');
  });

  it('lays both years of a centre and of a team side by side', () => {
    expect(centreRows(summary)).toMatchObject([{ code: 'C100', byYear: [null, { forecast: 123_456 }] }]);
    expect(teamRows(summary)).toEqual([{ teamId: 'ward-7', byYear: [0, 123_456] }]);
  });
});

describe('the address of a pound', () => {
  const asked: readonly WorkingOf[] = [
    { kind: 'year', year: asFinancialYear('2026/27') },
    { kind: 'month', month: asMonth('2026-10') },
    { kind: 'centre', code: '410100', year: asFinancialYear('2026/27') },
    { kind: 'centre', code: null, year: asFinancialYear('2026/27') },
    { kind: 'source', source: 'Friends of the ward_7 & co', year: asFinancialYear('2027/28') },
    { kind: 'team', teamId: '0197-a', year: asFinancialYear('2027/28') },
    { kind: 'team-month', teamId: null, month: asMonth('2026-11') },
    { kind: 'reconcile', code: 'C_1', month: asMonth('2026-11') },
  ];

  it.each(asked)('reads back %j', (of) => {
    expect(readWorkingKey(workingKey(of))).toEqual(of);
    expect(isWorkingKey(workingKey(of))).toBe(true);
  });

  it.each([
    '',
    'year',
    'year_2026',
    'month_2026-13',
    'centre_2026-27',
    'team_%E0%A4%A_2026-27',
    'x_y_2026-27',
  ])('is none in %j', (text) => expect(readWorkingKey(text)).toBeNull());
});

describe('a working in words', () => {
  it('names what it is of, and how a week was made', () => {
    expect(
      titleOf({ of: { kind: 'team-month', teamId: 'a', month: asMonth('2027-12') } }, { a: 'Ward 7' }),
    ).toBe('Ward 7, December 2027');
    const week = {
      kind: 'planned' as const,
      stage: 'ahead' as const,
      monday: asPlainDate('2027-11-29'),
      needMinutes: 1_455,
      fillBp: 6_500,
      ratePence: 2_907,
      weekPence: 45_823,
      pence: 27_494,
    };
    expect(partInWords(week, {})).toEqual({
      label: 'Week of 29 November 2027',
      detail: '24.25 h × 65% × £29.07; its days in this month of £458.23; still to come',
    });
  });
});

it('journals leave as one line a side, numbered by journal, in pounds', () => {
  const codes = [
    {
      ...noCodes,
      id: '1',
      version: 1,
      subject: { kind: 'team' as const, teamId: 'ward-7' },
      from: asPlainDate('2027-04-01'),
      fundingCode: 'R1',
    },
  ];
  const { lines } = bookOf({ teams: [team], codes });
  const month = asMonth('2027-12');
  const { journals } = monthEnd({ lines, unbilled: [], deMinimis: 0 }, month);
  expect(journalText(journals, month).rows).toEqual([
    ['2027-12', 1, 'Recharge to who pays', 'R1', 'Recharge', null, null, null, 1234.56, 0],
    ['2027-12', 1, 'Recharge to who pays', 'C100', 'Recharge', null, null, null, 0, 1234.56],
  ]);
});

describe('codes as they are typed', () => {
  const from = asPlainDate('2027-04-01');

  it('need a subject and at least one code; a source keeps no cost centre', () => {
    expect(readDraft(emptyDraft(from))).toEqual({
      ok: false,
      problems: ['Choose a team or a funding source.', 'Enter at least one code.'],
    });
    const read = readDraft({
      ...emptyDraft(from),
      subject: 'source charity',
      costCentre: 'C1',
      fundingCode: ' R1 ',
    });
    expect(read).toMatchObject({ ok: true, codes: { costCentre: null, fundingCode: 'R1' } });
  });

  it('change the row of the same subject and day, and hold from the month in which their day lies', () => {
    const row = {
      ...noCodes,
      id: '1',
      version: 3,
      subject: { kind: 'source' as const, source: 'Charity' },
      from,
      fundingCode: 'R1',
    };
    expect(rowOfDraft([row], { ...emptyDraft(from), subject: 'source charity' })?.version).toBe(3);
    const later = { ...row, from: asPlainDate('2027-06-30'), fundingCode: 'R2' };
    const find = codeFinder([row, later]);
    const code = (month: string) => find({ kind: 'source', source: ' charity' }, asMonth(month)).fundingCode;
    expect(['2027-03', '2027-04', '2027-05', '2027-06'].map(code)).toEqual([null, 'R1', 'R1', 'R2']);
  });
});

it('a band is one band however it is written, and hours asked for count beside hours worked', () => {
  expect(['Band 5', 'b5', ' 5 ', null].map(bandOf)).toEqual(['5', '5', '5', '']);
  const shift = {
    reference: '1',
    unit: 'W',
    teamId: null,
    date: asPlainDate('2027-10-04'),
    band: 'Band 5',
    minutes: 0,
    askedMinutes: 690,
    costPence: 0,
  };
  expect(hoursOfShifts([shift, { ...shift, band: '5', minutes: 690, costPence: 30_000 }])).toEqual({
    askedMinutes: 1_380,
    bands: [{ band: '5', minuteBp: 6_900_000, pence: 30_000 }],
  });
});
