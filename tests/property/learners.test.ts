import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonthsTo, asMonth } from '../../shared/calendar/month.ts';
import { addDays, addMonths, asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { Learner } from '../../shared/learners/learner.ts';
import { learnerStatuses } from '../../shared/learners/status.ts';
import { studyState } from '../../shared/learners/study-state.ts';
import { stages } from '../../shared/programmes/stages.ts';

const origin = asPlainDate('2022-01-01');
const date = fc.nat(3000).map((days) => addDays(origin, days));
const dateOrNull = fc.option(date);

const learners: fc.Arbitrary<Learner> = fc.record({
  id: fc.constant('l'),
  personId: fc.constant('p'),
  route: fc.constant('framework' as const),
  university: fc.constant('kings' as const),
  stage: fc.constantFrom(...stages),
  intakeMonth: fc.nat(96).map((months) => addMonthsTo(asMonth('2022-09'), months)),
  weeklyReleaseMinutes: fc.constant(null),
  statedReleaseMinutes: fc.constant(null),
  releaseDays: fc.constant(null),
  studyDayRule: fc.constant('lapses' as const),
  supervisor: fc.constant(null),
  fundingSource: fc.constant(null),
  feePence: fc.constant(null),
  fundingPence: fc.constant(null),
  status: fc.constantFrom(...learnerStatuses),
  statusDate: date,
  startedOn: dateOrNull,
  interruptedOn: dateOrNull,
  returnsOn: dateOrNull,
  withdrawnOn: dateOrNull,
  qualifiedOn: dateOrNull,
  interruptions: fc.nat(3),
  roleHeld: fc.constant(null),
  roleSince: fc.constant(null),
  version: fc.constant(1),
});

describe('the pipeline state of any row', () => {
  it('months are whole and never negative, study done is within the stage, however odd the dates', () => {
    fc.assert(
      fc.property(learners, date, (learner, dataCut) => {
        const state = studyState(learner, dataCut);
        const months = Object.values(state).filter((value) => typeof value === 'number');
        expect(months.every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
        if (state.kind === 'studying') expect(state.elapsed).toBeLessThanOrEqual(12);
        if (state.kind === 'interrupted') expect(state.elapsed).toBeLessThanOrEqual(10);
        if (state.kind === 'planned' && state.intakePassed) expect(state.startIn).toBeLessThan(12);
      }),
    );
  });

  it('a data cut one month later brings a planned start and a return one month nearer', () => {
    fc.assert(
      fc.property(learners, date, (learner, dataCut) => {
        const now = studyState(learner, dataCut);
        const then = studyState(learner, addMonths(dataCut, 1));
        if (now.kind === 'planned' && !now.intakePassed && now.startIn > 0) {
          expect(then).toMatchObject({ startIn: now.startIn - 1 });
        }
        if (now.kind === 'interrupted' && now.returnIn > 0) {
          expect(then).toMatchObject({ returnIn: now.returnIn - 1, elapsed: now.elapsed });
        }
      }),
    );
  });

  it('only a row of the status withdrawn leaves a framework learner out', () => {
    fc.assert(
      fc.property(learners, date, (learner, dataCut) => {
        expect(studyState(learner, dataCut).kind === 'none').toBe(learner.status === 'withdrawn');
      }),
    );
  });
});
