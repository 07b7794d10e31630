import { mondayOf } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import type { CostBasis } from '../../shared/pay/employer-cost.ts';
import type { Learner } from '../../shared/learners/learner.ts';
import type { ScenarioInputs } from '../../shared/scenario/scenario-inputs.ts';
import { teamPlans, type Placed } from '../../shared/scenario/team-plans.ts';
import { teamFinder } from '../../shared/teams/team-of-assignment.ts';
import type { TrustReader } from '../db/with-trust.ts';
import { readLearners } from '../learners/read.ts';
import { readAssignmentsOn } from '../staff/read.ts';
import { readTeams, readTeamSources } from '../teams/read.ts';
import { readTrust, type Trust } from '../trust/read.ts';

/** Two years from the Monday of the data cut: how far ahead teams are shown. */
export const weeksAhead = 104;

/** The approved plan of a trust as the model takes it, with the rows it was made from. */
export type Plan = {
  readonly trust: Trust;
  readonly inputs: ScenarioInputs;
  readonly learners: readonly Learner[];
  readonly placed: readonly Placed[];
  readonly learnersWithoutTeam: readonly string[];
};

/** The register of a trust at its data cut as scenario inputs; `null` when there is no such trust. */
export async function readPlan(tx: TrustReader, trustId: string, basis: CostBasis): Promise<Plan | null> {
  const trust = await readTrust(tx, trustId);
  if (trust === null) return null;
  const { dataCut } = trust;
  const [teams, sources, assignments, learners] = [
    await readTeams(tx, trustId),
    await readTeamSources(tx, trustId),
    await readAssignmentsOn(tx, trustId, dataCut),
    await readLearners(tx, trustId),
  ];
  const teamOf = teamFinder(sources);
  const placed = assignments.map((assignment) => ({ assignment, teamId: teamOf(assignment) }));
  const register = { dataCut, teams, placed, learners };
  const { plans, learnersWithoutTeam } = teamPlans(register, publishedParameters);
  const horizon = { from: mondayOf(dataCut), weeks: weeksAhead };
  const inputs = { schema: 1 as const, dataCut, basis, horizon, teams: plans, pipeline: null };
  return { trust, inputs, learners, placed, learnersWithoutTeam };
}
