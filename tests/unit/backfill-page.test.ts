import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchOf } from '../../client/app/search.ts';
import { asksByTeam, asksTogether, bankCsv, weeksToBook } from '../../client/backfill/booking-model.ts';
import {
  bareHours,
  everyMonth,
  headline,
  ladderChart,
  ladderInWords,
  monthChart,
  planSpan,
  rungsOf,
  sumOver,
  totalPence,
  yearColumns,
} from '../../client/backfill/cover-model.ts';
import { centreRows, monthRows, teamRows, weekTotals } from '../../client/backfill/cuts.ts';
import { feesBeyond, feesMonths, feesRows } from '../../client/backfill/fees-model.ts';
import { notKnownTeams } from '../../client/backfill/not-known.ts';
import { backfillSearch } from '../../client/backfill/search.ts';
import { inputRows, rateRows } from '../../client/backfill/team-inputs.ts';
import {
  isWorkingKey,
  readWorkingKey,
  workingKey,
  type WorkingOf,
} from '../../client/backfill/working-key.ts';
import { spreadsheetFormula, weeksInWords, workingOf, type Working } from '../../client/backfill/working.ts';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { asFinancialYear } from '../../shared/calendar/years.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { backfillSummary } from '../../shared/scenario/backfill-summary.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import type { TeamLearner, TeamPlan } from '../../shared/scenario/scenario-inputs.ts';
import { scenarioOf, stressLearners, stressPlan, stressTeam } from '../support/plans.ts';

const year = asFinancialYear;
const from = asPlainDate('2026-11-16');
const bookUntil = asPlainDate('2027-01-04');

/** One learner from the first week for 20 weeks: something to book now. */
const soon: TeamLearner = {
  id: 'soon',
  count: 1,
  lapseBp: 0,
  patterns: [{ weeklyMinutes: 450, start: from, weeks: 20, breakWeeks: [asPlainDate('2026-12-21')] }],
};

const clinic: TeamPlan = {
  ...stressPlan([soon]),
  team: {
    ...stressTeam,
    id: 'clinic',
    name: 'Clinic',
    studyHeadroomMinutes: 0,
    backfillBp: null,
    fillBp: null,
    coverBand: '6',
    coverRates: null,
    shiftMinutes: 240,
  },
  costCentres: [],
  fees: [],
};

const unpriced: TeamPlan = {
  ...stressPlan([{ ...soon, id: 'unpriced' }]),
  team: { ...stressTeam, id: 'unpriced', name: 'Unpriced', coverBand: null, coverRates: null },
  fees: [],
  feesNotKnown: ['unpriced'],
};

const onlyFees: TeamPlan = { ...stressPlan([]), team: { ...stressTeam, id: 'fees', name: 'Past learners' } };

const inputs = scenarioOf([stressPlan(), clinic, unpriced, onlyFees], { from, weeks: 104 });
const summary = backfillSummary(
  inputs,
  evaluateScenario(inputs, publishedParameters),
  bookUntil,
  publishedParameters,
);
const years = [year('2026/27'), year('2027/28')];
const plan = { dataCut: asPlainDate('2026-11-20'), years, bookUntil, summary };
const columns = yearColumns(plan);
const costPence = (row: { readonly costPence: number }): number => row.costPence;

describe('years side by side', () => {
  it('the two years and their sum, then what lies beyond, then the whole plan, part years dated', () => {
    expect(columns.map(({ label, note }) => [label, note])).toEqual([
      ['2026/27', 'from 16 November 2026'],
      ['2027/28', undefined],
      ['Two years', undefined],
      ['2028/29', 'to 12 November 2028'],
      ['Whole plan', undefined],
    ]);
    expect(planSpan(summary)).toEqual({ from: '2026-11-16', to: '2028-11-12' });
  });

  it('sums of columns agree with the years and with the whole', () => {
    const at = (label: string): number =>
      sumOver(
        summary.byYear,
        columns.find((column) => column.label === label)!,
        costPence,
      );
    expect(at('Two years')).toBe(at('2026/27') + at('2027/28'));
    expect(at('Whole plan')).toBe(at('Two years') + at('2028/29'));
    expect(at('Whole plan')).toBe(totalPence(summary));
  });

  it('a plan without weeks has no columns', () => {
    expect(yearColumns({ summary: { ...summary, byWeek: [] }, years })).toEqual([]);
  });
});

describe('every cut adds up to the same penny', () => {
  const total = totalPence(summary);

  it('by month with each year, by cost centre, by team, by week', () => {
    const months = monthRows(summary);
    const sumOf = (kind: string): number =>
      months.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.costPence, 0);
    expect(sumOf('month')).toBe(total);
    expect(sumOf('total')).toBe(total);
    const byYears = (rows: readonly { readonly byYear: readonly { costPence: number }[] }[]): number =>
      rows.flatMap(({ byYear }) => byYear).reduce((sum, one) => sum + one.costPence, 0);
    expect(byYears(centreRows(summary))).toBe(total);
    expect(byYears(teamRows(summary))).toBe(total);
    expect(weekTotals(summary).costPence).toBe(total);
  });

  it('months without release are there and cost nothing', () => {
    const all = everyMonth(summary.byMonth);
    expect(all[0]!.month).toBe('2026-11');
    expect(all.at(-1)!.month).toBe('2028-07');
    expect(all).toHaveLength(21);
    expect(all.find(({ month }) => month === '2027-08')!.costPence).toBe(0);
    expect(monthChart(summary)!.model.columns).toHaveLength(21);
    expect(monthChart({ byMonth: [] })).toBeNull();
  });

  it('a team nobody is in post in is charged to no centre, and its pounds stay visible', () => {
    expect(centreRows(summary).map(({ label }) => label)).toEqual(['C100', 'C200', 'Cost centre not known']);
  });

  it('teams that release somebody are listed dearest first; fees alone make no row', () => {
    expect(teamRows(summary).map(({ label }) => label)).toEqual([
      'Ward 7, acute medicine',
      'Clinic',
      'Unpriced',
    ]);
  });
});

describe('the working of a pound', () => {
  const workingTo = (of: WorkingOf): Working => workingOf(summary, of)!;
  const parts = (working: Working): number =>
    working.kind === 'sum'
      ? working.parts.reduce((sum, { pence }) => sum + pence, 0)
      : working.lines.reduce((sum, line) => sum + line.costPence * line.mondays.length, 0);
  const expectPence = (of: WorkingOf, pence: number): void => {
    expect(workingTo(of).pence).toBe(pence);
    expect(parts(workingTo(of))).toBe(pence);
  };

  it('comes to the pound that was pressed and so do its parts: every year, month, week, centre, team and fee', () => {
    for (const one of summary.byYear) expectPence({ kind: 'year', year: one.financialYear }, one.costPence);
    for (const one of summary.byMonth) expectPence({ kind: 'month', month: one.month }, one.costPence);
    for (const one of summary.byWeek) expectPence({ kind: 'week', monday: one.monday }, one.costPence);
    for (const { code, financialYear, costPence: pence } of summary.byCentre) {
      expectPence({ kind: 'centre', code, year: financialYear }, pence);
    }
    for (const { teamId, byYear } of summary.byTeam) {
      for (const one of byYear) {
        expectPence({ kind: 'team', teamId, year: one.financialYear }, one.costPence);
      }
    }
    for (const one of summary.byYear)
      expectPence({ kind: 'fees', year: one.financialYear }, one.netFeesPence);
  });

  it("of the stress ward is the product's own: 25 weeks of 94.5 hours at 85% and £26.40 make £53,014.50", () => {
    const working = workingTo({ kind: 'team', teamId: 'ward-7', year: year('2027/28') });
    if (working.kind !== 'team') throw new Error('not a team');
    expect(
      working.lines.map(({ mondays, needMinutes, costPence: pence }) => [mondays.length, needMinutes, pence]),
    ).toEqual([[25, 94.5 * 60, 212_058]]);
    expect(working.pence).toBe(25 * 212_058);
    expect(spreadsheetFormula(working.lines)).toBe('=25*ROUND(5670*8500*2640/600000,0)/100');
    expect(weeksInWords(working.lines[0]!)).toBe('25 weeks, 27 September 2027 to 27 March 2028');
    expect(working.sentence).toBe('2,362.5 hours to cover, 85% of them filled at £26.40 an hour.');
    expect(working.rates).toMatchObject([{ pence: 2640, origin: 'typed' }]);
  });

  it('says how the hours to cover were made, and they add up to them', () => {
    const working = workingTo({ kind: 'team', teamId: 'ward-7', year: year('2027/28') });
    if (working.kind !== 'team') throw new Error('not a team');
    expect(inputRows(working, publishedParameters).map(({ label, value }) => [label, value])).toEqual([
      ['Released for study', '2,625 h'],
      ['Less study headroom, 10.5 h a week', '−262.5 h'],
      ['Less what the team absorbs: 100% is covered', '0 h'],
      ['To be covered', '2,362.5 h'],
      ['Filled by the bank', '85%'],
    ]);
  });

  it('marks what the team has not entered as an assumption with its source, and own figures with none', () => {
    const working = workingTo({ kind: 'team', teamId: 'clinic', year: year('2026/27') });
    if (working.kind !== 'team') throw new Error('not a team');
    const rows = Object.fromEntries(inputRows(working, publishedParameters).map((row) => [row.key, row]));
    expect(rows['fill']).toMatchObject({ status: 'assumption' });
    expect(rows['fill']!.source).toMatch(/assumption/);
    expect(rows['absorbed']).toMatchObject({ status: 'assumption' });
    expect(rows['headroom']).toMatchObject({ status: null, source: 'The team sheet' });
  });

  it('a rate worked out from the band has lines that add up to it, each with its source', () => {
    const working = workingTo({ kind: 'team', teamId: 'clinic', year: year('2026/27') });
    if (working.kind !== 'team') throw new Error('not a team');
    const rows = rateRows(working, publishedParameters);
    const pence = (text: string): number => Math.round(Number(text.replace('£', '')) * 100);
    const lines = rows.filter(({ key, isTotal }) => isTotal !== true && key !== 'next');
    expect(lines).toHaveLength(5);
    expect(lines.every(({ source, status }) => source.length > 0 && status !== null)).toBe(true);
    expect(lines.reduce((sum, { value }) => sum + pence(value), 0)).toBe(working.rates[0]!.pence);
    expect(rows.find(({ key }) => key === 'next')!.label).toBe('Next, 2027/28, not used here');
  });

  it('of a team that could not be worked out is nothing, and of one that is not there is none', () => {
    expectPence({ kind: 'team', teamId: 'unpriced', year: year('2027/28') }, 0);
    expect(workingOf(summary, { kind: 'team', teamId: 'nobody', year: year('2027/28') })).toBeNull();
  });

  it('a week that crosses 1 April shows a line for each year', () => {
    const crossing = workingTo({ kind: 'week', monday: asPlainDate('2027-03-29') });
    if (crossing.kind !== 'sum') throw new Error('not a sum');
    expect(crossing.parts.map(({ detail }) => detail.slice(-7)).sort()).toEqual(['2026/27', '2027/28']);
  });
});

describe('the address of a working', () => {
  const anyYear = fc
    .integer({ min: 2020, max: 2040 })
    .map((first) => year(`${first}/${String(first + 1).slice(2)}`));
  const anyWorking = fc.oneof(
    anyYear.map((one): WorkingOf => ({ kind: 'year', year: one })),
    anyYear.map((one): WorkingOf => ({ kind: 'fees', year: one })),
    fc.tuple(fc.uuid(), anyYear).map(([teamId, one]): WorkingOf => ({ kind: 'team', teamId, year: one })),
    fc
      .tuple(fc.option(fc.string({ minLength: 1, maxLength: 12 }).filter((code) => code !== '-')), anyYear)
      .map(([code, one]): WorkingOf => ({ kind: 'centre', code, year: one })),
    fc.constant<WorkingOf>({ kind: 'month', month: asMonth('2027-05') }),
    fc.constant<WorkingOf>({ kind: 'week', monday: asPlainDate('2027-05-03') }),
  );

  it('reads back what was written', () => {
    fc.assert(
      fc.property(anyWorking, (of) => {
        expect(readWorkingKey(workingKey(of))).toEqual(of);
      }),
    );
  });

  it('never throws, whatever is typed, and a broken one is no working', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof isWorkingKey(text) === 'boolean'));
    for (const text of [
      '',
      'year',
      'year_2027',
      'year_x_2027-28',
      'month_2027-13',
      'week_2027-02-30',
      'team__2027-28',
      'centre_%E0_2027-28',
      'other_2027-28',
    ]) {
      expect(readWorkingKey(text)).toBeNull();
    }
  });

  it('a link with a broken working or tab opens the page without it', () => {
    const { validateSearch } = searchOf(backfillSearch.fields, backfillSearch.defaults);
    expect(validateSearch({ by: 'person', basis: 'full', working: 'year_no' } as never)).toEqual({
      by: 'year',
      basis: 'full',
      working: null,
      team: null,
    });
  });
});

describe('what to book now', () => {
  const asks = asksByTeam(summary, bookUntil);

  it('is every week up to the one shown, and whole shifts that hold the need', () => {
    expect(weeksToBook(summary, bookUntil)).toHaveLength(8);
    expect(asks.map(({ team }) => team)).toEqual(['Clinic']);
    const [clinicAsks] = asks;
    // 450 minutes a week, the team's default share of it to cover, in shifts of 240 minutes; no release at Christmas.
    const need = clinicAsks!.neededMinutes / 7;
    expect(clinicAsks!.shifts).toEqual([2, 2, 2, 2, 2, 0, 2, 2]);
    expect(need).toBeLessThanOrEqual(480);
    expect(clinicAsks!.boughtMinutes).toBe(14 * 240);
    expect(clinicAsks!.totalShifts).toBe(14);
  });

  it('all teams together are the sums of the teams', () => {
    const [one] = asks;
    const twice = asksTogether([one!, one!]);
    expect(twice.totalShifts).toBe(2 * one!.totalShifts);
    expect(twice.shifts).toEqual(one!.shifts.map((shifts) => 2 * shifts));
    expect(asksTogether([])).toEqual({ shifts: [], totalShifts: 0, neededMinutes: 0, boughtMinutes: 0 });
  });

  it('the list for the bank has a line for each team and week, with no id and nobody in it', () => {
    const { headings, rows } = bankCsv(summary);
    expect(headings).toEqual([
      ...['Week from', 'Week to', 'Team', 'Band', 'Shift hours', 'Shifts'],
      ...['Hours booked already', 'Hours still needed', 'Hours bought'],
      'Book by',
    ]);
    expect(rows).toHaveLength(7);
    expect(rows[0]!.slice(0, 6)).toEqual(['2026-11-16', '2026-11-22', 'Clinic', '6', 4, 2]);
    expect(rows.flat().includes('clinic')).toBe(false);
  });
});

describe('words', () => {
  it('the ladder says what becomes of every hour, and its bars are the same hours', () => {
    expect(ladderInWords(summary)).toMatch(/^Of [\d,.]+ hours released, [\d,.]+ come out of study headroom/);
    expect(ladderInWords(summary)).not.toMatch(/lapse/);
    const { model } = ladderChart(summary);
    const sums = rungsOf(summary).map((rung) => summary.ladder.reduce((sum, one) => sum + rung.of(one), 0));
    expect(model.rows.map(({ value }) => value)).toEqual(
      sums.map((sum, index) => bareHours(rungsOf(summary)[index]!, sum)),
    );
  });

  it('lapsed time is named where there is any', () => {
    const lapsing = scenarioOf([stressPlan([{ ...stressLearners(14), lapseBp: 2000 }])], {
      from,
      weeks: 104,
    });
    const other = backfillSummary(
      lapsing,
      evaluateScenario(lapsing, publishedParameters),
      bookUntil,
      publishedParameters,
    );
    expect(ladderInWords(other)).toMatch(/737.1 lapse with the learners’ own absence/);
  });

  it('the sentence gives shifts, pounds of the two years and hours nobody fills', () => {
    const cost = sumOver(summary.byYear, { years }, costPence);
    expect(headline(plan)).toMatch(
      /^Book 14 shifts for the weeks to 10 January 2027\. Cover costs £[\d,]+ to 31 March 2028, and [\d,.]+ hours stay unfilled\.$/,
    );
    expect(headline(plan)).toContain(`£${Math.round(cost / 100).toLocaleString('en-GB')}`);
    expect(headline({ ...plan, summary: { ...summary, toBook: [] } })).toMatch(
      /^No shift to book for the weeks to 10 January 2027\./,
    );
  });
});

describe('the fees ledger', () => {
  it('years are the sums of their months, and agree with the years of the plan', () => {
    const rows = feesRows(summary, years);
    for (const one of years) {
      const total = rows.find((row) => row.kind === 'total' && row.year === one);
      const own = summary.byYear.find(({ financialYear }) => financialYear === one);
      expect(total).toMatchObject({
        accruedPence: own?.netFeesPence ?? 0,
        invoicedPence: own?.cashFeesPence ?? 0,
      });
    }
  });

  it('every year has twelve months, and what is prepaid stands through months without an entry', () => {
    const months = feesMonths(summary.fees, year('2027/28'));
    expect(months).toHaveLength(12);
    for (const [index, month] of months.entries()) {
      const before = index === 0 ? 0 : months[index - 1]!.prepaidPence;
      expect(month.prepaidPence).toBe(before + month.invoicedPence - month.accruedPence);
    }
    const [opening] = feesRows(summary, [year('2028/29')]);
    expect(opening).toMatchObject({ kind: 'opening', prepaidPence: months.at(-1)!.prepaidPence });
  });

  it('what is accrued after the years of the page is said, not hidden', () => {
    expect(feesBeyond(summary, years)).toBe(
      summary.byYear.find(({ financialYear }) => financialYear === '2028/29')!.netFeesPence,
    );
    expect(feesBeyond(summary, [year('2030/31')])).toBe(0);
  });
});

describe('what is not known', () => {
  it('lists each team once with hours, fees and the reason, teams that could not be worked out first', () => {
    expect(notKnownTeams(summary)).toEqual([
      {
        teamId: 'unpriced',
        team: 'Unpriced',
        hours: 0,
        fees: 1,
        refusal: 'no cover band or cover rate is entered for this team',
      },
    ]);
  });
});
