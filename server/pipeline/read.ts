import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { delegationCoverageOn, type DelegationCoverage } from '../../shared/research/coverage.ts';
import { firstNamedBy, namedOn, piRoleEnds } from '../../shared/research/named.ts';
import { pipelinePlan, type InPostFacts, type PipelinePlan } from '../../shared/scenario/pipeline-plan.ts';
import type { TrustReader } from '../db/with-trust.ts';
import { readStandings } from '../learners/read-standing.ts';
import { readDelegationEntries, readStudies } from '../research/read.ts';
import type { Plan } from '../scenario/read.ts';
import { readPeople } from '../staff/read.ts';

/** To 31 July 2032 from a data cut of November 2026: five full years after the one the data cut falls in. */
export const horizonMonths = 68;

/** The pipeline at the data cut: what the projection starts from, and what is a fact today. */
export type Pipeline = {
  readonly plan: PipelinePlan;
  readonly namedPi: number;
  /** Co-Investigators who are not also Principal Investigators. */
  readonly namedCoi: number;
  /** People in post who are ready to act today; `null` while nobody's readiness is recorded. */
  readonly readyNow: number | null;
  readonly coverage: DelegationCoverage;
};

/** Who is in post, by person, for those the projection is about. */
async function inPostOf(
  tx: TrustReader,
  trustId: string,
  { placed }: Plan,
  wanted: ReadonlySet<string>,
): Promise<Map<string, InPostFacts>> {
  const people = await readPeople(tx, trustId, [...wanted]);
  const facts = new Map<string, InPostFacts>();
  for (const { assignment } of placed) {
    const { personId, staffGroup } = assignment;
    if (!wanted.has(personId) || facts.has(personId)) continue;
    facts.set(personId, { staffGroup, ageBand: people.get(personId)?.ageBand ?? null });
  }
  return facts;
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
  const inPost = await inPostOf(tx, trustId, plan, wanted);
  const roles = [...named].filter(([personId]) => inPost.has(personId)).map(([, role]) => role);
  const standings = await readStandings(tx, trustId, plan.learners, { today, dataCut });
  const register = {
    dataCut,
    horizonMonths,
    learners: plan.learners,
    inPost,
    named,
    firstNamed: firstNamedBy(entries, dataCut),
    piRoleEnds: piRoleEnds(studies, entries, dataCut),
  };
  return {
    plan: pipelinePlan(register, publishedParameters),
    namedPi: roles.filter((role) => role === 'pi').length,
    namedCoi: roles.filter((role) => role === 'coi').length,
    readyNow: standings.readyAmong(new Set(plan.placed.map(({ assignment }) => assignment.personId))),
    coverage: delegationCoverageOn(studies, dataCut),
  };
}
