/**
 * The seven roles of a trust. A person has one role in each trust they belong to. An approver is a rota or line manager;
 * a learner sees the own page and nothing else.
 */
export const roles = [
  'workforce',
  'research',
  'finance',
  'administrator',
  'read-only',
  'approver',
  'learner',
] as const;

export type Role = (typeof roles)[number];

/** How a role is called on screen. */
export const roleNames: Readonly<Record<Role, string>> = {
  workforce: 'Workforce manager',
  research: 'Research director',
  finance: 'Finance',
  administrator: 'Administrator',
  'read-only': 'Read-only',
  approver: 'Approver',
  learner: 'Learner',
};

export function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}

/** @throws RangeError when the text names no role: a row of the database that this program does not understand. */
export function asRole(text: string): Role {
  if (!isRole(text)) throw new RangeError('not a role');
  return text;
}
