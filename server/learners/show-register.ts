import type { Month } from '../../shared/calendar/month.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { missingOf, noAgreement, type MissingItem } from '../../shared/learners/agreement.ts';
import { hoursKnown } from '../../shared/learners/hours-known.ts';
import type { LifecycleState } from '../../shared/learners/lifecycle.ts';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import type { Stage } from '../../shared/programmes/stages.ts';
import type { University } from '../../shared/programmes/universities.ts';
import { promiseKeptToAll, type PromiseKeptOfMany } from '../../shared/scenario/promise-kept.ts';
import { teamsOfPeople } from '../../shared/scenario/team-spells.ts';
import { KeptAnswers } from '../db/kept-answers.ts';
import { withTrust, type TrustContext, type TrustReader } from '../db/with-trust.ts';
import { readPlan, type Plan } from '../scenario/read.ts';
import { readHoursTaken } from './read-hours.ts';
import { readAgreements } from './read-history.ts';
import { readStandings, stateOfRow } from './read-standing.ts';
import type { LearnerOfPerson } from './read.ts';
import { programmeName } from './programme-name.ts';
import { shownMovers, type ShownMover } from './shown-movers.ts';

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
  /** The promise to all of them, over the weeks that have passed and are recorded. */
  readonly kept: PromiseKeptOfMany;
  readonly movers: readonly ShownMover[];
};

type Places = {
  readonly teamOf: ReadonlyMap<string, string>;
  readonly teamNames: ReadonlyMap<string, string>;
  readonly parameters: ParameterSet;
};

function placesOf({ placed, trust, inputs, parameters }: Plan): Places {
  return {
    parameters,
    teamOf: teamsOfPeople(placed, trust.dataCut),
    teamNames: new Map(inputs.teams.map(({ team }) => [team.id, team.name])),
  };
}

function lineOf(learner: LearnerOfPerson, { teamOf, teamNames, parameters }: Places) {
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
    hoursKnown: hoursKnown(learner, parameters),
    fundingSource,
    supervisor,
  };
}

async function readLines(tx: TrustReader, ctx: TrustContext, plan: Plan): Promise<readonly RegisterLine[]> {
  const { learners } = plan;
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

const answers = new KeptAnswers<ShownRegister>(20);

/** The register as a table: everybody who is or was a learner, with where they stand and what is missing. */
export async function showRegister(ctx: TrustContext): Promise<Result<ShownRegister>> {
  return withTrust(ctx, async (tx) => {
    const { kept: shown, keep } = await answers.find(tx, ctx);
    if (shown !== null) return ok(shown);
    const plan = await readPlan(tx, ctx.trustId, 'trust');
    if (plan === null) return err('not-found', 'There is no such trust.');
    const taken = await readHoursTaken(tx, ctx.trustId);
    const kept = promiseKeptToAll(plan.learners, taken, ctx.today(), plan.parameters);
    const lines = await readLines(tx, ctx, plan);
    const answer = { dataCut: plan.trust.dataCut, lines, kept, movers: shownMovers(plan) };
    keep(answer);
    return ok(answer);
  });
}
