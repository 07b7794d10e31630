import type { Plan } from '../scenario/read.ts';
import type { Mover } from '../scenario/read-spells.ts';

/** A move with what a page says of it. */
export type ShownMover = Mover & { readonly from: string; readonly to: string };

/** The moves of some learners with the teams' names, undecided ones first, then the latest. */
export function shownMovers(
  { movers, teams }: Pick<Plan, 'movers' | 'teams'>,
  isWanted: (learnerId: string) => boolean = () => true,
): readonly ShownMover[] {
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? 'a team that is gone';
  const rank = ({ decision }: Mover): number => (isOpen(decision) ? 0 : 1);
  return movers
    .filter(({ learnerId }) => isWanted(learnerId))
    .map((mover) => ({ ...mover, from: nameOf(mover.fromTeam), to: nameOf(mover.toTeam) }))
    .sort((a, b) => rank(a) - rank(b) || (a.on < b.on ? 1 : -1));
}

/** Nobody has decided, or the decision was taken back. */
export function isOpen(decision: Mover['decision']): boolean {
  return decision === null || decision.state === 'open';
}
