import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';

const day = z.custom<PlainDate>(isPlainDate, 'not a day of the calendar');
const text = (most: number) => z.string().trim().min(1).max(most);

export const heldStates = ['holds', 'studies', 'ended'] as const;

export type HeldState = (typeof heldStates)[number];

export const heldStateNames: Readonly<Record<HeldState, string>> = {
  holds: 'Holds',
  studies: 'Studies for',
  ended: 'No longer holds',
};

export const heldKinds = ['credential', 'role'] as const;

export const heldKindNames: Readonly<Record<(typeof heldKinds)[number], string>> = {
  credential: 'Credential',
  role: 'Role',
};

/** A credential or a role of a person, as recorded; `null` is not known, or none. */
export const personCredentialSchema = z.strictObject({
  personId: z.uuid(),
  kind: z.enum(heldKinds),
  /** Key of the catalogue, or the id of the trust's own entry; `null` for what the catalogue does not list. */
  credential: text(100).nullable(),
  name: text(200),
  /** University, college or employer that gave it. */
  issuer: text(200).nullable(),
  state: z.enum(heldStates),
  startedOn: day.nullable(),
  awardedOn: day.nullable(),
  expiresOn: day.nullable(),
  /** Where the proof is: certificate number, link, place of the paper. */
  evidence: text(300).nullable(),
});

export type PersonCredentialFields = z.infer<typeof personCredentialSchema>;

export type PersonCredential = PersonCredentialFields & { readonly id: string; readonly version: number };

/** What cannot be true of a person's credential, in sentences that say what to do. */
export function faultsOfHeld(held: PersonCredentialFields): string[] {
  const { kind, state, startedOn, awardedOn, expiresOn } = held;
  const since = awardedOn ?? startedOn;
  return [
    ...(kind === 'role' && state === 'studies'
      ? ['A role is held or ended; only a credential is studied for.']
      : []),
    ...(state === 'studies' && awardedOn !== null ? ['It was awarded: say that it is held.'] : []),
    ...(startedOn !== null && awardedOn !== null && awardedOn < startedOn
      ? ['The day of the award lies before the start.']
      : []),
    ...(since !== null && expiresOn !== null && expiresOn < since ? ['It expires before it begins.'] : []),
  ];
}

/** How a credential stands on a day: an expiry that has passed counts whatever was recorded. */
export type Standing = 'current' | 'expired' | 'studying' | 'ended';

export const standingNames: Readonly<Record<Standing, string>> = {
  current: 'Current',
  expired: 'Expired',
  studying: 'Studying',
  ended: 'Ended',
};

/** Valid through the day it expires on. */
export function standingOn({ state, expiresOn }: PersonCredentialFields, date: PlainDate): Standing {
  if (state === 'ended') return 'ended';
  if (state === 'studies') return 'studying';
  return expiresOn !== null && expiresOn < date ? 'expired' : 'current';
}
