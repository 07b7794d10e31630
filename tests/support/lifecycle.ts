import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { MoveRequest, MoveSubject } from '../../shared/learners/check-move.ts';
import { moveFacts, type LifecycleState, type MoveId } from '../../shared/learners/lifecycle.ts';
import type { LearnerStatus } from '../../shared/learners/status.ts';

export const moveDay = asPlainDate('2026-11-20');

/** A row that stands in a state, with everything a move could ask for recorded already. */
export function subjectIn(state: LifecycleState, change: Partial<MoveSubject> = {}): MoveSubject {
  const status: LearnerStatus = state === 'ready' || state === 'named' ? 'qualified' : state;
  const started = ['enrolled', 'interrupted', 'qualified'].includes(status);
  return {
    state,
    hoursKnown: true,
    studiesElsewhere: false,
    row: {
      status,
      statusDate: asPlainDate('2026-10-12'),
      intakeMonth: asMonth('2026-09'),
      startedOn: started ? asPlainDate('2026-09-28') : null,
      interruptedOn: status === 'interrupted' ? asPlainDate('2026-10-12') : null,
      returnsOn: status === 'interrupted' ? asPlainDate('2027-10-04') : null,
      withdrawnOn: status === 'withdrawn' ? asPlainDate('2026-10-12') : null,
      qualifiedOn: status === 'qualified' ? asPlainDate('2026-10-12') : null,
      interruptions: status === 'interrupted' ? 1 : 0,
      supervisor: 'Supervisor',
      fundingSource: null,
    },
    ...change,
  };
}

/** A move with everything typed that it asks for. */
export function fullRequest(move: MoveId, change: Partial<MoveRequest> = {}): MoveRequest {
  return {
    move,
    on: asPlainDate('2026-11-16'),
    reason: moveFacts(move).reasons[0] ?? null,
    evidence: 'Exam board of 16 November 2026',
    expectedReturn: asPlainDate('2027-09-27'),
    fundingSource: 'nihr-bursary',
    ...change,
  };
}
