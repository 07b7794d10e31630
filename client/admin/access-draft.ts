import type { Role } from '../../shared/access/roles.ts';

/** What the form holds; what a role has no use for is kept while another is tried, and is not sent. */
export type AccessDraft = {
  readonly role: Role;
  readonly divisions: readonly string[];
  readonly employeeNumber: string;
};

/** What is asked of the server: divisions of those who can be limited, a number of a learner alone. */
export function accessOf({ role, divisions, employeeNumber }: AccessDraft): {
  readonly role: Role;
  readonly divisions: string[];
  readonly employeeNumber: string | null;
} {
  const number = employeeNumber.trim();
  return {
    role,
    divisions: role === 'learner' || role === 'administrator' ? [] : [...divisions],
    employeeNumber: role === 'learner' && number !== '' ? number : null,
  };
}
