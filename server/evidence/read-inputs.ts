import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { EvidenceCase, PostFacts, StudyFacts } from '../../shared/evidence/evidence-inputs.ts';
import { trainingValidityOn } from '../../shared/learners/readiness.ts';
import { definitionOn, usualDefinition } from '../../shared/research/settings.ts';
import type { Study } from '../../shared/research/study.ts';
import type { TrustReader } from '../db/with-trust.ts';
import { readBursaryCases } from '../funding/read-cases.ts';
import { readReadiness } from '../learners/read-history.ts';
import { readHoursTaken } from '../learners/read-hours.ts';
import { readBeliefs } from '../pipeline/read-beliefs.ts';
import { readPipeline } from '../pipeline/read.ts';
import { readRecruitment } from '../research/read-recruitment.ts';
import { readSettings } from '../research/read-settings.ts';
import { readDelegationEntries, readStudies } from '../research/read.ts';
import { readPlan, type Plan } from '../scenario/read.ts';
import { readSlotNeeds } from '../supervisors/read-needs.ts';
import { readSupervisors } from '../supervisors/read.ts';
import { readMeasures } from './read.ts';

/** Those of `wanted` who are in post on the day of the data. */
function postsOf({ placed }: Plan, wanted: ReadonlySet<string>): readonly PostFacts[] {
  const posts = new Map<string, PostFacts>();
  for (const { assignment } of placed) {
    const { personId, staffGroup, fteE5 } = assignment;
    if (!wanted.has(personId)) continue;
    const known = posts.get(personId) ?? { personId, staffGroups: [], wteE5: 0 };
    const staffGroups = [...new Set([...known.staffGroups, staffGroup])];
    posts.set(personId, { personId, staffGroups, wteE5: known.wteE5 + fteE5 });
  }
  return [...posts.values()];
}

async function readStudyFacts(
  tx: TrustReader,
  trustId: string,
  studies: readonly Study[],
): Promise<readonly StudyFacts[]> {
  const recorded = await readRecruitment(tx, trustId);
  return studies.map(({ id, specialty, status, closedOn, delegationLogHeld }) => {
    const record = recorded.get(id);
    if (record === undefined)
      return { id, specialty, status, closedOn, delegationLogHeld, recruitment: null };
    const { siteTarget, recruitFrom, recruitTo, months } = record;
    const recruitment = { siteTarget, recruitFrom, recruitTo, months };
    return { id, specialty, status, closedOn, delegationLogHeld, recruitment };
  });
}

/** Studies, logs, and what is recorded of the people on them. */
async function readResearch(tx: TrustReader, trustId: string, plan: Plan) {
  const { dataCut } = plan.trust;
  const [studies, entries] = [await readStudies(tx, trustId), await readDelegationEntries(tx, trustId)];
  const onLog = new Set(entries.map(({ personId }) => personId));
  const wanted = new Set([...onLog, ...plan.learners.map(({ personId }) => personId)]);
  const { roles, countsLearners } =
    definitionOn(await readSettings(tx, trustId), dataCut)?.value ?? usualDefinition;
  const training = [...(await readReadiness(tx, trustId)).values()]
    .filter(({ personId }) => wanted.has(personId))
    .map(({ personId, trainingOn, trainingVersion }) => ({ personId, trainingOn, trainingVersion }));
  return {
    studies: await readStudyFacts(tx, trustId, studies),
    entries: entries.map(({ studyId, personId, role, startedOn, endedOn }) => ({
      ...{ studyId, personId, role, startedOn, endedOn },
    })),
    posts: postsOf(plan, wanted),
    definition: { roles, countsLearners },
    training,
    trainingMonths: trainingValidityOn(dataCut, plan.parameters).months,
  };
}

/** Supervisors and the slots that learners need, as the page of supervisors has them; without a name. */
async function readSlots(tx: TrustReader, trustId: string, { parameters }: Plan) {
  const supervisors = await readSupervisors(tx, trustId);
  const needs = await readSlotNeeds(tx, trustId, supervisors, parameters);
  return {
    supervisors: supervisors.map(({ id, kind, slots, termSlots, activeFrom, activeTo, letterExpires }) => ({
      ...{ id, kind, slots, termSlots, activeFrom, activeTo, letterExpires },
    })),
    slotNeeds: needs.map(({ need }) => need),
  };
}

/** What was typed or listed and stands for itself. */
async function readLists(tx: TrustReader, trustId: string) {
  const hours = await readHoursTaken(tx, trustId);
  return {
    hoursTaken: [...hours.values()].flat(),
    measures: (await readMeasures(tx, trustId)).map(({ metric, value, period, on, source, useLabel }) => ({
      ...{ metric, value, period, on, source, useLabel },
    })),
  };
}

/** What the figures of a pack are worked out from, on a day; `null` when there is no such trust. */
export async function readEvidenceCase(
  tx: TrustReader,
  trustId: string,
  today: PlainDate,
): Promise<(EvidenceCase & { readonly plan: Plan }) | null> {
  const plan = await readPlan(tx, trustId, 'trust');
  if (plan === null) return null;
  const pipeline = await readPipeline(tx, trustId, plan, today);
  const inputs = {
    ...{ schema: 1 as const, dataCut: plan.trust.dataCut, today },
    scenario: plan.inputs,
    pipeline: pipeline.plan.inputs,
    readyNow: pipeline.readyNow,
    beliefs: await readBeliefs(tx, trustId, plan),
    learners: plan.learners,
    bursaries: await readBursaryCases(tx, trustId, plan),
    ...(await readResearch(tx, trustId, plan)),
    ...(await readSlots(tx, trustId, plan)),
    ...(await readLists(tx, trustId)),
  };
  return { inputs, parameters: plan.parameters, plan };
}
