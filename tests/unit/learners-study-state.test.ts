import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { leadingRow } from '../../shared/learners/leading-row.ts';
import { releaseDaysSchema, type Learner } from '../../shared/learners/learner.ts';
import { learnerStatuses, parseLearnerStatus, phaseOf } from '../../shared/learners/status.ts';
import { studyState } from '../../shared/learners/study-state.ts';
import { uptakeOn } from '../../shared/learners/uptake.ts';
import { publishedParameters as set } from '../../shared/parameters/default-set.ts';

const day = asPlainDate;
/** Month 0 is December 2026. */
const dataCut = day('2026-11-20');

const learner: Learner = {
  id: 'l1',
  personId: 'p1',
  route: 'framework',
  university: 'kings',
  stage: 'pgcert',
  intakeMonth: asMonth('2026-09'),
  weeklyReleaseMinutes: null,
  statedReleaseMinutes: null,
  releaseDays: null,
  studyDayRule: 'made-up',
  supervisor: null,
  fundingSource: null,
  feePence: null,
  fundingPence: null,
  status: 'enrolled',
  statusDate: day('2026-09-28'),
  startedOn: null,
  interruptedOn: null,
  returnsOn: null,
  withdrawnOn: null,
  qualifiedOn: null,
  interruptions: 0,
  roleHeld: null,
  roleSince: null,
  version: 1,
};

function stateOf(change: Partial<Learner>): ReturnType<typeof studyState> {
  return studyState({ ...learner, ...change }, dataCut);
}

describe('someone planned', () => {
  it.each(['interested', 'applied', 'offered', 'funded'] as const)(
    '%s for September 2027 starts in 9 months from December 2026',
    (status) => {
      expect(stateOf({ status, intakeMonth: asMonth('2027-09') })).toEqual({
        kind: 'planned',
        stage: 1,
        startIn: 9,
        status,
        intakePassed: false,
      });
    },
  );

  it('an intake that has passed counts for the next one, and is to be checked', () => {
    expect(stateOf({ status: 'offered', intakeMonth: asMonth('2026-09') })).toMatchObject({
      startIn: 9,
      intakePassed: true,
    });
    expect(stateOf({ status: 'offered', intakeMonth: asMonth('2025-12') })).toMatchObject({ startIn: 0 });
    expect(stateOf({ status: 'offered', intakeMonth: asMonth('2026-11') })).toMatchObject({ startIn: 11 });
  });

  it('the further someone has come the likelier the start, and enrolled is certain', () => {
    const chances = (['interested', 'applied', 'offered', 'funded', 'enrolled'] as const).map(
      (status) => uptakeOn(status, dataCut, set).basisPoints,
    );
    expect(chances).toEqual([2500, 5000, 8000, 9500, 10000]);
    expect(uptakeOn('funded', dataCut, set).use).toMatchObject({
      code: 'UPTAKE_FUNDED',
      status: 'assumption',
    });
    expect(() => uptakeOn('withdrawn', dataCut, set)).toThrow(RangeError);
  });
});

describe('someone enrolled', () => {
  it('who started in September 2026 has 3 months gone by at the start of December', () => {
    expect(stateOf({})).toEqual({
      kind: 'studying',
      stage: 1,
      elapsed: 3,
      interruptionsUsed: 0,
      awardOverdue: false,
    });
  });

  it('the day of the start stands above the intake month', () => {
    expect(stateOf({ startedOn: day('2026-10-05') })).toMatchObject({ elapsed: 2 });
  });

  it('before the start month is over the person is planned, and certain to start', () => {
    const state = stateOf({ intakeMonth: asMonth('2027-01') });
    expect(state).toMatchObject({ kind: 'planned', startIn: 1, status: 'enrolled', intakePassed: false });
    expect(stateOf({ intakeMonth: asMonth('2026-12') })).toMatchObject({ kind: 'planned', startIn: 0 });
    expect(stateOf({ intakeMonth: asMonth('2026-11') })).toMatchObject({ kind: 'studying', elapsed: 1 });
  });

  it('the award is due after 12 months, and overdue only after more', () => {
    expect(stateOf({ startedOn: day('2025-12-01') })).toMatchObject({ elapsed: 12, awardOverdue: false });
    expect(stateOf({ startedOn: day('2025-11-01') })).toMatchObject({ elapsed: 12, awardOverdue: true });
  });

  it('months away do not count as study, and past 12 months the award is overdue', () => {
    // September 2024 to December 2026 is 27 months; 12 of them away leave 15, so the award is overdue
    const back = {
      startedOn: day('2024-09-30'),
      interruptedOn: day('2025-01-13'),
      returnsOn: day('2026-01-12'),
    };
    expect(stateOf({ ...back, interruptions: 1 })).toMatchObject({ elapsed: 12, awardOverdue: true });
    // September 2025 to December 2026 is 15 months; 4 away leave 11
    const parental = {
      startedOn: day('2025-09-29'),
      interruptedOn: day('2026-02-02'),
      returnsOn: day('2026-06-01'),
    };
    expect(stateOf(parental)).toMatchObject({ elapsed: 11, interruptionsUsed: 1, awardOverdue: false });
  });

  it('a pause without dates is taken to have lasted 12 months', () => {
    expect(stateOf({ startedOn: day('2025-09-29'), interruptions: 1 })).toMatchObject({ elapsed: 3 });
  });
});

describe('someone interrupted', () => {
  const away = {
    status: 'interrupted',
    startedOn: day('2025-09-29'),
    interruptedOn: day('2026-02-10'),
    statusDate: day('2026-02-10'),
    interruptions: 1,
  } as const;

  it('stopped after 5 months and is back in the month the return is expected', () => {
    expect(stateOf({ ...away, returnsOn: day('2027-04-12') })).toEqual({
      kind: 'interrupted',
      stage: 1,
      elapsed: 5,
      returnIn: 4,
      interruptionsUsed: 1,
      returnOverdue: false,
    });
  });

  it('without an expected return it is 12 months after the interruption', () => {
    expect(stateOf(away)).toMatchObject({ returnIn: 2 });
  });

  it('a return that should have been counts at once, and is to be checked', () => {
    expect(stateOf({ ...away, returnsOn: day('2026-09-28') })).toMatchObject({
      returnIn: 0,
      returnOverdue: true,
    });
  });

  it('a second interruption leaves the first year away out of the study months', () => {
    const twice = { ...away, startedOn: day('2024-09-30'), interruptions: 2 };
    expect(stateOf(twice)).toMatchObject({ elapsed: 17 - 12, interruptionsUsed: 2 });
  });

  it('no more than the 10 study months can be done', () => {
    expect(stateOf({ ...away, startedOn: day('2024-09-30') })).toMatchObject({ elapsed: 10 });
  });
});

describe('someone qualified', () => {
  const qualified = {
    status: 'qualified',
    qualifiedOn: day('2026-09-15'),
    startedOn: day('2025-09-29'),
  } as const;

  it('holds the award of the stage, 3 months after September 2026', () => {
    expect(stateOf(qualified)).toEqual({
      kind: 'graduated',
      held: 1,
      sinceAward: 3,
      interruptionsUsed: 0,
      nextStartIn: null,
    });
    expect(stateOf({ ...qualified, stage: 'masters' })).toMatchObject({ held: 3, nextStartIn: null });
  });

  it('may still go on where the next intake lies ahead', () => {
    const early = { ...qualified, qualifiedOn: day('2026-11-10'), startedOn: day('2026-01-05') };
    expect(stateOf(early)).toMatchObject({ sinceAward: 1, nextStartIn: 1 });
    expect(stateOf({ ...early, startedOn: day('2025-12-01') })).toMatchObject({ nextStartIn: 0 });
    expect(stateOf({ ...early, stage: 'masters' })).toMatchObject({ nextStartIn: null });
    expect(stateOf({ ...qualified, interruptions: 1 })).toMatchObject({ nextStartIn: 9 });
  });

  it('without the day of the award the day of the status stands in', () => {
    expect(stateOf({ status: 'qualified', statusDate: day('2026-10-01') })).toMatchObject({ sinceAward: 2 });
  });
});

describe('everyone else', () => {
  it('someone withdrawn is in no state of the pipeline, nor is a route without stages', () => {
    expect(stateOf({ status: 'withdrawn' })).toEqual({ kind: 'none', why: 'withdrawn' });
    const other = { route: 'doctoral', stage: 'none', university: 'none', status: 'qualified' } as const;
    expect(stateOf(other)).toEqual({ kind: 'none', why: 'other-route' });
  });
});

describe('the rows of one person', () => {
  const certificate: Learner = { ...learner, id: 'a', status: 'qualified' };
  const diploma: Learner = { ...learner, id: 'b', stage: 'pgdip', intakeMonth: asMonth('2027-09') };

  it('the highest stage leads, whatever the order', () => {
    expect(leadingRow([certificate, diploma])?.id).toBe('b');
    expect(leadingRow([diploma, certificate])?.id).toBe('b');
  });

  it('someone who withdrew from the Diploma still holds the Certificate', () => {
    expect(leadingRow([certificate, { ...diploma, status: 'withdrawn' }])?.id).toBe('a');
  });

  it('of two attempts at a stage the later leads; only withdrawals leave nothing', () => {
    const again: Learner = { ...certificate, id: 'c', intakeMonth: asMonth('2027-09') };
    expect(leadingRow([again, certificate])?.id).toBe('c');
    expect(leadingRow([certificate, again])?.id).toBe('c');
    expect(leadingRow([{ ...certificate, status: 'withdrawn' }])).toBeNull();
    expect(leadingRow([])).toBeNull();
  });
});

describe('statuses', () => {
  it('only the enrolled are in study now; the interrupted are paused, not released', () => {
    const inPhase = (phase: string): string[] =>
      learnerStatuses.filter((status) => phaseOf(status) === phase);
    expect(inPhase('planned')).toEqual(['interested', 'applied', 'offered', 'funded']);
    expect(inPhase('in-study')).toEqual(['enrolled']);
    expect(inPhase('paused')).toEqual(['interrupted']);
    expect(inPhase('past')).toEqual(['withdrawn', 'qualified']);
  });

  it('a status reads by its id or its name', () => {
    expect(parseLearnerStatus('Offered a place')).toBe('offered');
    expect(parseLearnerStatus(' ENROLLED ')).toBe('enrolled');
    expect(parseLearnerStatus('deferred')).toBeNull();
  });
});

describe('the stored days of release', () => {
  it('a weekday from Monday to Sunday with minutes of one day is taken, anything else refused', () => {
    expect(releaseDaysSchema.parse([{ weekday: 2, minutes: 450 }])).toEqual([{ weekday: 2, minutes: 450 }]);
    for (const bad of [
      { weekday: 0, minutes: 450 },
      { weekday: 2, minutes: 0 },
      { weekday: 2, minutes: 1441 },
    ]) {
      expect(releaseDaysSchema.safeParse([bad]).success).toBe(false);
    }
  });
});
