import { generateTrust } from '../../server/sample/generate-trust.ts';
import { trustPlans } from '../../server/sample/trust-plans.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { newStudySchema } from '../../shared/research/register.ts';
import type { RecordedRegister } from '../../shared/pipeline/calibration/register-as-at.ts';

/** A sample trust as its register would be on the day it was loaded: everything recorded on that one day. */
export function recordedSample(name: keyof typeof trustPlans): RecordedRegister {
  const { staff, learners, research } = generateTrust(trustPlans[name]);
  const today = asPlainDate('2026-11-20');
  return {
    learners: learners.map((row, index) => ({
      learner: { ...row, id: `learner ${index}`, personId: row.employeeNumber, version: 1 },
      recordedOn: today,
    })),
    moves: [],
    studies: research.studies.map((study) => ({
      ...newStudySchema.parse(study),
      id: study.reference,
      version: 1,
    })),
    entries: research.entries.map((entry, index) => ({
      ...entry,
      id: `entry ${index}`,
      studyId: entry.studyReference,
      personId: entry.employeeNumber,
      version: 1,
    })),
    posts: staff.map((row) => ({
      personId: row.employeeNumber,
      staffGroup: row.staffGroup,
      ageBand: row.ageBand,
      from: row.startDate,
      to: row.leavingDate,
    })),
    staffSeenFrom: today,
  };
}
