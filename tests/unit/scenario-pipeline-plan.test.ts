import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { SlotHolder } from '../../shared/learners/supervisor-slots.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { meanOf } from '../../shared/pipeline/count-distribution.ts';
import { evaluateProjection } from '../../shared/pipeline/evaluate-projection.ts';
import { gainChances } from '../../shared/pipeline/projection-chances.ts';
import { piOpenings } from '../../shared/scenario/pi-openings.ts';
import { pipelinePlan } from '../../shared/scenario/pipeline-plan.ts';
import type { PipelineRegister } from '../../shared/scenario/pipeline-register.ts';
import { learner } from '../support/learners.ts';

const facts = { staffGroup: 'Nursing and Midwifery Registered' as const, ageBand: null };

function register(change: Partial<PipelineRegister> = {}): PipelineRegister {
  return {
    dataCut: asPlainDate('2026-11-20'),
    horizonMonths: 24,
    learners: [learner()],
    inPost: new Map([
      ['person-1', facts],
      ['person-2', facts],
    ]),
    named: new Map(),
    firstNamed: new Map(),
    piRoleEnds: new Map(),
    ...change,
  };
}

const people = (change: Partial<PipelineRegister> = {}) =>
  pipelinePlan(register(change), publishedParameters).inputs.people;

describe('the pipeline from the register', () => {
  it('starts in the month after the data cut', () => {
    expect(pipelinePlan(register(), publishedParameters).inputs.startMonth).toBe('2026-12');
  });

  it('counts a person with several rows once, where the highest stage stands', () => {
    const rows = [
      learner({
        id: '1',
        status: 'qualified',
        intakeMonth: asMonth('2025-09'),
        startedOn: asPlainDate('2025-09-29'),
        qualifiedOn: asPlainDate('2026-09-30'),
        interruptions: 1,
      }),
      learner({ id: '2', stage: 'pgdip' }),
    ];
    expect(people({ learners: rows })).toMatchObject([
      // three months since September 2026, and one interruption used on the way
      {
        kind: 'studying',
        stage: 2,
        elapsed: 3,
        sinceAward: 3,
        interruptionsUsed: 1,
        group: facts.staffGroup,
        count: 1,
      },
    ]);
  });

  it('leaves out people who are no longer in post, and other routes unless they are asked for', () => {
    expect(people({ inPost: new Map() })).toEqual([]);
    expect(people({ learners: [learner({ route: 'doctoral', stage: 'none', university: 'none' })] })).toEqual(
      [],
    );
  });

  it('a learner already named keeps the role, so that it is never a gain', () => {
    expect(people({ named: new Map([['person-1', 'coi']]) })).toMatchObject([
      { kind: 'studying', role: 'coi' },
    ]);
  });

  it('a Principal Investigator off the framework is stock, until the last study closes', () => {
    const named = new Map([['person-2', 'pi' as const]]);
    const ends = new Map([['person-2', { kind: 'ends' as const, on: asPlainDate('2027-03-15') }]]);
    // held to the end of February: months 0 (December), 1 and 2
    expect(people({ learners: [], named, piRoleEnds: ends })).toMatchObject([{ kind: 'pi', roleEndsIn: 3 }]);
  });

  it('a close date that has slipped is not known, and the role goes on at the rate', () => {
    const named = new Map([['person-2', 'pi' as const]]);
    const ends = new Map([['person-2', { kind: 'ends' as const, on: asPlainDate('2026-10-01') }]]);
    expect(people({ learners: [], named, piRoleEnds: ends })[0]?.roleEndsIn).toBeUndefined();
  });

  it('somebody who was Principal Investigator before starts with a role that has ended', () => {
    const first = new Map([['person-1', { coi: null, pi: asPlainDate('2024-01-01') }]]);
    expect(people({ firstNamed: first })).toMatchObject([{ role: 'pi', roleEndsIn: 0 }]);
  });

  it('a planned learner starts with the chance of how far they have come', () => {
    const planned = learner({ status: 'offered', intakeMonth: asMonth('2027-09'), startedOn: null });
    expect(people({ learners: [planned] })).toMatchObject([
      { kind: 'planned', stage: 1, startIn: 9, uptake: 0.8 },
    ]);
  });
});

describe('people on other routes', () => {
  const other = (change: Parameters<typeof learner>[0]) =>
    learner({ route: 'internship', stage: 'none', university: 'none', ...change });
  const one = (change: Parameters<typeof learner>[0], more: Partial<PipelineRegister> = {}) =>
    pipelinePlan(register({ learners: [other(change)], otherRoutes: true, ...more }), publishedParameters);

  it('are projected where they are asked for, with the rates of their route and of no other', () => {
    const { inputs, uses } = one({ startedOn: asPlainDate('2026-10-01') });
    expect(inputs.people).toMatchObject([{ kind: 'route', route: 'internship', elapsed: 2, count: 1 }]);
    expect(Object.keys(inputs.groups[facts.staffGroup]!.routes!)).toEqual(['internship']);
    expect(inputs.pathway.routes).toEqual({ internship: { studyMonths: 6, awardLagMonths: 0 } });
    expect(uses.some(({ code }) => code === 'PIPELINE_ROUTE_MONTHS_INTERNSHIP')).toBe(true);
    expect(uses.some(({ code }) => code === 'PIPELINE_ROUTE_MONTHS_DOCTORAL')).toBe(false);
    expect(evaluateProjection(inputs).profiles).toHaveLength(1);
  });

  it('and where nobody is on one the inputs are those of the framework alone', () => {
    const { inputs } = pipelinePlan(register({ otherRoutes: true }), publishedParameters);
    expect(inputs).toEqual(pipelinePlan(register(), publishedParameters).inputs);
    expect('routes' in inputs.pathway).toBe(false);
  });

  it.each([
    [
      { status: 'offered', intakeMonth: asMonth('2027-02'), startedOn: null },
      { startIn: 2, uptake: 0.8 },
    ],
    [{ status: 'enrolled', startedOn: asPlainDate('2025-01-06') }, { elapsed: 6 }],
    [
      { status: 'qualified', startedOn: asPlainDate('2026-01-05'), qualifiedOn: asPlainDate('2026-09-30') },
      { sinceEnd: 3, nextStartIn: 1 },
    ],
    [
      {
        status: 'interrupted',
        startedOn: asPlainDate('2026-07-01'),
        interruptedOn: asPlainDate('2026-10-01'),
        returnsOn: asPlainDate('2027-03-01'),
        interruptions: 1,
      },
      { elapsed: 3, returnIn: 3, interruptionsUsed: 1 },
    ],
  ] as const)('%j stands at %j', (change, where) => {
    expect(one(change).inputs.people).toMatchObject([{ kind: 'route', route: 'internship', ...where }]);
  });

  it('a direct appointment holds from its month on, with no study', () => {
    const appointed = { route: 'appointed', startedOn: asPlainDate('2026-09-01') } as const;
    expect(one(appointed).inputs.people).toMatchObject([{ kind: 'route', route: 'appointed', sinceEnd: 3 }]);
  });

  it('the framework comes first for somebody on both, and a route withdrawn from is none', () => {
    const both = [other({ id: 'x' }), learner({ id: 'y' })];
    expect(people({ learners: both, otherRoutes: true })).toMatchObject([{ kind: 'studying' }]);
    expect(one({ status: 'withdrawn' }).inputs.people).toEqual([]);
  });
});

describe('residents, and who may lead', () => {
  const doctor = (ends: string) => ({
    inPost: new Map([['person-1', { ...facts, rotationEnds: asPlainDate(ends) }]]),
  });

  it('a resident leaves in the month after the last day, and a day that has passed is to be checked', () => {
    expect(people(doctor('2027-07-31'))).toMatchObject([{ leavesIn: 8 }]);
    expect(people(doctor('2027-08-03'))).toMatchObject([{ leavesIn: 8 }]);
    expect(people(doctor('2026-11-25'))).toMatchObject([{ leavesIn: 0 }]);
    expect(people(doctor('2026-11-20'))[0]?.leavesIn).toBeUndefined();
  });

  it('parental leave of five months is five months away, not an interval', () => {
    const away = learner({
      status: 'interrupted',
      interruptedOn: asPlainDate('2026-11-02'),
      returnsOn: asPlainDate('2027-04-05'),
      interruptions: 1,
    });
    expect(people({ learners: [away] })).toMatchObject([{ kind: 'interrupted', returnIn: 4, awayMonths: 5 }]);
  });

  it('a profession no rule lets lead has no PI chance, and what is not known is no bar', () => {
    const inPost = new Map([['person-1', { ...facts, registration: 'HCPC' }]]);
    // Before 28 April 2026 paramedics could not lead a trial of a medicine: the first whole month is May.
    const then = { dataCut: asPlainDate('2026-01-15'), inPost, studyTypes: ['ctimp'] as const };
    expect(people({ ...then, learners: [learner({ startedOn: asPlainDate('2025-09-29') })] })).toMatchObject([
      { piFrom: 3 },
    ]);
    expect(people({ inPost, studyTypes: ['ctimp'] })[0]?.piFrom).toBeUndefined();
    expect(people({ inPost })[0]?.piFrom).toBeUndefined();
  });
});

describe('supervisor slots', () => {
  const slot = (slots: number): SlotHolder => ({
    id: 's',
    slots,
    activeFrom: asPlainDate('2020-01-01'),
    activeTo: null,
    letterExpires: null,
  });
  const september = { intakeMonth: asMonth('2027-09'), startedOn: null } as const;
  const rows = [
    learner({ id: 'a', personId: 'person-1', status: 'applied', ...september }),
    learner({ id: 'b', personId: 'person-2', status: 'funded', ...september }),
  ];
  const plan = (slotHolders: readonly SlotHolder[] | null, learners = rows) =>
    pipelinePlan(register({ learners, slotHolders }), publishedParameters);

  it('one slot for two: who has come furthest starts, the other is cut and the intake says so', () => {
    const { inputs, slots } = plan([slot(1)]);
    expect(inputs.people.map((one) => (one.kind === 'planned' ? one.uptake : null))).toEqual([0, 0.95]);
    expect(slots).toMatchObject({ cuts: [{ month: '2027-09', planned: 2, free: 1, cut: 1 }] });
  });

  it('with slots for all nothing is cut, byte for byte as without the rule', () => {
    expect(plan([slot(2)]).inputs).toEqual(plan(null).inputs);
    expect(plan([slot(2)]).slots).toMatchObject({ kind: 'capped', cuts: [] });
  });

  it('not known is not none: nothing is cut, and that is said', () => {
    expect(plan(null).slots).toEqual({
      kind: 'not-capped',
      why: 'Who may supervise, and how many, is not known.',
    });
  });

  it('a learner on the course holds a slot to the end of study, and a gain is never raised', () => {
    const studying = learner({ id: 'c', personId: 'person-2', startedOn: asPlainDate('2026-11-02') });
    const soon = { intakeMonth: asMonth('2027-01'), startedOn: null, status: 'offered' } as const;
    const at = (month: string) => [
      studying,
      learner({ id: 'a', personId: 'person-1', ...soon, intakeMonth: asMonth(month) }),
    ];
    expect(plan([slot(1)], at('2027-01')).slots).toMatchObject({ cuts: [{ free: 0, cut: 1 }] });
    expect(plan([slot(1)], at('2027-09')).slots).toMatchObject({ cuts: [] });
    const gain = (holders: readonly SlotHolder[] | null) =>
      meanOf(gainChances(evaluateProjection(plan(holders, at('2027-01')).inputs), 'coi', [0, 24]));
    expect(gain([slot(1)])).toBeLessThan(gain(null));
  });

  it('somebody enrolled for an intake ahead has a place, and is not cut', () => {
    const enrolled = learner({ id: 'e', status: 'enrolled', startedOn: asPlainDate('2027-09-27') });
    expect(plan([slot(0)], [enrolled]).slots).toMatchObject({ cuts: [] });
  });
});

describe('openings for a Principal Investigator', () => {
  const date = asPlainDate('2026-11-20');
  const study = (id: string, status: 'open' | 'in-set-up', delegationLogHeld = true) => ({
    id,
    status,
    plannedClose: null,
    closedOn: null,
    delegationLogHeld,
  });
  const lead = (studyId: string, endedOn: string | null) => ({
    studyId,
    personId: 'p',
    role: 'pi' as const,
    startedOn: asPlainDate('2024-01-01'),
    endedOn: endedOn === null ? null : asPlainDate(endedOn),
  });

  it('are studies in set-up without one and open ones that lose theirs, for twelve months', () => {
    const studies = [
      study('a', 'in-set-up'),
      study('b', 'open'),
      study('c', 'open'),
      study('d', 'in-set-up'),
    ];
    const entries = [lead('b', '2027-03-31'), lead('c', null), lead('d', null)];
    // The lead of b ends on 31 March 2027: wanted from April, month 4.
    expect(piOpenings(studies, entries, new Map(), date)).toEqual({ from: [0, 4], knownTo: 11 });
  });

  it('a study that closes is no opening, and one in set-up is one before there is a log', () => {
    const closes = { ...study('b', 'open'), plannedClose: asPlainDate('2027-03-31') };
    expect(piOpenings([closes], [lead('b', null)], new Map(), date)).toEqual({ from: [], knownTo: 11 });
    const studies = [closes, study('a', 'in-set-up', false)];
    expect(piOpenings(studies, [lead('b', null)], new Map(), date)).toEqual({ from: [0], knownTo: 11 });
  });

  it('one open study without its log and how many there are is not known', () => {
    const studies = [study('a', 'in-set-up'), study('b', 'open', false)];
    expect(piOpenings(studies, [], new Map(), date)).toBeNull();
    expect(piOpenings([], [], new Map(), date)).toBeNull();
  });
});
