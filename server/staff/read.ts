import { sql } from 'kysely';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { parseStaffGroup, type Assignment, type Person } from '../../shared/staff/staff.ts';
import type { TrustReader } from '../db/with-trust.ts';

/**
 * Assignments in post on a day, of all staff groups, as they are held now, by assignment number. Whether one fills
 * shifts (`isCapacity`) or is registered (`isRegisteredGroup`) is for shared/staff to say; which team it belongs to for
 * `teamFinder` of shared/teams.
 */
export async function readAssignmentsOn(
  tx: TrustReader,
  trustId: string,
  day: PlainDate,
): Promise<readonly Assignment[]> {
  const rows = await assignments(tx, trustId)
    .where('superseded_at', 'is', null)
    .where('start_date', '<=', day)
    .where((where) => where.or([where('leaving_date', 'is', null), where('leaving_date', '>=', day)]))
    .execute();
  return rows.map(assignmentOf);
}

function assignments(tx: TrustReader, trustId: string) {
  return tx
    .selectFrom('assignment')
    .select(['id', 'person_id', 'assignment_number', 'staff_group', 'job_role', 'pay_scale', 'grade_step'])
    .select(['fte_e5', 'contracted_hours_x100', 'org_l4', 'org_l5', 'org_l6', 'org_l7', 'cost_centre'])
    .select(['status', 'category', 'start_date', 'leaving_date', 'fixed_term_end', 'increment_date'])
    .where('trust_id', '=', trustId)
    .orderBy('assignment_number');
}

type AssignmentRow = Awaited<ReturnType<ReturnType<typeof assignments>['execute']>>[number];

function assignmentOf(row: AssignmentRow): Assignment {
  return {
    id: row.id,
    personId: row.person_id,
    assignmentNumber: row.assignment_number,
    staffGroup: knownGroup(row.staff_group),
    jobRole: row.job_role,
    payScale: row.pay_scale,
    gradeStep: row.grade_step,
    fteE5: row.fte_e5,
    contractedHoursX100: row.contracted_hours_x100,
    orgL4: row.org_l4,
    orgL5: row.org_l5,
    orgL6: row.org_l6,
    orgL7: row.org_l7,
    costCentre: row.cost_centre,
    status: row.status,
    category: row.category,
    startDate: row.start_date,
    leavingDate: row.leaving_date,
    fixedTermEnd: row.fixed_term_end,
    incrementDate: row.increment_date,
  };
}

/** An assignment as one staff file had it, from that file's day until the day of the file that changed it. */
export type DatedAssignment = {
  readonly assignment: Assignment;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
};

/** Every state of the assignments of some people, oldest first; one that no day saw (put back at once) is left out. */
export async function readAssignmentHistory(
  tx: TrustReader,
  trustId: string,
  personIds: readonly string[],
): Promise<readonly DatedAssignment[]> {
  if (personIds.length === 0) return [];
  const rows = await assignments(tx, trustId)
    .select(['valid_from', 'valid_to', 'superseded_at'])
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .orderBy('valid_from')
    .orderBy('recorded_at')
    .execute();
  return rows
    .filter(
      ({ superseded_at: at, valid_from: from, valid_to: to }) => at === null || to === null || to > from,
    )
    .map((row) => ({ assignment: assignmentOf(row), validFrom: row.valid_from, validTo: row.valid_to }));
}

/** @throws RangeError on a group this program does not know. */
function knownGroup(text: string): Assignment['staffGroup'] {
  const group = parseStaffGroup(text);
  if (group === null) throw new RangeError('an assignment in a staff group this program does not know');
  return group;
}

/** A person with the name a page shows. */
export type NamedPerson = Person & { readonly name: string };

/** People by id, those of `ids` that there are. */
export async function readPeople(
  tx: TrustReader,
  trustId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedPerson>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('person')
    .selectAll()
    .where('trust_id', '=', trustId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        employeeNumber: row.employee_number,
        lastName: row.last_name,
        firstName: row.first_name,
        name: `${row.first_name} ${row.last_name}`,
        ageBand: row.age_band,
        registrationBody: row.registration_body,
        registrationNumber: row.registration_number,
      },
    ]),
  );
}

/** Person ids by employee number, of those the trust employs or employed. */
export async function readPersonIds(
  tx: TrustReader,
  trustId: string,
  employeeNumbers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (employeeNumbers.length === 0) return new Map();
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'employee_number'])
    .where('trust_id', '=', trustId)
    .where(sql<boolean>`employee_number = any(${[...employeeNumbers]}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.employee_number, row.id]));
}
