import type { Team } from '../../shared/teams/team.ts';
import { teamFinder } from '../../shared/teams/team-of-assignment.ts';
import type { TrustReader } from '../db/with-trust.ts';
import { readTeamSources } from '../teams/read.ts';

/** Finds the team of a unit that shifts are worked on; `null` where it is no team's. */
export type UnitFinder = (unit: string) => string | null;

/** The roster unit, organisation or cost centre of a team as its sheet has them, else the name of a team. */
export async function unitFinder(
  tx: TrustReader,
  trustId: string,
  teams: readonly Pick<Team, 'id' | 'name'>[],
): Promise<UnitFinder> {
  const find = teamFinder(await readTeamSources(tx, trustId));
  const byName = new Map(teams.map(({ id, name }) => [name.trim().toLowerCase(), id]));
  const none = { orgL4: '', orgL5: null, orgL6: null };
  const teamOf: UnitFinder = (unit) =>
    find({ ...none, rosterUnit: unit, orgL7: unit, costCentre: unit }) ??
    byName.get(unit.trim().toLowerCase()) ??
    null;
  // Thousands of shifts are of some hundred units.
  const known = new Map<string, string | null>();
  return (unit) => {
    const before = known.get(unit);
    if (before !== undefined) return before;
    const team = teamOf(unit);
    known.set(unit, team);
    return team;
  };
}
