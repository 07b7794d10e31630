import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { asAcademicYear } from '../../shared/calendar/years.ts';
import type { Award } from '../../shared/funding/award.ts';
import { metricOf } from '../../shared/evidence/metric-list.ts';
import { metricIds } from '../../shared/evidence/metrics.ts';
import type { Measure } from '../../shared/evidence/statement.ts';
import { peopleOutlook } from '../../shared/scenario/people-outlook.ts';
import { forecastPlan } from '../../shared/scenario/forecast-plan.ts';
import { evidenceDay, evidenceOf, figureOf, figuresOf, onLog, openStudy } from '../support/evidence.ts';
import { learner } from '../support/learners.ts';
import { sampleTrust } from '../support/pipeline-trust.ts';
import { stressPlan, scenarioOf } from '../support/plans.ts';

const nurses = onLog('Nursing and Midwifery Registered', 'coi', 12);
const doctors = onLog('Medical and Dental', 'pi', 7);
const both = {
  studies: [openStudy],
  entries: [...nurses.entries, ...doctors.entries],
  posts: [...nurses.posts, ...doctors.posts],
};

describe('research-active people', () => {
  it('research-active-headcount: 12 nurses and 7 doctors at half a post each are 19 people and 9.5 WTE', () => {
    const figure = figureOf('research-active-headcount', both);
    expect(figure.table?.rows).toEqual([
      ['Nursing and Midwifery Registered', '12', '6.0'],
      ['Medical and Dental', '7', '3.5'],
      ['All', '19', '9.5'],
    ]);
    expect(figure.sentence).toBe(
      'On 20 November 2026 the trust had 19 research-active people in 2 staff groups (delegation record held for 1 of 1 open study).',
    );
  });

  it('research-active-trend: nobody before January 2026, 19 on the day of the data', () => {
    const figure = figureOf('research-active-trend', both);
    expect(figure.headline).toBe('0 to 19');
    expect(figure.table?.rows.at(-2)).toEqual(['20 November 2025', '0']);
  });

  it('qualified-ready-named: 7 PI and 12 CoI are 19 named; ready is not known until somebody records it', () => {
    const { table } = figureOf('qualified-ready-named', both);
    expect(table?.rows.slice(1)).toEqual([
      ['Ready to act', 'not known'],
      ['Named', '19'],
      ['Named as Principal Investigator', '7'],
      ['Named as Co-Investigator (sub-investigator)', '12'],
    ]);
    expect(figureOf('qualified-ready-named', { ...both, readyNow: 3 }).table?.rows[1]).toEqual([
      'Ready to act',
      'hidden to protect people',
    ]);
  });

  it('training-currency: 12 of 19 in date on the last day of three years, 7 run out the day after', () => {
    const trained = (people: typeof nurses, trainingOn: string) =>
      people.posts.map(({ personId }) => ({
        ...{ personId, trainingOn: asPlainDate(trainingOn), trainingVersion: null },
      }));
    const training = [...trained(nurses, '2023-11-20'), ...trained(doctors, '2023-11-19')];
    const figure = figureOf('training-currency', { ...both, training });
    expect(figure.headline).toBe('12 of 19');
    // 12 ÷ 19 = 0.63158
    expect(figure.sentence).toContain('for 12 of 19 research-active people (63.2%); run out for 7');
  });
});

describe('studies', () => {
  it('studies-by-specialty: two open in Cancer and one without a specialty; a closed one is in neither', () => {
    const studies = [
      openStudy,
      { ...openStudy, id: 'b' },
      { ...openStudy, id: 'c', specialty: null },
      { ...openStudy, id: 'd', closedOn: evidenceDay },
    ];
    expect(figureOf('studies-by-specialty', { studies }).table?.rows).toEqual([
      ['Cancer', '2'],
      ['Not known', '1'],
      ['All', '3'],
    ]);
  });

  it('delegation-coverage: the log of one of two open studies', () => {
    const studies = [openStudy, { ...openStudy, id: 'b', delegationLogHeld: false }];
    expect(figureOf('delegation-coverage', { studies }).headline).toBe('1 of 2');
  });

  it('recruitment-to-target: 100 over a window half gone asks for 50; 49 is behind, 50 is on target', () => {
    // January to August 2027 with the data of 30 April: 120 of 243 days, 100 × 120 ÷ 243 = 49.4, so 50.
    const study = (id: string, recruited: number) => ({
      ...{ ...openStudy, id },
      recruitment: {
        ...{ siteTarget: 100, recruitFrom: asPlainDate('2027-01-01'), recruitTo: asPlainDate('2027-08-31') },
        months: ['2027-01', '2027-02', '2027-03', '2027-04'].map((month, index) => ({
          ...{ month: asMonth(month), recruited: index === 0 ? recruited : 0 },
        })),
      },
    });
    const known = {
      dataCut: asPlainDate('2027-04-30'),
      studies: [study('a', 49), study('b', 50), openStudy],
    };
    expect(figureOf('recruitment-to-target', known).table?.rows.map(([, count]) => count)).toEqual([
      ...['1', '1', '0', '0', '1'],
    ]);
  });
});

describe('learners', () => {
  it('learners-by-stage: six on the Certificate and five on the Diploma; an offer is not on a course', () => {
    const many = (count: number, change: Parameters<typeof learner>[0]) =>
      Array.from({ length: count }, (_, index) =>
        learner({ ...change, id: `${change?.stage}${change?.status}${index}` }),
      );
    const learners = [
      ...many(6, { stage: 'pgcert', status: 'enrolled' }),
      ...many(5, { stage: 'pgdip', status: 'interrupted' }),
      ...many(9, { stage: 'pgcert', status: 'offered' }),
    ];
    expect(figureOf('learners-by-stage', { learners }).table?.rows).toEqual([
      ['Other routes', '0'],
      ['Master’s degree', '0'],
      ['Postgraduate Diploma', '5'],
      ['Postgraduate Certificate', '6'],
      ['All', '11'],
    ]);
  });

  it('release-kept: five learners take 6 of 7.5 promised hours in one week, 30 of 37.5 hours, 80%', () => {
    const learners = Array.from({ length: 5 }, (_, index) =>
      learner({
        ...{ id: `l${index}`, personId: `p${index}`, status: 'enrolled', stage: 'pgcert' },
        ...{ intakeMonth: asMonth('2026-09'), startedOn: asPlainDate('2026-09-28') },
        ...{ weeklyReleaseMinutes: 450, statedReleaseMinutes: null, releaseDays: null },
      }),
    );
    const hoursTaken = learners.map(({ id }) => ({
      ...{ id, learnerId: id, week: asPlainDate('2026-11-02'), minutes: 360, source: 'typed', version: 1 },
    })) as never;
    const figure = figureOf('release-kept', { learners, hoursTaken });
    expect(figure.headline).toBe('80%');
    expect(figure.table?.rows.slice(0, 2)).toEqual([
      ['Hours promised in recorded weeks', '37.5'],
      ['Hours taken in recorded weeks', '30'],
    ]);
    const few = figureOf('release-kept', { learners: learners.slice(0, 4), hoursTaken });
    expect([few.known, few.table]).toEqual([false, null]);
  });

  it('backfill-and-fees: the stress ward’s 14 learners, in the financial years of its answer', () => {
    const dataCut = asPlainDate('2027-09-20');
    const scenario = { ...scenarioOf([stressPlan()]), dataCut };
    const figure = figureOf('backfill-and-fees', { scenario, dataCut });
    // design: cover and net fees £95,445 over the two years.
    const together = (figure.table?.rows ?? []).map((row) => Number(row[4]?.replace(/[£,]/g, '')));
    expect(together).toHaveLength(2);
    expect(Math.abs(together.reduce((sum, pounds) => sum + pounds, 0) - 95_445)).toBeLessThanOrEqual(1);
    expect(figure.sentence).toMatch(/^Planned for 14 learners: 2027\/28 cover £/);
  });

  it('bursary-uptake: 11 accepted of 18 eligible with a place is 61.1%; 11 of 14 would show who the three are', () => {
    const round = asAcademicYear('2026/27');
    const award = (accepted: boolean): Award => ({
      ...{ id: 'a', version: 1, learnerId: 'l', sourceKey: 'nihr-bursary', round },
      ...{ appliedOn: null, offeredOn: null, paidOn: null, amountPence: null, payee: null },
      ...(accepted
        ? { acceptedOn: evidenceDay, lost: null, lostOn: null }
        : { acceptedOn: null, lost: 'declined' as const, lostOn: evidenceDay }),
    });
    const cases = (accepted: number, declined: number) =>
      [...Array<boolean>(accepted).fill(true), ...Array<boolean>(declined).fill(false)].map((one, index) => ({
        ...{ learnerId: `l${index}`, round, eligible: 'eligible' as const },
        ...{ placeOffered: true, award: award(one), feePence: null },
      }));
    expect(figureOf('bursary-uptake', { bursaries: cases(11, 7) }).table?.rows).toEqual([
      ['2026/27', '11', '18', '61.1%'],
    ]);
    expect(figureOf('bursary-uptake', { bursaries: cases(11, 3) }).table?.rows).toEqual([
      ['2026/27', 'hidden to protect people', '14', 'hidden to protect people'],
    ]);
  });

  it('supervisors: five with three slots are fifteen; one whose letter has run out has none', () => {
    const holder = (id: string, letterExpires: string | null) => ({
      ...{ id, slots: 3, activeFrom: asPlainDate('2025-01-01'), activeTo: null },
      letterExpires: letterExpires === null ? null : asPlainDate(letterExpires),
    });
    const supervisors = [...'abcde'].map((id) => holder(id, null));
    expect(
      figureOf('supervisors', { supervisors: [...supervisors, holder('f', '2026-11-19')] as never }).headline,
    ).toBe('15 slots, 0 needed');
  });

  it('supervisors: 18 learners of the month ask for 15 slots, three are short; term slots count in their term', () => {
    const holder = (id: string, autumn: number | null) => ({
      ...{ id, kind: 'internal' as const, slots: 3, activeFrom: asPlainDate('2025-01-01'), activeTo: null },
      ...{ letterExpires: null, termSlots: { autumn, spring: null, summer: null } },
    });
    const slotNeeds = Array.from({ length: 18 }, (_, index) => ({
      ...{
        supervisorId: index < 12 ? 'a' : null,
        firstMonth: asMonth('2026-09'),
        months: 10,
        committed: true,
      },
    }));
    const supervisors = [...'abcde'].map((id) => holder(id, null));
    const figure = figureOf('supervisors', { supervisors, slotNeeds });
    expect(figure.table?.rows).toEqual([
      ['Employed by the trust', '5'],
      ['From outside the trust, letter in force', '0'],
      ['All supervisors who count', '5'],
      ['Slots on the day', '15'],
      ['Learners who need a slot', '18'],
      ['Of them without a supervisor', '6'],
      ['Slots short', '3'],
    ]);
    // November lies in the autumn term: one slot each.
    const inAutumn = [...'abcde'].map((id) => holder(id, 1));
    expect(figureOf('supervisors', { supervisors: inAutumn, slotNeeds }).headline).toBe('5 slots, 18 needed');
    // Four supervisors: their slots would say how few they are.
    const few = figureOf('supervisors', { supervisors: supervisors.slice(1), slotNeeds });
    expect(few.headline).toBe('hidden to protect people slots, 18 needed');
  });
});

it('projection: the middle and range are those of the forecast, and the sentence says supporting material', () => {
  const pipeline = sampleTrust();
  const { beliefs, dataCut } = evidenceOf({});
  const outlook = peopleOutlook(forecastPlan(pipeline, beliefs), dataCut);
  const figure = figureOf('projection', { pipeline });
  expect(figure.table?.rows.map((row) => row[1])).toEqual(
    [outlook.qualified, outlook.coiGained, outlook.piGained].map((one) => String(one?.p50)),
  );
  expect(figure.sentence).toMatch(/^Supporting material: by 31 March 2028 /);
});

describe('typed values', () => {
  const typed = {
    'participants-offered': ['3,200', '3,200 people were offered the chance to take part in research'],
    'participants-recruited': ['3,200', '3,200 participants were recruited to studies at the trust'],
    'set-up-days': ['3,200 days', 'Setting up a study took 3,200 days (median)'],
    'time-and-target': ['3,200%', '3,200% of closed studies recruited to time and target'],
    'patient-experience': ['3,200%', '3,200% of those who answered the participant survey'],
    'serious-breaches': ['3,200', 'Serious breaches reported: 3,200'],
  } as const;

  it.each(Object.entries(typed))(
    '%s prints the latest value with its source and day',
    (metric, [head, said]) => {
      const measure = (period: string, on: string, value: number): Measure => ({
        ...{ metric: metric as Measure['metric'], value, period, on: asPlainDate(on) },
        ...{ source: 'Annual report', useLabel: 'publishable' },
      });
      const measures = [measure('2024/25', '2025-03-31', 7), measure('2025/26', '2026-03-31', 3_200)];
      const figure = figureOf(metric as Measure['metric'], { measures });
      expect(figure.headline).toBe(head);
      expect(figure.sentence.startsWith(said)).toBe(true);
      expect(figure.sentence).toMatch(/ in 2025\/26 \(Annual report, 31 March 2026\)\.$/);
      expect(figure.table?.rows).toHaveLength(2);
    },
  );
});

it('few participants are hidden as everybody is', () => {
  const few: Measure = {
    ...{ metric: 'participants-recruited', value: 3, period: '2025/26', on: asPlainDate('2026-03-31') },
    ...{ source: 'Log', useLabel: 'publishable' },
  };
  expect(figureOf('participants-recruited', { measures: [few] }).headline).toBe('hidden to protect people');
});

it('a trust of which nothing is recorded has no figure at all, and each says why', () => {
  const figures = figuresOf({});
  expect(figures.size).toBe(metricIds.length);
  for (const [metric, { known, sentence }] of figures) {
    if (metric === 'qualified-ready-named') continue;
    expect([metric, known]).toEqual([metric, false]);
    expect(sentence.length).toBeGreaterThan(15);
    expect(metricOf(metric).name).not.toBe('');
  }
});
