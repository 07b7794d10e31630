import { firstDayOf } from '../../shared/calendar/month.ts';
import { addMonths, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { Learner } from '../../shared/learners/learner.ts';
import { phaseOf } from '../../shared/learners/status.ts';
import { delegationCoverageOn, type DelegationCoverage } from '../../shared/research/coverage.ts';
import { firstNamedBy, namedOn, piRoleEnds } from '../../shared/research/named.ts';
import { pipelinePlan, type PipelinePlan } from '../../shared/scenario/pipeline-plan.ts';
import { piOpenings } from '../../shared/scenario/pi-openings.ts';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import type { Person } from '../../shared/pipeline/projection-inputs.ts';
import type { InPostFacts, PipelineRegister } from '../../shared/scenario/pipeline-register.ts';
import type { Openings } from '../../shared/pipeline/capped-gains.ts';
import { isStudyType, type Study, type StudyType } from '../../shared/research/study.ts';
import type { TrustReader } from '../db/with-trust.ts';
import { readAgreements } from '../learners/read-history.ts';
import { readStandings } from '../learners/read-standing.ts';
import { readPostsOn, type PostHeld } from '../research/read-posts.ts';
import { readDelegationEntries, readStudies } from '../research/read.ts';
import type { Plan } from '../scenario/read.ts';
import { readPeople } from '../staff/read.ts';
import { readSupervisors } from '../supervisors/read.ts';

/** To 31 July 2032 from a data cut of November 2026: five full years after the one the data cut falls in. */
export const horizonMonths = 68;

/** The pipeline at the data cut: what the projection starts from, and what is a fact today. */
export type Pipeline = {
  readonly plan: PipelinePlan;
  /** Everybody as if no planned start were held to a supervisor slot; `null` where none is held back. */
  readonly unheld: readonly Person[] | null;
  readonly namedPi: number;
  /** Co-Investigators who are not also Principal Investigators. */
  readonly namedCoi: number;
  /** People in post who are ready to act today; `null` while nobody's readiness is recorded. */
  readonly readyNow: number | null;
  readonly coverage: DelegationCoverage;
  /** Studies that want a Principal Investigator, as far ahead as they are known: what first PI roles are held to. */
  readonly openings: Openings;
};

/** Who is in post, by person, for those the projection is about. */
async function inPostOf(
  tx: TrustReader,
  trustId: string,
  { placed }: Plan,
  wanted: ReadonlySet<string>,
  posts: ReadonlyMap<string, PostHeld>,
): Promise<Map<string, InPostFacts>> {
  const people = await readPeople(tx, trustId, [...wanted]);
  const facts = new Map<string, InPostFacts>();
  for (const { assignment } of placed) {
    const { personId, staffGroup } = assignment;
    if (!wanted.has(personId) || facts.has(personId)) continue;
    const person = people.get(personId);
    const post = posts.get(personId);
    facts.set(personId, {
      staffGroup,
      ageBand: person?.ageBand ?? null,
      registration: person?.registrationBody ?? null,
      rotationEnds: post?.staffGroup === 'Medical and Dental' ? post.lastDay : null,
    });
  }
  return facts;
}

/** Months from the intake to the end of a stage's study. */
const studyMonths = 10;

/**
 * The rows that this trust may gain from: without people who will be named at another trust, and without stages that
 * somebody leaves the trust in the middle of.
 */
async function gainedHere(tx: TrustReader, trustId: string, plan: Plan): Promise<readonly Learner[]> {
  const agreements = await readAgreements(tx, trustId);
  const namedElsewhere = new Set(
    plan.learners
      .filter(({ id }) => (agreements.get(id)?.namedTrust ?? null) !== null)
      .map(({ personId }) => personId),
  );
  return plan.learners.filter(({ personId, status, intakeMonth }) => {
    const lastDay = plan.leaving.get(personId);
    const leavesBefore = lastDay !== undefined && lastDay < addMonths(firstDayOf(intakeMonth), studyMonths);
    return !namedElsewhere.has(personId) && !(leavesBefore && phaseOf(status) !== 'past');
  });
}

/** Types of the studies open or in set-up. */
function liveTypes(studies: readonly Study[]): StudyType[] {
  const live = studies.filter(({ status }) => status === 'open' || status === 'in-set-up');
  return [...new Set(live.map(({ studyType }) => studyType).filter(isStudyType))];
}

/** Last days in post, of those known to leave. */
function lastDays(posts: ReadonlyMap<string, PostHeld>): ReadonlyMap<string, PlainDate> {
  return new Map([...posts].flatMap(([id, { lastDay }]) => (lastDay === null ? [] : [[id, lastDay]])));
}

function unheldPeople(
  register: PipelineRegister,
  { slots }: PipelinePlan,
  set: ParameterSet,
): readonly Person[] | null {
  if (slots.kind === 'not-capped' || slots.cuts.length === 0) return null;
  return pipelinePlan({ ...register, slotHolders: null }, set).inputs.people;
}

export async function readPipeline(
  tx: TrustReader,
  trustId: string,
  plan: Plan,
  today: PlainDate,
): Promise<Pipeline> {
  const { dataCut } = plan.trust;
  const [studies, entries] = [await readStudies(tx, trustId), await readDelegationEntries(tx, trustId)];
  const named = namedOn(studies, entries, dataCut);
  const wanted = new Set([...plan.learners.map(({ personId }) => personId), ...named.keys()]);
  const posts = await readPostsOn(tx, trustId, [...wanted], dataCut);
  const inPost = await inPostOf(tx, trustId, plan, wanted, posts);
  const supervisors = await readSupervisors(tx, trustId);
  const roles = [...named].filter(([personId]) => inPost.has(personId)).map(([, role]) => role);
  const standings = await readStandings(tx, trustId, plan.learners, { today, dataCut });
  const register = {
    dataCut,
    horizonMonths,
    learners: await gainedHere(tx, trustId, plan),
    inPost,
    named,
    firstNamed: firstNamedBy(entries, dataCut),
    piRoleEnds: piRoleEnds(studies, entries, dataCut),
    otherRoutes: true,
    // A register without a single supervisor is one that nobody keeps yet: not known, never none.
    slotHolders: supervisors.length === 0 ? null : supervisors,
    studyTypes: liveTypes(studies),
  };
  const planned = pipelinePlan(register, plan.parameters);
  return {
    plan: planned,
    unheld: unheldPeople(register, planned, plan.parameters),
    namedPi: roles.filter((role) => role === 'pi').length,
    namedCoi: roles.filter((role) => role === 'coi').length,
    readyNow: standings.readyAmong(new Set(plan.placed.map(({ assignment }) => assignment.personId))),
    coverage: delegationCoverageOn(studies, dataCut),
    openings: piOpenings(studies, entries, lastDays(posts), dataCut),
  };
}
