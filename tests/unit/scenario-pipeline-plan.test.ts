import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { pipelinePlan, type PipelineRegister } from '../../shared/scenario/pipeline-plan.ts';
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

  it('leaves out people who are no longer in post, and routes without a stage', () => {
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
