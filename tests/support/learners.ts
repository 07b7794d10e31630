import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { Learner } from '../../shared/learners/learner.ts';
import type { Assignment } from '../../shared/staff/staff.ts';

/** A learner in the first weeks of a Certificate at Exeter, one day a week promised; change what a test is about. */
export function learner(change: Partial<Learner> = {}): Learner {
  return {
    id: 'learner-1',
    personId: 'person-1',
    route: 'framework',
    university: 'exeter',
    stage: 'pgcert',
    intakeMonth: asMonth('2026-09'),
    weeklyReleaseMinutes: 450,
    statedReleaseMinutes: null,
    releaseDays: null,
    studyDayRule: 'made-up',
    supervisor: null,
    fundingSource: null,
    feePence: 400_000,
    fundingPence: null,
    status: 'enrolled',
    statusDate: asPlainDate('2026-09-28'),
    startedOn: asPlainDate('2026-09-28'),
    interruptedOn: null,
    returnsOn: null,
    withdrawnOn: null,
    qualifiedOn: null,
    interruptions: 0,
    roleHeld: null,
    roleSince: null,
    version: 1,
    ...change,
  };
}

/** A full-time Band 5 nurse in post on active duty. */
export function assignment(change: Partial<Assignment> = {}): Assignment {
  return {
    id: 'assignment-1',
    personId: 'person-1',
    assignmentNumber: '10000001',
    staffGroup: 'Nursing and Midwifery Registered',
    jobRole: 'Staff Nurse',
    payScale: 'XR05',
    gradeStep: null,
    fteE5: 100_000,
    contractedHoursX100: 3750,
    orgL4: 'Medicine',
    orgL5: 'Acute medicine',
    orgL6: 'Ward 7',
    orgL7: null,
    costCentre: 'C100',
    status: null,
    category: null,
    startDate: asPlainDate('2020-01-06'),
    leavingDate: null,
    fixedTermEnd: null,
    incrementDate: null,
    ...change,
  };
}
