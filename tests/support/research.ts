import { newId } from '../../server/db/new-id.ts';
import type { StaffGroup } from '../../shared/staff/staff.ts';
import type { TestDatabase } from './database.ts';
import type { TestTrust } from './trusts.ts';

type Researcher = {
  readonly number: string;
  readonly staffGroup: StaffGroup;
  readonly registrationBody?: string;
};

/** Somebody in post in a trust, called "Alex" and their employee number. @returns the id of the person. */
export async function addResearcher(
  db: Pick<TestDatabase, 'asApp'>,
  trust: TestTrust,
  { number, staffGroup, registrationBody }: Researcher,
): Promise<string> {
  const id = newId();
  await db.asApp(
    { trustId: trust.id },
    `insert into person (trust_id, id, employee_number, last_name, first_name, registration_body)
     values ($1, $2, $3, $3, 'Alex', $4)`,
    [trust.id, id, number, registrationBody ?? null],
  );
  await db.asApp(
    { trustId: trust.id },
    `insert into assignment (trust_id, id, person_id, assignment_number, staff_group, job_role, pay_scale, fte_e5,
       contracted_hours_x100, org_l4, cost_centre, start_date, valid_from)
     values ($1, $2, $3, $4, $5, 'Example role', 'XR07', 100000, 3750, 'Trust', 'CC1', '2020-01-01', '2020-01-01')`,
    [trust.id, newId(), id, `${number}-1`, staffGroup],
  );
  return id;
}

/** A study with nothing wrong; give it a reference of its own. */
export const exampleStudy = {
  reference: 'S-1',
  title: 'Cohort study of frailty',
  specialty: 'Ageing',
  studyType: 'observational',
  status: 'open',
  plannedClose: null,
  closedOn: null,
  delegationLogHeld: true,
  cpmsId: null,
  irasId: null,
  edgeId: null,
  commercial: null,
  sites: null,
  plannedOpen: null,
  openedOn: null,
} as const;
