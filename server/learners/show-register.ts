import type { Month } from '../../shared/calendar/month.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { missingOf, noAgreement, type MissingItem } from '../../shared/learners/agreement.ts';
import { hoursKnown } from '../../shared/learners/hours-known.ts';
import type { LifecycleState } from '../../shared/learners/lifecycle.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import type { Stage } from '../../shared/programmes/stages.ts';
import type { University } from '../../shared/programmes/universities.ts';
import { teamsOfPeople } from '../../shared/scenario/team-plans.ts';
import { withTrust, type TrustContext, type TrustReader } from '../db/with-trust.ts';
import { readPlan, type Plan } from '../scenario/read.ts';
import { readAgreements } from './read-history.ts';
import { readStandings, stateOfRow } from './read-standing.ts';
import { readLearners, type LearnerOfPerson } from './read.ts';
import { programmeName } from './programme-name.ts';

/** One line of the register. */
export type RegisterLine = {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly teamId: string | null;
  readonly team: string | null;
  readonly programme: string;
  readonly university: University | 'none';
  readonly stage: Stage | 'none';
  readonly intakeMonth: Month;
  readonly state: LifecycleState;
  readonly since: PlainDate;
  /** Agreed by week or by days; `null` where the agreement gives a total or nothing. */
  readonly weeklyMinutes: number | null;
  readonly hoursKnown: boolean;
  readonly fundingSource: string | null;
  readonly supervisor: string | null;
  readonly missing: readonly MissingItem[];
};

export type ShownRegister = {
  readonly dataCut: PlainDate;
  readonly lines: readonly RegisterLine[];
};

type Places = {
  readonly teamOf: ReadonlyMap<string, string>;
  readonly teamNames: ReadonlyMap<string, string>;
};

function placesOf({ placed, trust, inputs }: Plan): Places {
  return {
    teamOf: teamsOfPeople(placed, trust.dataCut),
    teamNames: new Map(inputs.teams.map(({ team }) => [team.id, team.name])),
  };
}

function lineOf(learner: LearnerOfPerson, { teamOf, teamNames }: Places) {
  const teamId = teamOf.get(learner.personId) ?? null;
  const { id, personId, university, stage, intakeMonth, fundingSource, supervisor } = learner;
  return {
    id,
    personId,
    name: `${learner.firstName} ${learner.lastName}`,
    teamId,
    team: teamId === null ? null : (teamNames.get(teamId) ?? null),
    programme: programmeName(learner),
    university,
    stage,
    intakeMonth,
    since: learner.statusDate,
    weeklyMinutes: learner.weeklyReleaseMinutes,
    hoursKnown: hoursKnown(learner, publishedParameters),
    fundingSource,
    supervisor,
  };
}

async function readLines(tx: TrustReader, ctx: TrustContext, plan: Plan): Promise<readonly RegisterLine[]> {
  const learners = await readLearners(tx, ctx.trustId);
  const agreements = await readAgreements(tx, ctx.trustId);
  const days = { today: ctx.today(), dataCut: plan.trust.dataCut };
  const standings = await readStandings(tx, ctx.trustId, learners, days);
  const places = placesOf(plan);
  return learners.map((learner) => {
    const line = lineOf(learner, places);
    const { managerSignedOn } = agreements.get(learner.id) ?? noAgreement;
    return {
      ...line,
      state: stateOfRow(learner, standings.of(learner.personId)),
      missing: missingOf({ learner, hoursKnown: line.hoursKnown, managerSignedOn }),
    };
  });
}

/** The register as a table: everybody who is or was a learner, with where they stand and what is missing. */
export async function showRegister(ctx: TrustContext): Promise<Result<ShownRegister>> {
  return withTrust(ctx, async (tx) => {
    const plan = await readPlan(tx, ctx.trustId, 'trust');
    if (plan === null) return err('not-found', 'There is no such trust.');
    return ok({ dataCut: plan.trust.dataCut, lines: await readLines(tx, ctx, plan) });
  });
}
