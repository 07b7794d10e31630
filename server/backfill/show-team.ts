import { z } from 'zod';
import type { CoverPolicy } from '../../shared/backfill/cover-policy.ts';
import type { RosterPeriod } from '../../shared/backfill/roster-period.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { costBases } from '../../shared/pay/employer-cost.ts';
import { teamChoices, type TeamChoices } from '../../shared/scenario/team-choices.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readPlan } from '../scenario/read.ts';
import type { Kept } from './read-settings.ts';

export const showTeamInput = z.strictObject({ teamId: z.uuid(), basis: z.enum(costBases).default('trust') });

/** How one team covers and what it can choose between. `version` is 0 where nothing was ever entered. */
export type ShownTeamCover = {
  readonly teamId: string;
  readonly team: string;
  readonly policy: Kept<CoverPolicy>;
  readonly roster: Kept<RosterPeriod>;
  readonly coverBand: string | null;
  readonly shiftMinutes: number | null;
  readonly choices: TeamChoices;
};

const never = { version: 0, value: null };

/** Refused with `not-found` for a team that is not in the trust, or not in the part of it somebody sees. */
export async function showTeamCover(
  ctx: TrustContext,
  { teamId, basis }: z.output<typeof showTeamInput>,
): Promise<Result<ShownTeamCover>> {
  const plan = await withTrust(ctx, (tx) => readPlan(tx, ctx.trustId, basis));
  const own = plan?.inputs.teams.find(({ team }) => team.id === teamId);
  if (plan === null || own === undefined)
    return err('not-found', 'This team is not here. It may have ended.');
  return ok({
    teamId,
    team: own.team.name,
    policy: plan.cover.policies.get(teamId) ?? never,
    roster: plan.cover.rosters.get(teamId) ?? never,
    coverBand: own.team.coverBand,
    shiftMinutes: own.team.shiftMinutes,
    choices: teamChoices(own, plan.inputs, plan.parameters),
  });
}
