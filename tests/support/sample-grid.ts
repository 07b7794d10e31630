import { asPlainDate, mondayOf } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import { releaseGrid, type GridTeam } from '../../shared/scenario/release-grid.ts';
import { teamPlans } from '../../shared/scenario/team-plans.ts';
import type { Placed } from '../../shared/scenario/team-spells.ts';
import type { ScenarioInputs } from '../../shared/scenario/scenario-inputs.ts';
import { teamFinder } from '../../shared/teams/team-of-assignment.ts';
import type { Team } from '../../shared/teams/team.ts';
import type { TeamRow } from '../../shared/imports/team-rules.ts';
import type { GeneratedTrust } from '../../server/sample/generate-trust.ts';
import type { StaffRow } from '../../server/sample/staff-row.ts';
import { sampleDataCut } from '../../server/sample/trust-plans.ts';

/** What the product works out for a generated trust, without a database: its inputs and the grid of 104 weeks. */
export type SampleGrid = {
  readonly inputs: ScenarioInputs;
  readonly teams: ReadonlyMap<string, GridTeam>;
};

function teamOf(row: TeamRow): Team {
  const { plannedMinimumMinutes: minutes, plannedMinimumByWeekday: byWeekday, ...rest } = row;
  const { plannedMinimumOwner: owner, plannedMinimumDate: date, plannedMinimumSource: source } = row;
  const plannedMinimum = minutes === null ? null : { minutes, byWeekday, owner, date, source };
  return { ...rest, id: row.name, version: 1, plannedMinimum };
}

function placedBy(teams: readonly TeamRow[]) {
  const find = teamFinder(
    teams.flatMap(({ name, sources }) => sources.map((one) => ({ ...one, teamId: name }))),
  );
  return (row: StaffRow): Placed => {
    const assignment = {
      ...row,
      id: row.assignmentNumber,
      personId: row.employeeNumber,
      gradeStep: null,
      fteE5: Math.round((row.hours / row.fullTimeHours) * 100_000),
      contractedHoursX100: Math.round(row.hours * 100),
      orgL4: row.division,
      orgL5: row.service,
    };
    return { assignment, teamId: find(assignment) };
  };
}

export function sampleGrid(trust: GeneratedTrust): SampleGrid {
  const learners = trust.learners.map((row, index) => ({
    ...row,
    id: `${index}`,
    personId: row.employeeNumber,
    version: 1,
  }));
  const placed = trust.staff.map(placedBy(trust.teams));
  const register = { dataCut: sampleDataCut, teams: trust.teams.map(teamOf), placed, learners };
  const inputs: ScenarioInputs = {
    schema: 1,
    dataCut: sampleDataCut,
    basis: 'trust',
    horizon: { from: mondayOf(asPlainDate('2026-11-20')), weeks: 104 },
    teams: teamPlans(register, publishedParameters).plans,
    pipeline: null,
  };
  const grid = releaseGrid(inputs, evaluateScenario(inputs, publishedParameters));
  return { inputs, teams: new Map(grid.teams.map((team) => [team.name, team])) };
}
