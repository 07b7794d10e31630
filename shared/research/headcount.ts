import type { PlainDate } from '../calendar/plain-date.ts';
import type { StaffGroup } from '../staff/staff.ts';
import { delegationRoles, type DelegationEntry, type DelegationRole } from './delegation.ts';
import { entriesOn } from './named.ts';
import type { Study } from './study.ts';

type RoleSpan = Pick<DelegationEntry, 'studyId' | 'personId' | 'role' | 'startedOn' | 'endedOn'>;
type StudyEnd = Pick<Study, 'id' | 'closedOn'>;

/** People of one staff group (or of all) by the highest role they hold; `total` is people, never roles. */
export type HeadcountRow = {
  readonly byRole: Readonly<Record<DelegationRole, number>>;
  readonly total: number;
};

export type ResearchHeadcount = {
  /** Groups with somebody, the largest first. */
  readonly groups: readonly (HeadcountRow & { readonly staffGroup: StaffGroup })[];
  readonly all: HeadcountRow;
  /** On a log in force but in no post on the day: they left, or the staff file does not hold them. In no count above. */
  readonly notInPost: number;
};

/**
 * The one role each person is counted in: the first of `delegationRoles` they hold on the day.
 *
 * A person is counted once, however many studies they are on.
 */
export function highestRoleOn(
  studies: readonly StudyEnd[],
  entries: readonly RoleSpan[],
  date: PlainDate,
): ReadonlyMap<string, DelegationRole> {
  const highest = new Map<string, DelegationRole>();
  for (const { personId, role } of entriesOn(studies, entries, date)) {
    const known = highest.get(personId);
    if (known === undefined || rank(role) < rank(known)) highest.set(personId, role);
  }
  return highest;
}

function rank(role: DelegationRole): number {
  return delegationRoles.indexOf(role);
}

function countRoles(roles: readonly DelegationRole[]): HeadcountRow {
  const byRole = { pi: 0, coi: 0, 'associate-pi': 0, 'pi-oversight-site-lead': 0, other: 0 };
  for (const role of roles) byRole[role] += 1;
  return { byRole, total: roles.length };
}

/**
 * Research-active people in post on a day, by role and staff group, from the delegation log alone.
 *
 * @param groupOf the staff group of everybody in post on the day.
 */
export function researchHeadcount(
  studies: readonly StudyEnd[],
  entries: readonly RoleSpan[],
  groupOf: ReadonlyMap<string, StaffGroup>,
  date: PlainDate,
): ResearchHeadcount {
  const byGroup = new Map<StaffGroup, DelegationRole[]>();
  let notInPost = 0;
  for (const [personId, role] of highestRoleOn(studies, entries, date)) {
    const group = groupOf.get(personId);
    if (group === undefined) notInPost += 1;
    else byGroup.set(group, [...(byGroup.get(group) ?? []), role]);
  }
  const groups = [...byGroup].map(([staffGroup, roles]) => ({ staffGroup, ...countRoles(roles) }));
  groups.sort((a, b) => b.total - a.total || (a.staffGroup < b.staffGroup ? -1 : 1));
  return { groups, all: countRoles([...byGroup.values()].flat()), notInPost };
}
