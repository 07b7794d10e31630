import type { PlainDate } from '../calendar/plain-date.ts';

export const delegationRoles = ['pi', 'coi', 'associate-pi', 'pi-oversight-site-lead', 'other'] as const;

/** What somebody is on a study's delegation log. */
export type DelegationRole = (typeof delegationRoles)[number];

/** The two roles that make somebody an investigator. */
export type InvestigatorRole = Extract<DelegationRole, 'pi' | 'coi'>;

export const delegationRoleNames: Readonly<Record<DelegationRole, string>> = {
  pi: 'Principal Investigator',
  coi: 'Co-Investigator (sub-investigator)',
  'associate-pi': 'Associate Principal Investigator',
  'pi-oversight-site-lead': 'PI-oversight site lead',
  other: 'Other delegated role',
};

/** One person in one role on the delegation log of one study. */
export type DelegationEntry = {
  readonly id: string;
  readonly studyId: string;
  readonly personId: string;
  readonly role: DelegationRole;
  readonly startedOn: PlainDate;
  /** The last day in the role; `null` while it is held. */
  readonly endedOn: PlainDate | null;
  /** Where the record comes from. */
  readonly source: string;
  readonly version: number;
};

export function isDelegationRole(text: unknown): text is DelegationRole {
  return delegationRoles.some((role) => role === text);
}

export function isInvestigatorRole(role: DelegationRole): role is InvestigatorRole {
  return role === 'pi' || role === 'coi';
}
