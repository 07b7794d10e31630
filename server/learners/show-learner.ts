import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { missingOf, noAgreement, type Agreement, type MissingItem } from '../../shared/learners/agreement.ts';
import { movePatchOf } from '../../shared/learners/check-move.ts';
import { academicYearOf } from '../../shared/calendar/years.ts';
import { firstDayOf } from '../../shared/calendar/month.ts';
import { bursaryEligibility } from '../../shared/funding/bursary-eligibility.ts';
import { roundOf } from '../../shared/funding/bursary-rules.ts';
import {
  fundingEligibilities,
  programmeEligibility,
  type Applicant,
  type Eligibility,
} from '../../shared/learners/eligibility.ts';
import { hoursKnown } from '../../shared/learners/hours-known.ts';
import type { LearnerDate } from '../../shared/learners/learner-date.ts';
import type { LifecycleState } from '../../shared/learners/lifecycle.ts';
import { samePatch } from '../../shared/learners/move-patch.ts';
import { timelineOf, type TimelineStep } from '../../shared/learners/timeline.ts';
import type { ReleasedWeek } from '../../shared/release/released-time.ts';
import {
  promiseKept,
  weeksOfPromise,
  type PromiseKept,
  type WeekOfPromise,
} from '../../shared/scenario/promise-kept.ts';
import { promisedWeeks } from '../../shared/scenario/promised-weeks.ts';
import { teamsOfPeople } from '../../shared/scenario/team-spells.ts';
import { withTrust, type TrustContext, type TrustReader } from '../db/with-trust.ts';
import { readRounds } from '../funding/read.ts';
import { readPlan, type Plan } from '../scenario/read.ts';
import { readPeople } from '../staff/read.ts';
import { programmeName } from './programme-name.ts';
import { readLearnerDates } from './read-dates.ts';
import { readHoursOfLearner } from './read-hours.ts';
import { readAgreements, readEvents, type LearnerEvent } from './read-history.ts';
import { readStandings, stateOfRow, type PersonStanding, type Standings } from './read-standing.ts';
import { readLearners, type LearnerOfPerson } from './read.ts';
import { shownMovers, type ShownMover } from './shown-movers.ts';

export type ShownLearner = {
  readonly dataCut: PlainDate;
  readonly learner: Omit<LearnerOfPerson, 'employeeNumber'>;
  readonly name: string;
  readonly programme: string;
  readonly teamId: string | null;
  readonly team: string | null;
  readonly state: LifecycleState;
  readonly timeline: readonly TimelineStep[];
  /** The row stands as its last step left it, so that step can be taken back. */
  readonly undoable: LearnerEvent | null;
  readonly history: readonly LearnerEvent[];
  readonly agreement: Agreement;
  readonly missing: readonly MissingItem[];
  readonly hoursKnown: boolean;
  readonly programmeEligibility: Eligibility;
  readonly fundingEligibility: readonly Eligibility[];
  /** `null` is a promise without hours. */
  readonly promised: readonly ReleasedWeek[] | null;
  /** Promised and taken by week. */
  readonly weeks: readonly WeekOfPromise[];
  readonly kept: PromiseKept;
  /** Days to keep, and kept. */
  readonly dates: readonly LearnerDate[];
  readonly movers: readonly ShownMover[];
  readonly standing: PersonStanding;
  readonly validity: Standings['validity'];
  /** `null` for the learner's own eyes, who sees no study but those whose log has their name. */
  readonly coverage: Standings['coverage'] | null;
  /** The other rows of the same person. */
  readonly otherRows: readonly {
    readonly id: string;
    readonly programme: string;
    readonly state: LifecycleState;
  }[];
};

type Held = {
  readonly plan: Plan;
  readonly all: readonly LearnerOfPerson[];
  readonly learner: LearnerOfPerson;
  readonly agreement: Agreement;
};

function otherRowsOf({ all, learner }: Held): readonly LearnerOfPerson[] {
  return all.filter((row) => row.personId === learner.personId && row.id !== learner.id);
}

async function applicantOf(tx: TrustReader, ctx: TrustContext, held: Held): Promise<Applicant> {
  const { plan, learner, agreement } = held;
  const person = (await readPeople(tx, ctx.trustId, [learner.personId])).get(learner.personId);
  const post = plan.placed.find(({ assignment }) => assignment.personId === learner.personId);
  return {
    stage: learner.stage,
    intakeMonth: learner.intakeMonth,
    status: learner.status,
    staffGroup: post?.assignment.staffGroup ?? null,
    registrationBody: person?.registrationBody ?? null,
    priorLearning: agreement.priorLearning,
    supervisor: learner.supervisor,
    employerSignedOn: agreement.managerSignedOn,
    exceptionOn: agreement.exceptionOn,
    otherStages: otherRowsOf(held).flatMap(({ stage, status }) =>
      stage === 'none' ? [] : [{ stage, status }],
    ),
  };
}

/** Every source for one person; the bursary by the rules of the round the course falls in, as the trust has them. */
async function fundingOf(
  tx: TrustReader,
  trustId: string,
  applicant: Applicant,
): Promise<readonly Eligibility[]> {
  const year = academicYearOf(firstDayOf(applicant.intakeMonth));
  const byRound = bursaryEligibility(roundOf(await readRounds(tx, trustId), year), applicant);
  return fundingEligibilities(applicant).map((one) => (one.of === byRound.of ? byRound : one));
}

function undoableOf(learner: LearnerOfPerson, history: readonly LearnerEvent[]): LearnerEvent | null {
  const last = history.findLast(({ undone }) => !undone);
  return last !== undefined && samePatch(movePatchOf(learner), last.after) ? last : null;
}

/** The row as a page may hold it: the staff number stays here (what is undefined is not sent). */
function withoutNumber(learner: LearnerOfPerson): ShownLearner['learner'] {
  const row = { ...learner, employeeNumber: undefined };
  return row;
}

async function shown(tx: TrustReader, ctx: TrustContext, held: Held): Promise<ShownLearner> {
  const { plan, learner, agreement, all } = held;
  const { dataCut } = plan.trust;
  const history = await readEvents(tx, ctx.trustId, learner.id);
  const standings = await readStandings(tx, ctx.trustId, all, { today: ctx.today(), dataCut });
  const standing = standings.of(learner.personId);
  const applicant = await applicantOf(tx, ctx, held);
  const teamId = teamsOfPeople(plan.placed, dataCut).get(learner.personId) ?? null;
  const known = hoursKnown(learner, plan.parameters);
  const taken = await readHoursOfLearner(tx, ctx.trustId, learner.id);
  const weeks = weeksOfPromise(learner, taken, ctx.today(), plan.parameters);
  return {
    dataCut,
    learner: withoutNumber(learner),
    name: `${learner.firstName} ${learner.lastName}`,
    programme: programmeName(learner),
    teamId,
    team: plan.inputs.teams.find(({ team }) => team.id === teamId)?.team.name ?? null,
    state: stateOfRow(learner, standing),
    timeline: timelineOf(learner, history, ctx.today()),
    undoable: undoableOf(learner, history),
    history,
    agreement,
    missing: missingOf({ learner, hoursKnown: known, managerSignedOn: agreement.managerSignedOn }),
    hoursKnown: known,
    programmeEligibility: programmeEligibility(applicant),
    fundingEligibility: await fundingOf(tx, ctx.trustId, applicant),
    promised: promisedWeeks(learner, plan.parameters),
    weeks,
    kept: promiseKept(weeks),
    dates: (await readLearnerDates(tx, ctx.trustId)).filter(({ learnerId }) => learnerId === learner.id),
    movers: shownMovers(plan, (id) => id === learner.id),
    standing,
    validity: standings.validity,
    coverage: ctx.scope.kind === 'person' ? null : standings.coverage,
    otherRows: otherRowsOf(held).map((row) => ({
      id: row.id,
      programme: programmeName(row),
      state: stateOfRow(row, standing),
    })),
  };
}

/** One learner: where the person stands, what was agreed, who may pay, and what may follow. */
export async function showLearner(
  ctx: TrustContext,
  input: { readonly learnerId: string },
): Promise<Result<ShownLearner>> {
  return withTrust(ctx, async (tx) => {
    const plan = await readPlan(tx, ctx.trustId, 'trust');
    const all = await readLearners(tx, ctx.trustId);
    const learner = all.find(({ id }) => id === input.learnerId);
    if (plan === null || learner === undefined)
      return err('not-found', 'There is no such learner on the register.');
    const agreement = (await readAgreements(tx, ctx.trustId)).get(learner.id) ?? noAgreement;
    return ok(await shown(tx, ctx, { plan, all, learner, agreement }));
  });
}
