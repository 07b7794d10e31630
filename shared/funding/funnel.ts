import type { AcademicYear } from '../calendar/years.ts';
import { lossReasons, type LossReason } from './award.ts';
import { eligibilityOf, outcomeOf, uptakeOf, type BursaryCase, type Uptake } from './uptake.ts';

/** How far the people of one round have come; each step counts everybody who took it, also who was lost later. */
export type FunnelRound = {
  readonly round: AcademicYear;
  readonly people: number;
  readonly eligible: number;
  readonly applied: number;
  readonly offered: number;
  readonly accepted: number;
  readonly paid: number;
  /** Pounds of awards accepted and not given back. */
  readonly acceptedPence: number;
  readonly lost: Readonly<Record<LossReason, number>>;
  readonly uptake: Uptake;
};

function roundOf(round: AcademicYear, cases: readonly BursaryCase[]): FunnelRound {
  const took = (step: 'appliedOn' | 'offeredOn' | 'acceptedOn' | 'paidOn'): number =>
    cases.filter(({ award }) => award !== null && award[step] !== null).length;
  const lost = lossReasons.map((reason): [LossReason, number] => [
    reason,
    cases.filter((one) => outcomeOf(one) === reason).length,
  ]);
  const held = cases.filter((one) => outcomeOf(one) === 'accepted');
  return {
    round,
    people: cases.length,
    eligible: cases.filter((one) => eligibilityOf(one) === 'eligible').length,
    applied: took('appliedOn'),
    offered: took('offeredOn'),
    accepted: took('acceptedOn'),
    paid: took('paidOn'),
    acceptedPence: held.reduce((sum, { award }) => sum + (award?.amountPence ?? 0), 0),
    lost: Object.fromEntries(lost) as Record<LossReason, number>,
    uptake: uptakeOf(cases),
  };
}

/** The funnel of every round, latest first. */
export function funnelByRound(cases: readonly BursaryCase[]): readonly FunnelRound[] {
  const rounds = [...new Set(cases.map(({ round }) => round))].sort().reverse();
  return rounds.map((round) =>
    roundOf(
      round,
      cases.filter((one) => one.round === round),
    ),
  );
}
