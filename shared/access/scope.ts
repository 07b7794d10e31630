import type { Role } from './roles.ts';

/** Whose rows somebody may see in a trust: all; those of the teams of some divisions; those of one person. */
export type Scope =
  | { readonly kind: 'trust' }
  | { readonly kind: 'divisions'; readonly divisions: readonly string[] }
  /** `null`: not linked to anybody in the staff file yet, and so nobody's rows. */
  | { readonly kind: 'person'; readonly personId: string | null };

export const wholeTrust: Scope = { kind: 'trust' };

/** What a membership says. */
export type Membership = {
  readonly role: Role;
  /** Empty: all of them. */
  readonly divisions: readonly string[];
  /** The person of the staff file somebody is; of learners alone. */
  readonly personId: string | null;
};

/** A learner sees the own rows, linked or not; anybody else what the divisions of the membership leave. */
export function scopeOf({ role, divisions, personId }: Membership): Scope {
  if (role === 'learner') return { kind: 'person', personId };
  return divisions.length === 0 ? wholeTrust : { kind: 'divisions', divisions };
}

/** Why a membership cannot be as it is asked for; `null` when it can. */
export function faultOfMembership({ role, divisions, personId }: Membership): string | null {
  if (role === 'administrator' && divisions.length > 0)
    return 'An administrator sees the whole trust: choose no division, or another role.';
  if (role === 'learner' && divisions.length > 0)
    return 'A learner sees the own page alone: choose no division, or another role.';
  if (role === 'learner' && personId === null)
    return 'A learner is linked to one person: give the employee number of the person in the staff file.';
  if (role !== 'learner' && personId !== null)
    return 'Only a learner is linked to a person of the staff file.';
  return null;
}
