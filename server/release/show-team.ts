import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { engineVersion } from '../../shared/core/engine-version.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Learner } from '../../shared/learners/learner.ts';
import { statusFacts } from '../../shared/learners/status.ts';
import type { OwnCourses } from '../../shared/programmes/own-course.ts';
import { routeFacts } from '../../shared/programmes/routes.ts';
import { stageNames } from '../../shared/programmes/stages.ts';
import { courses } from '../../shared/programmes/universities.ts';
import { promiseKeptToAll, type PromiseKeptOfMany } from '../../shared/scenario/promise-kept.ts';
import type { TeamPlan } from '../../shared/scenario/scenario-inputs.ts';
import { isCapacity } from '../../shared/staff/assignment-status.ts';
import { isRegisteredGroup } from '../../shared/staff/staff.ts';
import { readOwnCourses } from '../catalogue/read.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readHoursTaken } from '../learners/read-hours.ts';
import { readPlan, type Plan } from '../scenario/read.ts';
import { readPeople } from '../staff/read.ts';

export type PersonOnCourse = {
  readonly learnerId: string;
  readonly name: string;
  readonly programme: string;
  readonly status: string;
  readonly hoursNotKnown: boolean;
};

export type ShownTeam = {
  readonly dataCut: PlainDate;
  readonly engine: string;
  readonly plan: TeamPlan;
  readonly people: readonly PersonOnCourse[];
  /** Registered people in post whose hours count towards the planned minimum or could. */
  readonly staffInPost: number;
  /** The promise to those people, over the weeks that have passed and are recorded. */
  readonly kept: PromiseKeptOfMany;
  /** Weeks and fees that the trust entered of its courses: what a question about one rests on. */
  readonly courses: OwnCourses;
};

function programmeOf({ route, stage, university }: Learner): string {
  if (stage === 'none') return routeFacts[route].name;
  return university === 'none' ? stageNames[stage] : `${stageNames[stage]}, ${courses[university].name}`;
}

function registeredPeople({ placed }: Plan, teamId: string): number {
  const own = placed.filter(
    ({ assignment, teamId: team }) =>
      team === teamId && isCapacity(assignment) && isRegisteredGroup(assignment.staffGroup),
  );
  return new Set(own.map(({ assignment }) => assignment.personId)).size;
}

function peopleOf(
  team: TeamPlan,
  plan: Plan,
  names: ReadonlyMap<string, { name: string }>,
): PersonOnCourse[] {
  const byId = new Map(plan.learners.map((learner) => [learner.id, learner]));
  return team.learners.flatMap(({ id, patterns }) => {
    const learner = byId.get(id);
    if (learner === undefined) return [];
    const name = names.get(learner.personId)?.name ?? '';
    const status = statusFacts[learner.status].name;
    return [
      { learnerId: id, name, programme: programmeOf(learner), status, hoursNotKnown: patterns === null },
    ];
  });
}

/** The question a page asks needs nobody’s pay: it stays here. */
function withoutPay(team: TeamPlan): TeamPlan {
  const learners = team.learners.map(({ id, count, patterns, lapseBp }) => ({
    id,
    count,
    patterns,
    lapseBp,
  }));
  return { ...team, learners };
}

/** One team with its figures and the people it releases: what the ward question starts from. */
export async function showTeam(
  ctx: TrustContext,
  input: { readonly teamId: string },
): Promise<Result<ShownTeam>> {
  return withTrust(ctx, async (tx) => {
    const plan = await readPlan(tx, ctx.trustId, 'trust');
    const team = plan?.inputs.teams.find(({ team: { id } }) => id === input.teamId);
    if (plan === null || team === undefined) return err('not-found', 'There is no such team.');
    const ids = new Set(team.learners.map(({ id }) => id));
    const here = plan.learners.filter(({ id }) => ids.has(id));
    const taken = await readHoursTaken(tx, ctx.trustId);
    const personIds = here.map(({ personId }) => personId);
    const names = await readPeople(tx, ctx.trustId, personIds);
    return ok({
      dataCut: plan.trust.dataCut,
      engine: engineVersion,
      plan: withoutPay(team),
      people: peopleOf(team, plan, names),
      staffInPost: registeredPeople(plan, input.teamId),
      kept: promiseKeptToAll(here, taken, ctx.today(), plan.parameters),
      courses: await readOwnCourses(tx, ctx.trustId),
    });
  });
}
