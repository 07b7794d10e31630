import { delegationRoleNames, delegationRoles, type DelegationRole } from '../research/delegation.ts';
import { optional, required, type RowOf } from './columns.ts';
import { readDate } from './read-date.ts';
import { foldName, readEmployeeNumber, readOneOf, readText } from './read-text.ts';
import { readReference } from './study-columns.ts';

/** Other words for a role. A Chief Investigator leads the study at their own site, as its Principal Investigator. */
const otherNames: Readonly<Record<string, DelegationRole>> = {
  ci: 'pi',
  'chief investigator': 'pi',
  'lead investigator': 'pi',
  'co-investigator': 'coi',
  'co investigator': 'coi',
  'co-i': 'coi',
  'sub-investigator': 'coi',
  'sub investigator': 'coi',
  'sub-i': 'coi',
  subi: 'coi',
  api: 'associate-pi',
  'associate pi': 'associate-pi',
  'pi oversight site lead': 'pi-oversight-site-lead',
  'site lead': 'pi-oversight-site-lead',
};

const roleNames = Object.values(delegationRoleNames).join(', ');

const readRole = readOneOf<DelegationRole>(
  new Map<string, DelegationRole>([
    ...delegationRoles.flatMap((role) =>
      [role, foldName(delegationRoleNames[role])].map((text) => [text, role] as const),
    ),
    ...Object.entries(otherNames),
  ]),
  `${roleNames} (also PI, CI, Co-I, Sub-I, Associate PI, Site lead)`,
);

const day = 'DD/MM/YYYY or YYYY-MM-DD';

/** The columns of the delegation log: our own template, documented from this list alone. */
export const delegationColumns = {
  studyReference: required('Study Reference', readReference, {
    meaning: 'Reference of the study, as in the study list',
    example: 'EXAMPLE-0000 (delete this row)',
  }),
  employeeNumber: required('Employee Number', readEmployeeNumber, {
    meaning: 'Employee number, as in the staff file',
    unit: '6 to 10 digits',
    example: '00000000',
  }),
  role: required('Role', readRole, {
    meaning: `${roleNames}. Also accepted: PI, CI and Chief Investigator (Principal Investigator at their own site); Co-I, Sub-I, Co-Investigator, Sub-Investigator; Associate PI; Site lead`,
    example: 'Sub-Investigator',
    choices: Object.values(delegationRoleNames),
  }),
  startedOn: required('Start Date', readDate(), {
    meaning: 'First day in the role',
    unit: day,
    example: '01/03/2026',
  }),
  endedOn: optional('End Date', readDate(), {
    meaning: 'Last day in the role; empty while it is held',
    unit: day,
    example: '',
  }),
  source: optional('Source', readText, {
    meaning: 'Where the record comes from; empty says: imported delegation log',
    example: 'Site file, signed log',
  }),
} as const;

/** One accepted row of a delegation log. `source` null says nothing of it. */
export type DelegationRow = RowOf<typeof delegationColumns>;
