import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { asAcademicYear } from '../../shared/calendar/years.ts';
import type { EvidenceInputs, RoleFacts, StudyFacts } from '../../shared/evidence/evidence-inputs.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import type { Figure } from '../../shared/evidence/figure.ts';
import { evidenceFigures } from '../../shared/evidence/figures.ts';
import { typedMetrics, type MetricId } from '../../shared/evidence/metrics.ts';
import { priorBeliefs } from './forecast-beliefs.ts';
import { learner } from './learners.ts';
import { sampleTrust } from './pipeline-trust.ts';
import { scenarioOf, stressPlan } from './plans.ts';

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

/** A trust that records something of every metric, little of some of it. */
export function evidenceCaseOfAll(): EvidenceInputs {
  const nurses = onLog('Nursing and Midwifery Registered', 'coi', 12);
  const doctors = onLog('Medical and Dental', 'pi', 3);
  const day = asPlainDate('2026-03-31');
  const round = asAcademicYear('2026/27');
  const students = Array.from({ length: 7 }, (_, index) =>
    learner({
      ...{
        id: `l${index}`,
        personId: `s${index}`,
        status: 'enrolled',
        stage: index < 6 ? 'pgcert' : 'pgdip',
      },
      ...{ intakeMonth: asMonth('2026-09'), startedOn: asPlainDate('2026-09-28') },
      ...{ weeklyReleaseMinutes: 450, statedReleaseMinutes: null, releaseDays: null },
    }),
  );
  const recruitment = {
    ...{ siteTarget: 10, recruitFrom: asPlainDate('2026-01-01'), recruitTo: asPlainDate('2027-08-31') },
    months: [],
  };
  return evidenceOf({
    studies: [openStudy, { ...openStudy, id: 'b', specialty: null, recruitment }],
    entries: [...nurses.entries, ...doctors.entries],
    posts: [...nurses.posts, ...doctors.posts],
    training: nurses.posts.map(({ personId }) => ({ personId, trainingOn: day, trainingVersion: null })),
    readyNow: 3,
    learners: students,
    hoursTaken: students.map(({ id }) => ({
      ...{ id, learnerId: id, week: asPlainDate('2026-11-02'), minutes: 360, source: 'typed', version: 1 },
    })) as never,
    pipeline: sampleTrust(),
    scenario: scenarioOf([stressPlan()]),
    bursaries: Array.from({ length: 18 }, (_, index) => ({
      ...{ learnerId: `l${index}`, round, eligible: 'eligible' as const, placeOffered: true, feePence: null },
      award: {
        ...{ id: 'a', version: 1, learnerId: 'l', sourceKey: 'nihr-bursary', round },
        ...{ appliedOn: null, offeredOn: null, paidOn: null, amountPence: null, payee: null },
        ...{
          acceptedOn: index < 11 ? day : null,
          lost: index < 11 ? null : ('declined' as const),
          lostOn: null,
        },
      },
    })),
    supervisors: Array.from({ length: 6 }, (_, index) => ({
      ...{ id: `v${index}`, kind: 'internal' as const, slots: 2 },
      ...{ activeFrom: asPlainDate('2025-01-01'), activeTo: null, letterExpires: null },
    })),
    slotNeeds: students.map((_, index) => ({
      ...{
        supervisorId: index < 6 ? 'v0' : null,
        firstMonth: asMonth('2026-09'),
        months: 10,
        committed: true,
      },
    })),
    measures: typedMetrics.map((metric) => ({
      ...{ metric, value: 3, period: '2025/26', on: day, source: 'Log', useLabel: 'with-care' as const },
    })),
  });
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
