import { mondayOf } from '../../shared/calendar/plain-date.ts';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import type { CostBasis } from '../../shared/pay/employer-cost.ts';
import type { ScenarioInputs } from '../../shared/scenario/scenario-inputs.ts';
import { teamPlans } from '../../shared/scenario/team-plans.ts';
import type { Placed } from '../../shared/scenario/team-spells.ts';
import type { Team } from '../../shared/teams/team.ts';
import { teamFinder } from '../../shared/teams/team-of-assignment.ts';
import { readCoverSettings, type CoverSettings } from '../backfill/read-settings.ts';
import type { TrustReader } from '../db/with-trust.ts';
import { readLearners, type LearnerOfPerson } from '../learners/read.ts';
import { readParameterSet } from '../parameters/read.ts';
import { readAssignmentsOn } from '../staff/read.ts';
import { readTeams, readTeamSources } from '../teams/read.ts';
import { readTrust, type Trust } from '../trust/read.ts';
import { readLearnerSpells, type LearnerSpells } from './read-spells.ts';

/** Two years from the Monday of the data cut: how far ahead teams are shown. */
export const weeksAhead = 104;

/** The approved plan of a trust as the model takes it, with the rows it was made from. */
export type Plan = LearnerSpells & {
  readonly trust: Trust;
  readonly inputs: ScenarioInputs;
  readonly teams: readonly Team[];
  readonly learners: readonly LearnerOfPerson[];
  readonly placed: readonly Placed[];
  readonly learnersWithoutTeam: readonly string[];
  /** How teams cover, how rosters are made and what the bank has, as far as somebody entered it. */
  readonly cover: CoverSettings;
  /** What the plan was made with: the published values with the trust's own in place. */
  readonly parameters: ParameterSet;
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
  const inPost = new Set(placed.map(({ assignment }) => assignment.personId));
  const dated = await readLearnerSpells(tx, trustId, { learners, inPost, teamOf });
  const parameters = await readParameterSet(tx, trustId);
  const cover = await readCoverSettings(tx, trustId);
  return planOf({ trust, teams, placed, learners, cover, ...dated }, basis, parameters);
}

/** The plan of a register under a set of parameters: also under another than the trust's, to see what that changes. */
export function planOf(
  register: Pick<Plan, 'trust' | 'teams' | 'placed' | 'learners' | 'cover' | keyof LearnerSpells>,
  basis: CostBasis,
  parameters: ParameterSet,
): Plan {
  const { trust, teams, placed, learners, spells, cover } = register;
  const { dataCut } = trust;
  const { plans, learnersWithoutTeam } = teamPlans({ dataCut, teams, placed, learners, spells }, parameters);
  const horizon = { from: mondayOf(dataCut), weeks: weeksAhead };
  const covered = plans.map((plan) => {
    const policy = cover.policies.get(plan.team.id)?.value ?? null;
    return policy === null ? plan : { ...plan, policy };
  });
  const bankSupply = [...cover.supplies.values()].flatMap(({ value }) => (value === null ? [] : [value]));
  const known = { teams: covered, bankSupply, pipeline: null };
  const inputs = { schema: 1 as const, dataCut, basis, horizon, ...known };
  return { ...register, inputs, learnersWithoutTeam, parameters };
}
