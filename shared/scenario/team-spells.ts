import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import type { DaySpan } from '../release/cut-pattern.ts';
import { isInPost, type Assignment } from '../staff/staff.ts';

/** An assignment with the one team it belongs to on the day of the plan. */
export type Placed = { readonly assignment: Assignment; readonly teamId: string | null };

/** An assignment in a team. */
export type InTeam = { readonly assignment: Assignment; readonly teamId: string };

/** An assignment as one staff file had it: from that file's day until the day of the file that changed it. */
export type DatedPost = Placed & { readonly validFrom: PlainDate; readonly validTo: PlainDate | null };

/** Days that somebody is released from one team; `null` is no team: left, or in a post of none. */
export type TeamSpell = DaySpan & { readonly teamId: string | null };

/** A change of the team somebody is released from. */
export type TeamMove = { readonly fromTeam: string; readonly toTeam: string; readonly on: PlainDate };

/**
 * The post each person is released from: of several assignments the one with the most contracted hours that belongs to
 * a team, so that nobody is released twice.
 */
export function leadPosts(placed: readonly Placed[], day: PlainDate): ReadonlyMap<string, InTeam> {
  const best = new Map<string, InTeam>();
  for (const { assignment, teamId } of placed) {
    if (teamId === null || !isInPost(assignment, day)) continue;
    const { personId, contractedHoursX100: hours, assignmentNumber: number } = assignment;
    const held = best.get(personId)?.assignment;
    const better =
      held === undefined ||
      hours > held.contractedHoursX100 ||
      (hours === held.contractedHoursX100 && number < held.assignmentNumber);
    if (better) best.set(personId, { assignment, teamId });
  }
  return best;
}

/** The team each person is released from: that of their leading post. */
export function teamsOfPeople(placed: readonly Placed[], day: PlainDate): ReadonlyMap<string, string> {
  return new Map([...leadPosts(placed, day)].map(([personId, { teamId }]) => [personId, teamId]));
}

function changeDays(posts: readonly DatedPost[]): PlainDate[] {
  const days = posts.flatMap(({ assignment: { startDate, leavingDate }, validFrom, validTo }) => [
    validFrom,
    startDate,
    ...(validTo === null ? [] : [validTo]),
    ...(leavingDate === null ? [] : [addDays(leavingDate, 1)]),
  ]);
  return [...new Set(days)].sort();
}

function teamOn(personId: string, posts: readonly DatedPost[], day: PlainDate): string | null {
  const valid = posts.filter(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo),
  );
  return teamsOfPeople(valid, day).get(personId) ?? null;
}

/**
 * When one person is released from which team, in order and without gaps, from every state of the assignments that is
 * known. Before the first file is as the first file says: nobody knows otherwise.
 */
export function teamSpells(personId: string, posts: readonly DatedPost[]): readonly TeamSpell[] {
  const spells: TeamSpell[] = [];
  for (const day of changeDays(posts)) {
    const teamId = teamOn(personId, posts, day);
    const last = spells.at(-1);
    if (last === undefined) {
      if (teamId !== null) spells.push({ from: null, to: null, teamId });
    } else if (last.teamId !== teamId) {
      spells[spells.length - 1] = { ...last, to: addDays(day, -1) };
      spells.push({ from: day, to: null, teamId });
    }
  }
  return spells;
}

/** The moves from team to team in somebody's spells; leaving, or a gap between two posts, is none of its own. */
export function movesOf(spells: readonly TeamSpell[]): readonly TeamMove[] {
  const moves: TeamMove[] = [];
  let fromTeam: string | null = null;
  for (const { from, teamId } of spells) {
    if (teamId === null) continue;
    if (fromTeam !== null && from !== null && fromTeam !== teamId)
      moves.push({ fromTeam, toTeam: teamId, on: from });
    fromTeam = teamId;
  }
  return moves;
}

/** The spells without release from a team that declined the learner, from the day of the move to the next. */
export function withoutDeclined(
  spells: readonly TeamSpell[],
  isDeclined: (move: TeamMove) => boolean,
): readonly TeamSpell[] {
  const declined = new Set(
    movesOf(spells)
      .filter(isDeclined)
      .map(({ on }) => on),
  );
  return spells.map((spell) =>
    spell.from !== null && declined.has(spell.from) ? { ...spell, teamId: null } : spell,
  );
}
