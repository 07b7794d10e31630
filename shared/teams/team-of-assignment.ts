import type { Assignment } from '../staff/staff.ts';
import type { TeamSource } from './team.ts';

type Place = Pick<Assignment, 'orgL4' | 'orgL5' | 'orgL6' | 'orgL7' | 'costCentre'> & {
  /** Roster unit, where a roster file gives one; a staff file does not. */
  readonly rosterUnit?: string | null;
};

export type TeamFinder = (place: Place) => string | null;

function fold(code: string): string {
  return code.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * Finds the one team of an assignment. The first match in this order counts: roster unit; organisation from the most
 * exact level (L7) to the widest (L4); cost centre. Where several teams share a code, the lowest rank counts, then the
 * team's id, so that the answer never depends on the order of rows. `null`: the assignment belongs to no team.
 */
export function teamFinder(sources: readonly TeamSource[]): TeamFinder {
  const byCode = new Map<string, TeamSource>();
  for (const source of sources) {
    const key = `${source.kind} ${fold(source.code)}`;
    const held = byCode.get(key);
    const first =
      held === undefined ||
      source.rank < held.rank ||
      (source.rank === held.rank && source.teamId < held.teamId);
    if (first) byCode.set(key, source);
  }
  const teamsOfCodes = {
    'roster-unit': new Map<string, string | null>(),
    org: new Map<string, string | null>(),
    'cost-centre': new Map<string, string | null>(),
  };
  // Thousands of assignments share some hundred codes: each spelling is folded once.
  const teamOf = (kind: TeamSource['kind'], code: string | null | undefined): string | null => {
    if (!code) return null;
    const known = teamsOfCodes[kind].get(code);
    if (known !== undefined) return known;
    const found = byCode.get(`${kind} ${fold(code)}`)?.teamId ?? null;
    teamsOfCodes[kind].set(code, found);
    return found;
  };
  return ({ rosterUnit, orgL7, orgL6, orgL5, orgL4, costCentre }) =>
    teamOf('roster-unit', rosterUnit) ??
    [orgL7, orgL6, orgL5, orgL4].reduce<string | null>((found, org) => found ?? teamOf('org', org), null) ??
    teamOf('cost-centre', costCentre);
}
