import type { Result } from '../../shared/core/result.ts';
import { teamsOfPeople } from '../../shared/scenario/team-spells.ts';
import { readMembership } from '../admin/read.ts';
import { recordAccess, type AccessOfMember } from '../admin/record-access.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readPlan, type Plan } from '../scenario/read.ts';
import type { Member } from '../trust/open-trust.ts';

/** Whether the sample learner of a trust is not linked to one of its learners yet. */
export async function lacksAccess(ctx: TrustContext, members: readonly Member[]): Promise<boolean> {
  const learner = members.find(({ role }) => role === 'learner');
  if (learner === undefined) return false;
  const held = await withTrust(ctx, (tx) => readMembership(tx, ctx.trustId, learner.userId));
  return held === null || held.personId === null;
}

/**
 * Makes the sample learner the first of the register who is on a course of the framework now, and the sample approver that learner's
 * manager: somebody who sees the division of the learner's team.
 *
 * @throws Error when nobody of the sample is on a course in a team.
 */
export async function grantAccess(
  ctx: TrustContext,
  members: readonly Member[],
): Promise<Result<{ readonly members: number }>> {
  const plan = await withTrust(ctx, (tx) => readPlan(tx, ctx.trustId, 'trust'));
  const chosen = plan === null ? null : firstOnCourse(plan);
  if (chosen === null) throw new Error('nobody of the sample is on a course');
  const limited = members.flatMap(({ userId, role }): AccessOfMember[] => {
    if (role === 'learner') return [{ userId, role, divisions: [], personId: chosen.personId }];
    return role === 'approver' ? [{ userId, role, divisions: [chosen.division], personId: null }] : [];
  });
  return recordAccess(ctx, limited);
}

function firstOnCourse({ learners, placed, trust, inputs }: Plan) {
  const teamOf = teamsOfPeople(placed, trust.dataCut);
  const divisionOf = new Map(inputs.teams.map(({ team }) => [team.id, team.division]));
  for (const { personId, status, route } of learners) {
    const division = divisionOf.get(teamOf.get(personId) ?? '') ?? null;
    if (status === 'enrolled' && route === 'framework' && division !== null) return { personId, division };
  }
  return null;
}
