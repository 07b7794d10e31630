import type { CourseFeeLine } from '../backfill/ward-inputs.ts';
import { halfUp } from '../core/rounding.ts';
import type { Learner } from '../learners/learner.ts';
import { planningDefaultsOn } from '../parameters/planning-defaults.ts';
import type { ParameterSet } from '../parameters/types.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { isCapacity } from '../staff/assignment-status.ts';
import { isInPost, isRegisteredGroup, type Assignment } from '../staff/staff.ts';
import type { Team } from '../teams/team.ts';
import { learnerFees } from './learner-fees.ts';
import { learnerPatterns } from './learner-patterns.ts';
import type { TeamLearner, TeamPlan } from './scenario-inputs.ts';

/** An assignment with the one team it belongs to on the day of the plan. */
export type Placed = { readonly assignment: Assignment; readonly teamId: string | null };

/** What the register holds on the day of the plan. */
export type Register = {
  readonly dataCut: PlainDate;
  readonly teams: readonly Team[];
  readonly placed: readonly Placed[];
  readonly learners: readonly Learner[];
};

/** Doctors release programmed activities: on a rostered ward their hours are not nurse hours. */
function countsTowardsMinimum(team: Team, assignment: Assignment): boolean {
  if (!isRegisteredGroup(assignment.staffGroup)) return false;
  return team.type !== 'rostered-round-the-clock' || assignment.staffGroup !== 'Medical and Dental';
}

function capacityOf(team: Team, own: readonly Placed[], day: PlainDate): Assignment[] {
  return own
    .map(({ assignment }) => assignment)
    .filter((post) => isCapacity(post) && isInPost(post, day) && countsTowardsMinimum(team, post));
}

function costCentresOf(posts: readonly Assignment[]): TeamPlan['costCentres'] {
  const weights = new Map<string, number>();
  for (const { costCentre, contractedHoursX100 } of posts) {
    weights.set(costCentre, (weights.get(costCentre) ?? 0) + contractedHoursX100);
  }
  return [...weights].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, weight]) => ({ code, weight }));
}

/** Hundredths of an hour to minutes, rounded once on the team's sum. */
function minutesOf(posts: readonly Assignment[]): number {
  return halfUp(posts.reduce((sum, post) => sum + post.contractedHoursX100, 0) * 60, 100);
}

/**
 * The team each person is released from: of several assignments the one with the most contracted hours that belongs to
 * a team, so that nobody is released twice.
 */
export function teamsOfPeople(placed: readonly Placed[], day: PlainDate): ReadonlyMap<string, string> {
  const best = new Map<string, { teamId: string; hours: number; number: string }>();
  for (const { assignment, teamId } of placed) {
    if (teamId === null || !isInPost(assignment, day)) continue;
    const { personId, contractedHoursX100: hours, assignmentNumber: number } = assignment;
    const held = best.get(personId);
    const better = held === undefined || hours > held.hours || (hours === held.hours && number < held.number);
    if (better) best.set(personId, { teamId, hours, number });
  }
  return new Map([...best].map(([personId, { teamId }]) => [personId, teamId]));
}

/** A learner loses study time with their own absence only where the agreement lets it lapse. */
function lapseBp(learner: Learner, shares: readonly number[]): number {
  if (learner.studyDayRule === 'made-up') return 0;
  return halfUp(
    shares.reduce((sum, share) => sum + share, 0),
    shares.length,
  );
}

function teamLearners(
  learners: readonly Learner[],
  shares: readonly number[],
  set: ParameterSet,
): TeamLearner[] {
  return learners.flatMap((learner) => {
    const patterns = learnerPatterns(learner, set);
    if (patterns !== null && patterns.length === 0) return [];
    return [{ id: learner.id, count: 1, patterns, lapseBp: lapseBp(learner, shares) }];
  });
}

function feesOf(learners: readonly Learner[], set: ParameterSet) {
  const fees: CourseFeeLine[] = [];
  const feesNotKnown: string[] = [];
  for (const learner of learners) {
    const fee = learnerFees(learner, set);
    if (fee.kind === 'known') fees.push(fee.line);
    if (fee.kind === 'not-known') feesNotKnown.push(learner.id);
  }
  return { fees, feesNotKnown };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string | null | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null || key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Every team of the register with its registered staff in post and its learners; learners without a team apart. */
export function teamPlans(
  { dataCut, teams, placed, learners }: Register,
  set: ParameterSet,
): { readonly plans: TeamPlan[]; readonly learnersWithoutTeam: string[] } {
  const teamOf = teamsOfPeople(placed, dataCut);
  const postsByTeam = grouped(placed, ({ teamId }) => teamId);
  const learnersByTeam = grouped(learners, ({ personId }) => teamOf.get(personId));
  const defaults = planningDefaultsOn(set, dataCut).unavailabilityBp;
  const plans = teams.map((team): TeamPlan => {
    const own = postsByTeam.get(team.id) ?? [];
    const posts = capacityOf(team, own, dataCut);
    const people = learnersByTeam.get(team.id) ?? [];
    return {
      team,
      costCentres: costCentresOf(posts),
      contractedMinutes: own.length === 0 ? null : minutesOf(posts),
      learners: teamLearners(people, team.unavailabilityBp ?? defaults, set),
      ...feesOf(people, set),
    };
  });
  const without = learners.filter(({ personId }) => !teamOf.has(personId)).map(({ id }) => id);
  return { plans, learnersWithoutTeam: without };
}
