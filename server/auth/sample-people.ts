import { roleNames, roles, type Role } from '../../shared/access/roles.ts';

/** One sample person for each role; they sign in without a password, where that is on. What an approver and a learner see is for the sample loader to say. */
export type SamplePerson = {
  /** What the sign-in page sends. */
  readonly key: Role;
  /** What its button says. */
  readonly label: string;
  readonly role: Role;
  readonly name: string;
  readonly signInKey: string;
};

export const samplePeople: readonly SamplePerson[] = roles.map((role) => ({
  key: role,
  label: roleNames[role],
  role,
  name: `Sample ${roleNames[role].toLowerCase()}`,
  signInKey: `sample:${role}`,
}));
