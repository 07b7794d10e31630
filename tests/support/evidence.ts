import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { EvidenceInputs, RoleFacts, StudyFacts } from '../../shared/evidence/evidence-inputs.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import type { Figure } from '../../shared/evidence/figure.ts';
import { evidenceFigures } from '../../shared/evidence/figures.ts';
import type { MetricId } from '../../shared/evidence/metrics.ts';
import { priorBeliefs } from './forecast-beliefs.ts';
import { sampleTrust } from './pipeline-trust.ts';
import { scenarioOf } from './plans.ts';

export const evidenceDay = asPlainDate('2026-11-20');

export const openStudy: StudyFacts = {
  id: 'study',
  specialty: 'Cancer',
  status: 'open',
  closedOn: null,
  delegationLogHeld: true,
  recruitment: null,
};

/** `count` people of a staff group, on the log in a role since January. */
export function onLog(group: string, role: RoleFacts['role'], count: number) {
  const ids = Array.from({ length: count }, (_, index) => `${group} ${role} ${index}`);
  return {
    entries: ids.map((personId) => ({
      ...{ studyId: 'study', personId, role },
      ...{ startedOn: asPlainDate('2026-01-05'), endedOn: null },
    })),
    posts: ids.map((personId) => ({ personId, staffGroups: [group], wteE5: 50_000 })),
  };
}

/** A trust of which nothing is recorded but what is given. */
export function evidenceOf(known: Partial<EvidenceInputs>): EvidenceInputs {
  return {
    schema: 1,
    dataCut: evidenceDay,
    today: evidenceDay,
    scenario: scenarioOf([]),
    pipeline: { ...sampleTrust(), people: [] },
    beliefs: priorBeliefs(Object.keys(sampleTrust().groups)),
    learners: [],
    hoursTaken: [],
    bursaries: [],
    studies: [],
    entries: [],
    posts: [],
    definition: {
      roles: ['pi', 'coi', 'associate-pi', 'pi-oversight-site-lead', 'other'],
      countsLearners: false,
    },
    training: [],
    trainingMonths: 36,
    readyNow: null,
    supervisors: [],
    measures: [],
    ...known,
  };
}

export function figuresOf(known: Partial<EvidenceInputs>): ReadonlyMap<MetricId, Figure> {
  const figures = evidenceFigures({ inputs: evidenceOf(known), parameters: publishedParameters });
  return new Map(figures.map((figure) => [figure.metric, figure]));
}

export function figureOf(metric: MetricId, known: Partial<EvidenceInputs>): Figure {
  const figure = figuresOf(known).get(metric);
  if (figure === undefined) throw new Error(metric);
  return figure;
}
