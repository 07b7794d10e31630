import { describe, expect, it } from 'vitest';
import type { LearnerFee, TeamMoney } from '../../shared/budget/team-money.ts';
import { budgetSummary } from '../../shared/budget/budget-summary.ts';
import { monthEnd, standing } from '../../shared/budget/month-end.ts';
import { byCentre, byMonth, byYear } from '../../shared/budget/month-table.ts';
import { varianceByCause } from '../../shared/budget/variance.ts';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { asFinancialYear } from '../../shared/calendar/years.ts';
import { bookOf, noCodes } from '../support/budget.ts';

const years = [asFinancialYear('2027/28'), asFinancialYear('2028/29')];

function fee(bursaryPence: number): LearnerFee {
  return {
    learnerId: 'learner',
    source: bursaryPence > 0 ? 'nihr-bursary' : null,
    line: {
      feePence: 400_000,
      count: 1,
      bursaryPence,
      bursaryCount: bursaryPence > 0 ? 1 : 0,
      courseMonths: 10,
      firstMonth: asMonth('2027-10'),
    },
  };
}

function ward(fees: readonly LearnerFee[]): TeamMoney {
  return { teamId: 'ward-7', team: 'Ward 7', centres: [{ code: 'C100', weight: 1 }], cover: [], fees };
}

const march = asMonth('2028-03');

describe('a £4,000 fee over 10 months from October, paid when it is invoiced', () => {
  const { lines } = bookOf({ years, teams: [ward([fee(0)])] });
  const made = { lines, unbilled: [], deMinimis: 10_000 };

  it('carries £1,600 past 31 March', () => {
    expect(standing(made, march)).toMatchObject([
      {
        kind: 'prepayment',
        pence: 160_000,
        lines: [
          { code: 'C100', account: 'prepayments', debit: 160_000, credit: 0 },
          { code: 'C100', account: 'fees', debit: 0, credit: 160_000 },
        ],
      },
    ]);
  });

  it('is £2,400 of one year and £1,600 of the next, and all cash of the first', () => {
    expect(byYear(bookOf({ years, teams: [ward([fee(0)])] }))).toMatchObject([
      { year: '2027/28', fees: 240_000, cash: 400_000 },
      { year: '2028/29', fees: 160_000, cash: 0 },
    ]);
  });

  it('March books February’s £2,000 back and £1,600 in', () => {
    const { journals } = monthEnd(made, march);
    expect(journals.map(({ isReversal, pence }) => [isReversal, pence])).toEqual([
      [true, 200_000],
      [false, 160_000],
    ]);
  });
});

describe('the same 11 bursaries paid straight to the university: a memo, and our own three fees alone in the books', () => {
  const fees = Array.from({ length: 14 }, (_, index) => ({
    ...fee(index < 11 ? 400_000 : 0),
    payee: index < 11 ? ('university' as const) : null,
  }));
  const book = bookOf({ years, teams: [ward(fees)] });
  const summary = budgetSummary(book, { month: march, deMinimis: 10_000, variance: null });

  it('fees are 3 × £4,000, £7,200 and £4,800, and nothing is income', () => {
    expect(summary.totals).toMatchObject([
      { year: '2027/28', fees: 720_000, income: 0, forecast: 720_000, cash: 1_200_000 },
      { year: '2028/29', fees: 480_000, income: 0, forecast: 480_000, cash: 0 },
    ]);
    expect(summary.income).toEqual([]);
  });

  it('11 × £4,000 over 10 months stand beside as £26,400 and £17,600 of support in kind', () => {
    expect(summary.inKind).toEqual([
      { source: 'nihr-bursary', year: '2027/28', pence: 11 * 240_000 },
      { source: 'nihr-bursary', year: '2028/29', pence: 11 * 160_000 },
    ]);
    expect(summary.payeeNotKnown).toBe(0);
  });

  it('March has the prepayment of three fees, 3 × £1,600, no deferred income, and no recharge to a source', () => {
    const now = summary.monthEnd.journals.filter(({ isReversal }) => !isReversal);
    expect(now.map(({ kind, pence }) => [kind, pence])).toEqual([['prepayment', 480_000]]);
  });
});

describe('the stress ward’s fees: 14 of £4,000, 11 of them paid by a bursary', () => {
  const fees = Array.from({ length: 14 }, (_, index) => fee(index < 11 ? 400_000 : 0));
  const codes = [
    {
      ...noCodes,
      id: '1',
      version: 1,
      subject: { kind: 'source' as const, source: 'nihr-bursary' },
      from: asPlainDate('2027-04-01'),
      fundingCode: 'R500',
    },
  ];
  const book = bookOf({ years, teams: [ward(fees)], codes });

  it('cost £7,200 and £4,800 on accruals, £12,000 in cash in the first year', () => {
    expect(byYear(book).map(({ forecast, cash }) => [forecast, cash])).toEqual([
      [720_000, 1_200_000],
      [480_000, 0],
    ]);
  });

  it('the bursary’s code pays the ward £4,400 a month, and the income that is ahead is deferred', () => {
    const { journals } = monthEnd({ lines: book.lines, unbilled: [], deMinimis: 10_000 }, march);
    const now = journals.filter(({ isReversal }) => !isReversal);
    expect(now.map(({ kind, pence }) => [kind, pence])).toEqual([
      ['prepayment', 1_760_000],
      ['prepayment', 480_000],
      ['deferred-income', 1_760_000],
      ['recharge', 440_000],
    ]);
    expect(now.at(-1)?.lines).toMatchObject([
      { code: 'R500', account: 'recharge', debit: 440_000 },
      { code: 'C100', account: 'recharge', credit: 440_000 },
    ]);
  });
});

it('a typed budget is a twelfth a month, and what is left is after the whole forecast', () => {
  const budgets = [{ id: '1', version: 1, costCentre: 'C100', financialYear: years[0]!, pence: 250_000 }];
  const book = bookOf({ years, teams: [ward([fee(0)])], budgets });
  expect(byYear(book)[0]).toMatchObject({ budget: 250_000, forecast: 240_000, left: 10_000 });
  expect(byYear(book)[1]).toMatchObject({ budget: null, left: null });
  expect(
    byMonth(book)
      .slice(0, 12)
      .map(({ budget }) => budget),
  ).toEqual([...Array<number>(4).fill(20_834), ...Array<number>(8).fill(20_833)]);
});

it('cover is split over the team’s centres, and a coded month goes whole to its centre', () => {
  const team = {
    ...ward([]),
    centres: [
      { code: 'C100', weight: 2 },
      { code: 'C200', weight: 1 },
    ],
    cover: ['2028-01', '2028-02'].map((month) => ({ month: asMonth(month), isOver: false, pence: 100 })),
  };
  const from = asPlainDate('2028-02-29');
  const subject = { kind: 'team' as const, teamId: 'ward-7' };
  const codes = [{ ...noCodes, id: '1', version: 1, subject, from, costCentre: 'C900' }];
  const centres = byCentre(bookOf({ years, teams: [team], codes }));
  expect(centres.map(({ costCentre, forecast }) => [costCentre, forecast])).toEqual([
    ['C100', 67],
    ['C200', 33],
    ['C900', 100],
  ]);
});

it('100 hours planned at 80% and £30; 120 asked, 90 worked, 30 of them at Band 6, for £2,900', () => {
  const planned = {
    askedMinutes: 6_000,
    bands: [
      { band: '5', minuteBp: 48_000_000, pence: 240_000 },
      { band: '6', minuteBp: 0, pence: 0 },
    ],
  };
  const actual = {
    askedMinutes: 7_200,
    bands: [
      { band: '5', minuteBp: 36_000_000, pence: 185_000 },
      { band: '6', minuteBp: 18_000_000, pence: 105_000 },
    ],
  };
  // 120 h × 80% × £30 = £2,880; 90 h × £30 = £2,700; nothing is planned of Band 6, so its price is all rate.
  expect(varianceByCause(planned, actual)).toEqual({
    plannedPence: 240_000,
    actualPence: 290_000,
    hours: 48_000,
    fill: -18_000,
    mix: 0,
    rate: 20_000,
  });
});

it('two bands planned: a dearer mix costs at the planned prices, the rest is rate', () => {
  const planned = {
    askedMinutes: 120,
    bands: [
      { band: '5', minuteBp: 600_000, pence: 3_000 },
      { band: '6', minuteBp: 600_000, pence: 4_000 },
    ],
  };
  const actual = { askedMinutes: 120, bands: [{ band: '6', minuteBp: 1_200_000, pence: 8_400 }] };
  expect(varianceByCause(planned, actual)).toMatchObject({ hours: 0, fill: 0, mix: 1_000, rate: 400 });
});
