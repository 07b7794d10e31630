import type { BackfillSummary } from '../../shared/scenario/backfill-summary.ts';

/** A team for which something is not known, and what. */
export type NotKnownTeam = {
  readonly teamId: string;
  readonly team: string;
  readonly hours: number;
  readonly fees: number;
  /** Why nothing could be worked out; `null` where it could. */
  readonly refusal: string | null;
};

/** Teams with learners without agreed hours, fees nobody entered, or a sum that could not be made: worst first. */
export function notKnownTeams({ byTeam }: BackfillSummary): readonly NotKnownTeam[] {
  return byTeam
    .map(({ teamId, team, hoursNotKnown, feesNotKnown, refusal }) => ({
      teamId,
      team,
      hours: hoursNotKnown,
      fees: feesNotKnown,
      refusal: refusal === null ? null : refusal.message,
    }))
    .filter(({ hours, fees, refusal }) => hours > 0 || fees > 0 || refusal !== null)
    .sort(
      (a, b) =>
        Number(b.refusal !== null) - Number(a.refusal !== null) ||
        b.hours - a.hours ||
        b.fees - a.fees ||
        (a.team < b.team ? -1 : 1),
    );
}
