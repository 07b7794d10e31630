import { describe, expect, it } from 'vitest';
import { decisionOf } from '../../client/overview/decision.ts';
import {
  againstBudget,
  coverFrom,
  firstShort,
  missingInWords,
  moneyRows,
  outlookInWords,
  releaseChart,
  sumOfYears,
  teamsShort,
  weekNow,
} from '../../client/overview/overview-model.ts';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { asFinancialYear } from '../../shared/calendar/years.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import { overviewSummary, type OverviewSummary } from '../../shared/scenario/overview-summary.ts';
import type { TeamPlan } from '../../shared/scenario/scenario-inputs.ts';
import { scenarioOf, stressLearners, stressPlan } from '../support/plans.ts';

const from = asPlainDate('2026-11-16');
const today = asPlainDate('2026-11-20');

function summaryOf(teams: readonly TeamPlan[]): OverviewSummary {
  const inputs = scenarioOf(teams, { from, weeks: 104 });
  return overviewSummary(inputs, evaluateScenario(inputs, publishedParameters));
}

const team = (id: string, plan: TeamPlan, over: Partial<TeamPlan['team']> = {}): TeamPlan => ({
  ...plan,
  fees: [],
  team: { ...plan.team, id, name: id, ...over },
});
const quiet = team('Quiet ward', stressPlan([]));
const stress = summaryOf([stressPlan(), quiet]);

describe('the one decision', () => {
  it('is the team that stays short after cover, with its weeks and the price of moving them', () => {
    expect(decisionOf(stress)).toEqual({
      eyebrow: 'Decide first, before the week of 6 December 2027',
      title: 'Ward 7, acute medicine stays below its planned minimum in 5 weeks after cover',
      text: 'Weeks of 6 and 13 December 2027; 3, 10 and 17 July 2028. Moving the study of those weeks to others costs £1,114 more and leaves none short.',
      action: { to: 'team', teamId: 'ward-7', label: 'Open Ward 7, acute medicine' },
    });
  });

  it('stands above what is missing; then comes what could not be worked out, then hours and fees', () => {
    const missing = { hoursNotKnown: 1, feesNotKnown: 2, teamsRefused: 1 };
    const refused = {
      teamId: 't',
      team: 'Clinic',
      learners: 1,
      hours: 1,
      fees: 0,
      minimum: false,
      refusal: 'no cover band',
    };
    expect(decisionOf({ ...stress, ...missing, missing: [refused] }).eyebrow).toMatch(/^Decide first/);
    const calm = { ...stress, shortTeams: [] };
    expect(decisionOf({ ...calm, ...missing, missing: [refused] })).toMatchObject({
      title: 'Clinic could not be worked out',
      action: { to: 'team', teamId: 't' },
    });
    expect(decisionOf({ ...calm, ...missing, missing: [] })).toMatchObject({
      title: '1 learner has no agreed hours, and 2 fees are not known',
      action: { to: 'imports' },
    });
  });

  it('puts moves that a new manager has to accept behind what is short, and before what is missing', () => {
    const calm = { ...stress, shortTeams: [], hoursNotKnown: 1, feesNotKnown: 0, missing: [] };
    expect(decisionOf(stress, 2).action.to).toBe('team');
    expect(decisionOf(calm, 2)).toMatchObject({
      title: '2 learners have a new team whose manager has not decided',
      action: { to: 'learners' },
    });
  });

  it('then weeks that only cover keeps, which are to be booked', () => {
    const covered = summaryOf([team('Ward A', stressPlan([stressLearners(10)])), quiet]);
    expect(covered.teamWeeks.afterCover).toBe(0);
    expect(covered.teamWeeks.newlyShort).toBeGreaterThan(0);
    expect(decisionOf(covered)).toMatchObject({
      title: `Ward A keeps its planned minimum in ${covered.teamWeeks.newlyShort} weeks only with cover`,
      action: { to: 'backfill' },
    });
  });

  it('then teams that cannot be judged, and at last nothing', () => {
    const unjudged = summaryOf([team('Ward B', stressPlan([stressLearners(1)]), { plannedMinimum: null })]);
    expect(decisionOf(unjudged)).toMatchObject({
      title: 'Ward B has learners and no planned minimum',
      action: { to: 'imports' },
    });
    expect(decisionOf(summaryOf([quiet])).eyebrow).toBe('Nothing to decide');
  });

  it('names up to six weeks by date, and of more the first', () => {
    const [worst] = stress.shortTeams;
    const many = { ...worst!, afterCover: worst!.newlyShort, fix: null };
    const { text } = decisionOf({ ...stress, shortTeams: [many] });
    expect(text).toBe(
      'The first is the week of 27 September 2027. There is no other week to move the study to: look at other days, another intake or fewer learners.',
    );
  });

  it('says what moving the weeks costs also where it costs less or nothing, or leaves some short', () => {
    const [worst] = stress.shortTeams;
    const text = (fix: { extraPence: number; weeksLeft: number }) =>
      decisionOf({ ...stress, shortTeams: [{ ...worst!, fix }] }).text;
    expect(text({ extraPence: -5000, weeksLeft: 2 })).toMatch(/costs £50 less and leaves 2 weeks short\.$/);
    expect(text({ extraPence: 0, weeksLeft: 1 })).toMatch(/costs nothing and leaves 1 week short\.$/);
  });
});

describe('short weeks', () => {
  it('the first is the earliest of all teams, and teams are counted once', () => {
    const two = summaryOf([stressPlan(), team('A earlier', stressPlan([stressLearners(14)]))]);
    expect(firstShort(two, 'newlyShort')).toEqual({
      teamId: 'A earlier',
      team: 'A earlier',
      monday: '2027-09-27',
    });
    expect(firstShort(two, 'afterCover')!.monday).toBe('2027-12-06');
    expect(teamsShort(two, 'newlyShort')).toBe(2);
    expect(firstShort({ shortTeams: [] }, 'afterCover')).toBeNull();
  });
});

describe('release by week', () => {
  it('this week is the week of today, and the first of the plan where today lies outside it', () => {
    expect(weekNow(stress, asPlainDate('2027-10-03'))).toEqual({ monday: '2027-09-27', released: 6300 });
    expect(weekNow(stress, asPlainDate('2030-01-01'))!.monday).toBe(from);
    expect(weekNow({ releasedByWeek: [] }, today)).toBeNull();
  });

  it('the chart says its peak in WTE of 37.5 hours: 14 × 7.5 hours are 2.8', () => {
    const chart = releaseChart(stress, today)!;
    expect(chart.headline).toBe('Release peaks at 2.8 WTE in the week of 27 September 2027');
    expect(chart.model.columns).toHaveLength(104);
    expect(Math.max(...chart.model.columns.map(({ values }) => values[0]!))).toBe(2.8);
    expect(chart.model.notes.map(({ lines }) => lines[0])).toEqual(['Now', 'Peak 2.8 WTE']);
    expect(releaseChart(summaryOf([quiet]), today)).toBeNull();
  });

  it('two notes never stand on one another: a peak soon after now is said alone', () => {
    const soon = { ...stress, releasedByWeek: stress.releasedByWeek.slice(40) };
    const chart = releaseChart(soon, addDays(from, 40 * 7))!;
    expect(chart.model.notes.map(({ lines }) => lines[0])).toEqual(['Peak 2.8 WTE']);
  });
});

describe('money', () => {
  it('cover and fees are apart and their sum is the net, over the two years of the data cut', () => {
    const rows = Object.fromEntries(moneyRows.map((row) => [row.key, sumOfYears(stress.years, row.of)]));
    expect(stress.years.map(({ financialYear }) => financialYear)).toEqual(['2026/27', '2027/28']);
    expect(rows).toEqual({ cover: 5_301_450, fees: 720_000, net: 6_021_450, cash: 1_200_000 });
  });

  it('says from when cover is counted in the year the plan starts in', () => {
    expect(coverFrom(stress, asFinancialYear('2026/27'))).toBe('cover from 16 November 2026');
    expect(coverFrom(stress, asFinancialYear('2027/28'))).toBeUndefined();
  });
});

describe('the budget', () => {
  const year = (budget: number | null, forecast: number) => ({
    ...{ year: asFinancialYear('2026/27'), actual: 0, notKnown: 0, ahead: forecast, forecast, committed: 0 },
    ...{
      budget,
      left: budget === null ? null : budget - forecast,
      cash: 0,
      cover: forecast,
      fees: 0,
      income: 0,
    },
  });

  it('is said as over, under or met, and as not entered, never as nought', () => {
    expect(againstBudget([year(100_00, 140_00)])).toBe(
      '2026/27 is forecast at £140 after income: £40 over its budget of £100.',
    );
    expect(againstBudget([year(100_00, 60_00)])).toContain(': £40 under its budget of £100.');
    expect(againstBudget([year(100_00, 100_00)])).toContain(', which is its budget of £100.');
    expect(againstBudget([year(null, 60_00)])).toContain('No budget is entered yet');
    expect(againstBudget([])).toBe('No budget is entered yet.');
  });
});

describe('words', () => {
  it('a forecast is said with its day and range', () => {
    expect(outlookInWords({ p10: 49, p50: 53, p90: 56, on: asPlainDate('2028-03-31') })).toBe(
      'About 53 by 31 March 2028, 80% range 49 to 56.',
    );
  });

  it('what is missing is counted, and nothing is said where nothing is', () => {
    const one = { teamId: 't', team: 'T', learners: 1, hours: 0, fees: 0, minimum: true, refusal: null };
    expect(
      missingInWords({ ...stress, hoursNotKnown: 1, feesNotKnown: 21, teamsRefused: 2, missing: [one] }),
    ).toBe(
      '2 teams that could not be worked out; 1 learner without agreed hours; 21 fees that nobody has entered; 1 team with learners and no planned minimum',
    );
    expect(missingInWords(stress)).toBeNull();
  });
});
