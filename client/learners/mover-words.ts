import { longDate } from '../format/dates.ts';
import type { ShownLearner } from './learner-words.ts';

type Mover = ShownLearner['movers'][number];

/** Nobody has decided, or the decision was taken back. */
export function isUndecided({ decision }: Mover): boolean {
  return decision === null || decision.state === 'open';
}

/** "Moved from Ward 7 to Ward 9 on 1 February 2027: accepted on 20 November 2026 (recorded by …)." */
export function decidedInWords({ from, to, on, decision }: Mover): string {
  const move = `Moves from ${from} to ${to} on ${longDate(on)}`;
  if (decision === null) return `${move}: not decided.`;
  const { state, decidedOn, decidedBy, note } = decision;
  const day = decidedOn === null ? '' : ` on ${longDate(decidedOn)}`;
  const who = decidedBy === null ? '' : ` (recorded by ${decidedBy})`;
  const why = note === null ? '' : `: ${note}`;
  const then = state === 'declined' ? ' From that day the learner is released from no team.' : '';
  return `${move}: ${state}${day}${who}${why}.${then}`;
}
