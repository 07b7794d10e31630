import { asMonth } from '../../shared/calendar/month.ts';
import { academicYearOfMonth } from '../../shared/calendar/years.ts';
import { releaseDaysSchema, type Learner } from '../../shared/learners/learner.ts';
import { isLearnerStatus } from '../../shared/learners/status.ts';
import { isRoute } from '../../shared/programmes/routes.ts';
import { isStage, type Stage } from '../../shared/programmes/stages.ts';
import { isUniversity, type University } from '../../shared/programmes/universities.ts';
import { ownCourseOf, type OwnCourses } from '../../shared/programmes/own-course.ts';
import { readOwnCourses } from '../catalogue/read.ts';
import type { TrustReader } from '../db/with-trust.ts';

/** A learner with the person they are. */
export type LearnerOfPerson = Learner & {
  readonly employeeNumber: string;
  readonly lastName: string;
  readonly firstName: string;
};

/** Everybody who is or was on the learner register of a trust, in order of intake and number. */
export async function readLearners(tx: TrustReader, trustId: string): Promise<readonly LearnerOfPerson[]> {
  const rows = await tx
    .selectFrom('learner as l')
    .innerJoin('person as p', (join) =>
      join.onRef('p.trust_id', '=', 'l.trust_id').onRef('p.id', '=', 'l.person_id'),
    )
    .selectAll('l')
    .select(['p.employee_number', 'p.last_name', 'p.first_name'])
    .where('l.trust_id', '=', trustId)
    .where('l.ended_at', 'is', null)
    .orderBy('l.intake_month')
    .orderBy('p.employee_number')
    .orderBy('l.stage')
    .execute();
  const courses = await readOwnCourses(tx, trustId);
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    employeeNumber: row.employee_number,
    lastName: row.last_name,
    firstName: row.first_name,
    route: known(row.route, isRoute),
    university: known(row.university, isUniversityOrNone),
    stage: known(row.stage, isStageOrNone),
    intakeMonth: asMonth(row.intake_month),
    weeklyReleaseMinutes: row.weekly_release_minutes,
    statedReleaseMinutes: row.stated_release_minutes,
    releaseDays: row.release_days === null ? null : releaseDaysSchema.parse(row.release_days),
    studyDayRule: row.study_day_rule,
    supervisor: row.supervisor,
    fundingSource: row.funding_source,
    feePence: row.fee_pence,
    fundingPence: row.funding_pence,
    status: known(row.status, isLearnerStatus),
    statusDate: row.status_date,
    startedOn: row.started_on,
    interruptedOn: row.interrupted_on,
    returnsOn: row.returns_on,
    withdrawnOn: row.withdrawn_on,
    qualifiedOn: row.qualified_on,
    interruptions: row.interruptions,
    roleHeld: row.role_held,
    roleSince: row.role_since,
    version: row.version,
    ...ownPart(courses, row),
  }));
}

/** What the trust entered of a learner's course; nothing where it entered nothing. */
function ownPart(
  courses: OwnCourses,
  row: { readonly university: string; readonly stage: string; readonly intake_month: string },
): Pick<Learner, 'own'> {
  const { university, stage } = row;
  const academicYear = academicYearOfMonth(asMonth(row.intake_month));
  const own = ownCourseOf(courses, { university, stage, academicYear });
  return own === null ? {} : { own };
}

function isUniversityOrNone(text: unknown): text is University | 'none' {
  return text === 'none' || isUniversity(text);
}

function isStageOrNone(text: unknown): text is Stage | 'none' {
  return text === 'none' || isStage(text);
}

/** @throws RangeError on a value this program does not know. */
function known<T extends string>(text: string, is: (text: unknown) => text is T): T {
  if (!is(text)) throw new RangeError('a learner with a value this program does not know');
  return text;
}
