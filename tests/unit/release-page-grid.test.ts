import { describe, expect, it } from 'vitest';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import { releaseGrid } from '../../shared/scenario/release-grid.ts';
import type { TeamPlan } from '../../shared/scenario/scenario-inputs.ts';
import {
  divisionsOf,
  filteredTeams,
  filtersSet,
  findForAddress,
  gridHeadline,
  heatGridModel,
  isJudged,
  teamsInWords,
  weeksByStanding,
} from '../../client/release/grid-view.ts';
import { pressuresOf } from '../../client/release/pressures.ts';
import { gridSearch } from '../../client/release/search.ts';
import { weekList } from '../../client/release/week-words.ts';
import { scenarioOf, stressLearners, stressPlan, stressTeam } from '../support/plans.ts';

const from = asPlainDate('2026-11-16');

function planned(id: string, over: Partial<TeamPlan['team']>, learners: TeamPlan['learners']): TeamPlan {
  return { ...stressPlan(learners), team: { ...stressTeam, id, name: id, ...over } };
}

const plans = [
  planned('Quiet ward', { division: 'Surgery' }, []),
  planned('Ward 7', {}, [stressLearners(14)]),
  planned('Unknown ward', { plannedMinimum: null }, [stressLearners(1)]),
];
const inputs = scenarioOf(plans, { from, weeks: 104 });
const grid = releaseGrid(inputs, evaluateScenario(inputs, publishedParameters));
const team = (name: string) => grid.teams.find((candidate) => candidate.name === name)!;

describe('the grid of teams by week', () => {
  const model = heatGridModel(grid.teams, grid.weeks);
  const cell = (name: string, monday: string) =>
    model.rows.find((row) => row.name === name)!.cells[grid.weeks.indexOf(asPlainDate(monday))];

  it('marks a week by why it is short, never blaming release for a week short anyway', () => {
    expect(cell('Ward 7', '2027-12-06')).toEqual({ kind: 'short', margin: -258 });
    // August: 1,575 × 75% = 1,181.25 h, 13.75 h below 1,195 with nobody released
    expect(cell('Ward 7', '2028-08-07')).toEqual({ kind: 'short-anyway', margin: -825 });
    expect(cell('Ward 7', '2027-12-20')?.kind).toBe('close');
    expect(cell('Ward 7', '2027-10-04')?.kind).toBe('release');
    expect(cell('Ward 7', '2027-09-06')?.kind).toBe('no-release');
    expect(cell('Unknown ward', '2027-12-06')).toEqual({ kind: 'not-known', margin: null });
  });

  it('counts the weeks short after cover beside the learners; not known is not nought', () => {
    expect(model.rows.map(({ name, counts }) => [name, ...counts])).toEqual([
      ['Ward 7', 14, 5],
      ['Quiet ward', 0, 0],
      ['Unknown ward', 1, null],
    ]);
  });

  it('says the team-weeks newly short and still short after cover', () => {
    expect(gridHeadline({ grid })).toBe(
      '39 team-weeks are newly short because of release. After cover, 5 stay short, in 1 of 3 teams.',
    );
    const quiet = {
      ...grid,
      teams: [team('Quiet ward')],
      teamWeeks: { ...grid.teamWeeks, newlyShort: 0, afterCover: 0 },
    };
    expect(gridHeadline({ grid: quiet })).toBe('No team-week is short because of release, in 1 team.');
  });

  it('holds each team’s weeks apart by how they stand, and its tightest', () => {
    const standing = weeksByStanding(team('Ward 7'), grid.weeks);
    expect(standing.afterCover).toEqual([
      '2027-12-06',
      '2027-12-13',
      '2028-07-03',
      '2028-07-10',
      '2028-07-17',
    ]);
    expect(standing.newlyShort).toHaveLength(39);
    expect(standing.withoutRelease.every((monday) => monday.slice(5, 7) === '08')).toBe(true);
    expect(standing.tightest).toEqual({ minutes: -825, monday: '2027-08-02' });
    expect(weeksByStanding(team('Unknown ward'), grid.weeks).tightest).toBeNull();
    expect(isJudged(team('Unknown ward'))).toBe(false);
  });

  it('says how many teams have learners and how many cannot be judged', () => {
    expect(teamsInWords(grid.teams)).toBe(
      '3 teams: 2 with learners, 1 without; 1 without a known planned minimum or staff in post.',
    );
  });
});

describe('filters', () => {
  const names = (search: Partial<typeof gridSearch.defaults>) =>
    filteredTeams(grid.teams, { ...gridSearch.defaults, ...search }).map(({ name }) => name);

  it('leave the order of the grid as it is', () => {
    expect(names({})).toEqual(['Ward 7', 'Quiet ward', 'Unknown ward']);
    expect(names({ show: 'learners' as never })).toEqual(['Ward 7', 'Unknown ward']);
    expect(names({ show: 'short' as never })).toEqual(['Ward 7', 'Quiet ward']);
    expect(names({ division: 'Surgery' as never })).toEqual(['Quiet ward']);
    expect(names({ find: 'WARD 7' as never })).toEqual(['Ward 7']);
    expect(divisionsOf(grid.teams)).toEqual(['Medicine', 'Surgery']);
    expect(filtersSet({ ...gridSearch.defaults, show: 'short', table: true })).toBe(1);
  });

  it('keep only text that is part of a team’s name: other text could be a person’s', () => {
    expect(findForAddress(' ward 7 ', grid.teams)).toBe('ward 7');
    expect(findForAddress('Emily Lawson', grid.teams)).toBe('');
    expect(findForAddress('  ', grid.teams)).toBe('');
  });
});

describe('known pressures', () => {
  it('are the weeks of Christmas and Easter, from the bank holidays', () => {
    const spans = pressuresOf(grid.weeks).map(({ from: first, to, label }) => [
      label,
      grid.weeks[first],
      grid.weeks[to],
    ]);
    expect(spans).toEqual([
      ['Christmas', '2026-12-21', '2026-12-28'],
      ['Easter', '2027-03-22', '2027-03-29'],
      ['Christmas', '2027-12-27', '2028-01-03'],
      ['Easter', '2028-04-10', '2028-04-17'],
    ]);
  });
});

describe('weeks in words', () => {
  const run = (first: string, weeks: number) =>
    Array.from({ length: weeks }, (_, index) => addDays(asPlainDate(first), index * 7));

  it('are named one by one up to twelve', () => {
    expect(
      weekList(['2027-12-06', '2027-12-13', '2028-07-03', '2028-07-10', '2028-07-17'].map(asPlainDate)),
    ).toBe('6 and 13 December 2027; 3, 10 and 17 July 2028');
  });

  it('are named as runs beyond that, and the seventh run on is counted', () => {
    expect(weekList(run('2027-07-05', 14))).toBe('5 July to 4 October 2027 (14 weeks)');
    expect(weekList([...run('2027-02-01', 4), ...run('2027-07-05', 9)])).toBe(
      '1 to 22 February 2027 (4 weeks); 5 July to 30 August 2027 (9 weeks)',
    );
    const scattered = Array.from({ length: 13 }, (_, index) =>
      addDays(asPlainDate('2027-01-04'), index * 14),
    );
    expect(weekList(scattered)).toBe(
      '4 January 2027; 18 January 2027; 1 February 2027; 15 February 2027; 1 March 2027; 15 March 2027; and 7 more weeks',
    );
  });
});
