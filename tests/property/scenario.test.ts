import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accruedByYear } from '../../shared/backfill/course-fees.ts';
import { asFinancialYear } from '../../shared/calendar/years.ts';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { halfUp } from '../../shared/core/rounding.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { backfillSummary } from '../../shared/scenario/backfill-summary.ts';
import { alikeFees } from '../../shared/scenario/cover-by-team.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import { overviewSummary } from '../../shared/scenario/overview-summary.ts';
import { releaseGrid } from '../../shared/scenario/release-grid.ts';
import type { TeamLearner, TeamPlan } from '../../shared/scenario/scenario-inputs.ts';
import { scenarioOf, stressLearners, stressPlan, stressTeam } from '../support/plans.ts';

const firstMonday = asPlainDate('2026-11-16');
const horizon = { from: firstMonday, weeks: 104 };

const learner = fc
  .record({
    id: fc.uuid(),
    count: fc.integer({ min: 1, max: 4 }),
    minutes: fc.integer({ min: 15, max: 1200 }),
    startWeek: fc.integer({ min: 0, max: 90 }),
    weeks: fc.integer({ min: 1, max: 43 }),
    lapseBp: fc.integer({ min: 0, max: 3000 }),
  })
  .map(({ id, count, minutes, startWeek, weeks, lapseBp }): TeamLearner => ({
    id,
    count,
    lapseBp,
    patterns: [{ weeklyMinutes: minutes, start: addDays(firstMonday, startWeek * 7), weeks, breakWeeks: [] }],
  }));

const plan = fc
  .record({
    id: fc.uuid(),
    learners: fc.array(learner, { maxLength: 3 }),
    band: fc.constantFrom('4', '5', '6', '8a'),
    typed: fc.boolean(),
  })
  .map(({ id, learners, band, typed }): TeamPlan => ({
    ...stressPlan(learners),
    team: { ...stressTeam, id, name: id, coverBand: band, coverRates: typed ? stressTeam.coverRates : null },
  }));

const sum = (parts: readonly { costPence: number }[]): number =>
  parts.reduce((total, part) => total + part.costPence, 0);

describe('laws of a scenario', () => {
  it('cost by year = by month = by cost centre = by team = by week, to the penny', () => {
    fc.assert(
      fc.property(fc.array(plan, { maxLength: 5 }), (teams) => {
        const inputs = scenarioOf(teams, horizon);
        const answer = evaluateScenario(inputs, publishedParameters);
        const summary = backfillSummary(inputs, answer, addDays(firstMonday, 56), publishedParameters);
        const total = sum(answer.byYear);
        expect(sum(summary.byMonth)).toBe(total);
        expect(sum(summary.byCentre)).toBe(total);
        expect(sum(summary.byWeek)).toBe(total);
        expect(sum(summary.byTeam.flatMap(({ byYear }) => byYear))).toBe(total);
      }),
      { numRuns: 60 },
    );
  });

  it('the ladder adds up in every year: released = headroom + lapsed + absorbed + need, and need = filled + unfilled', () => {
    fc.assert(
      fc.property(fc.array(plan, { maxLength: 4 }), (teams) => {
        const inputs = scenarioOf(teams, horizon);
        const answer = evaluateScenario(inputs, publishedParameters);
        const { ladder } = backfillSummary(inputs, answer, firstMonday, publishedParameters);
        for (const year of ladder) {
          expect(year.headroom + year.lapsed + year.absorbed + year.need).toBe(year.released);
          expect(year.filled + year.unfilled).toBe(year.need * 10_000);
          expect(Math.min(year.headroom, year.lapsed, year.absorbed)).toBeGreaterThanOrEqual(0);
        }
        const released = ladder.reduce((total, year) => total + year.released, 0);
        expect(released).toBe(answer.byYear.reduce((total, year) => total + year.released, 0));
      }),
      { numRuns: 60 },
    );
  });

  it('time that lapses is on its own rung: with nobody absent it is nothing, with half absent it is half of what is beyond headroom', () => {
    const half = { ...stressLearners(14), lapseBp: 5000 };
    const rung = (learners: readonly TeamLearner[]) => {
      const inputs = scenarioOf([stressPlan(learners)]);
      const { ladder } = backfillSummary(
        inputs,
        evaluateScenario(inputs, publishedParameters),
        firstMonday,
        publishedParameters,
      );
      return ladder.reduce((total, year) => total + year.lapsed, 0);
    };
    expect(rung([stressLearners(14)])).toBe(0);
    // 39 weeks of 105 h less 10.5 h of headroom: 94.5 h, of which half lapses.
    expect(rung([half])).toBe((39 * 94.5 * 60) / 2);
  });

  it("a team's alike lines are its year, month and cost centre to the penny, each rounded once", () => {
    fc.assert(
      fc.property(fc.array(plan, { maxLength: 4 }), (teams) => {
        const inputs = scenarioOf(teams, horizon);
        const answer = evaluateScenario(inputs, publishedParameters);
        const { byTeam } = backfillSummary(inputs, answer, firstMonday, publishedParameters);
        for (const team of byTeam) {
          const total = sum(team.byYear);
          expect(team.lines.reduce((all, line) => all + line.costPence * line.mondays.length, 0)).toBe(total);
          expect(sum(team.byMonth)).toBe(total);
          expect(sum(team.byCentre)).toBe(total);
          for (const line of team.lines) {
            const exact = line.needMinutes * line.fillBp * line.ratePence;
            expect(line.costPence).toBe(halfUp(exact, 600_000));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('fees alike together accrue what each of them accrues', () => {
    const one = stressPlan().fees[0]!;
    const single = { ...one, count: 1, bursaryCount: 1, bursaryPence: 133_333 };
    const groups = alikeFees([single, one, { ...single }]);
    expect(groups.map(({ times }) => times)).toEqual([2, 1]);
    const year = asFinancialYear('2027/28');
    const accrued = groups.reduce(
      (total, { line, times }) => total + times * (accruedByYear(line).get(year) ?? 0),
      0,
    );
    expect(accrued).toBe(
      [single, one, single].reduce((t, line) => t + (accruedByYear(line).get(year) ?? 0), 0),
    );
  });

  it('the overview names exactly the team-weeks it counts, worst team first', () => {
    fc.assert(
      fc.property(fc.array(plan, { maxLength: 4 }), (teams) => {
        const inputs = scenarioOf(teams, horizon);
        const answer = evaluateScenario(inputs, publishedParameters);
        const { shortTeams, teamWeeks } = overviewSummary(inputs, answer);
        const count = (which: 'newlyShort' | 'afterCover') =>
          shortTeams.reduce((total, team) => total + team[which].length, 0);
        expect(count('newlyShort')).toBe(teamWeeks.newlyShort);
        expect(count('afterCover')).toBe(teamWeeks.afterCover);
        const worst = shortTeams.map(({ afterCover }) => afterCover.length);
        expect(worst).toEqual([...worst].sort((a, b) => b - a));
      }),
      { numRuns: 40 },
    );
  });

  it('the overview prices the fix of the worst team: on the stress ward £1,114 and no week left', () => {
    const inputs = scenarioOf([stressPlan()]);
    const { shortTeams } = overviewSummary(inputs, evaluateScenario(inputs, publishedParameters));
    expect(shortTeams).toHaveLength(1);
    expect(shortTeams[0]!.newlyShort).toHaveLength(39);
    expect(shortTeams[0]!.afterCover).toEqual([
      '2027-12-06',
      '2027-12-13',
      '2028-07-03',
      '2028-07-10',
      '2028-07-17',
    ]);
    expect(Math.round((shortTeams[0]!.fix?.extraPence ?? 0) / 100)).toBe(1114);
    expect(shortTeams[0]!.fix?.weeksLeft).toBe(0);
  });

  it('the overview lists a team once for all that is missing, with the reason where nothing could be worked out', () => {
    const unknown: TeamLearner = { id: 'l1', count: 1, patterns: null, lapseBp: 0 };
    const noRate = { ...stressTeam, id: 'no-rate', coverBand: null, coverRates: null };
    const noMinimum = { ...stressTeam, id: 'no-minimum', plannedMinimum: null };
    const inputs = scenarioOf([
      { ...stressPlan([unknown]), feesNotKnown: ['l1', 'l2'] },
      { ...stressPlan(), team: noRate },
      { ...stressPlan(), team: noMinimum },
      stressPlan(),
    ]);
    const { missing } = overviewSummary(inputs, evaluateScenario(inputs, publishedParameters));
    const byTeam = Object.fromEntries(missing.map((one) => [one.teamId, one]));
    expect(missing).toHaveLength(3);
    expect(byTeam['ward-7']).toMatchObject({ hours: 1, fees: 2, minimum: false, refusal: null });
    expect(byTeam['no-rate']?.refusal).toMatch(/no cover band or cover rate/);
    expect(byTeam['no-minimum']).toMatchObject({ hours: 0, fees: 0, minimum: true, refusal: null });
  });

  it('a team without a planned minimum or staff has no judged week, and its cost is still given', () => {
    const unknown = { ...stressPlan(), contractedMinutes: null };
    const inputs = scenarioOf([unknown], horizon);
    const answer = evaluateScenario(inputs, publishedParameters);
    expect(releaseGrid(inputs, answer).teams[0]!.margins.every((margin) => margin === null)).toBe(true);
    expect(answer.teamWeeks.teamsNotKnown).toBe(1);
    expect(sum(answer.byYear)).toBeGreaterThan(0);
  });

  it('a missing cover rate is a refusal of that team alone, never zero', () => {
    const without = { ...stressPlan(), team: { ...stressTeam, id: 'x', coverBand: null, coverRates: null } };
    const answer = evaluateScenario(scenarioOf([without, stressPlan()]), publishedParameters);
    expect(answer.teams[0]!.refusal?.code).toBe('parameter-missing');
    expect(answer.teams[0]!.ward).toBeNull();
    expect(sum(answer.byYear)).toBe(8_344_476);
  });

  it('learners whose hours nobody agreed are listed and in no sum', () => {
    const unknown: TeamLearner = { id: 'l1', count: 1, patterns: null, lapseBp: 0 };
    const answer = evaluateScenario(scenarioOf([stressPlan([unknown])]), publishedParameters);
    expect(answer.teams[0]!.hoursNotKnown).toEqual(['l1']);
    expect(answer.byYear.every(({ released, costPence }) => released === 0 && costPence === 0)).toBe(true);
  });

  it('the order of teams changes no figure', () => {
    fc.assert(
      fc.property(fc.array(plan, { maxLength: 4 }), (teams) => {
        const forth = evaluateScenario(scenarioOf(teams, horizon), publishedParameters);
        const back = evaluateScenario(scenarioOf([...teams].reverse(), horizon), publishedParameters);
        expect(back.byYear).toEqual(forth.byYear);
        expect(back.teamWeeks).toEqual(forth.teamWeeks);
      }),
      { numRuns: 30 },
    );
  });
});
