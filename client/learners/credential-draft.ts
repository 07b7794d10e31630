import { credentials, type Credential } from '../../shared/programmes/credentials.ts';
import {
  faultsOfHeld,
  heldKindNames,
  heldKinds,
  heldStateNames,
  heldStates,
  personCredentialSchema,
  type PersonCredential,
  type PersonCredentialFields,
} from '../../shared/programmes/person-credential.ts';
import type { RowDraft, RowField } from '../components/RowForm.tsx';
import { typedText } from '../format/typed.ts';

/** What is typed of one credential or role; `own` are the trust's entries. */
export function heldFields(
  own: readonly { readonly id: string; readonly name: string }[],
): readonly RowField[] {
  const named = (entry: Pick<Credential, 'key' | 'name' | 'owner'>) => ({
    value: entry.key,
    label: `${entry.name} (${entry.owner})`,
  });
  return [
    {
      key: 'kind',
      label: 'Credential or role',
      kind: 'select',
      options: heldKinds.map((value) => ({ value, label: heldKindNames[value] })),
    },
    {
      key: 'credential',
      label: 'In the catalogue',
      kind: 'select',
      options: [
        { value: '', label: 'Not in the catalogue' },
        ...credentials.map(named),
        ...own.map(({ id, name }) => ({ value: id, label: `${name} (this trust)` })),
      ],
    },
    { key: 'name', label: 'Its name', hint: 'Left empty, the name in the catalogue', kind: 'text' },
    { key: 'issuer', label: 'Given by', kind: 'text' },
    {
      key: 'state',
      label: 'State',
      kind: 'select',
      options: heldStates.map((value) => ({ value, label: heldStateNames[value] })),
    },
    { key: 'startedOn', label: 'Started on', kind: 'date' },
    { key: 'awardedOn', label: 'Awarded on', kind: 'date' },
    { key: 'expiresOn', label: 'Expires on', kind: 'date' },
    { key: 'evidence', label: 'Proof', hint: 'Certificate, link or place', kind: 'text' },
  ];
}

export const emptyHeld: RowDraft = { kind: 'credential', credential: '', state: 'holds' };

export function draftOfHeld(held: PersonCredential): RowDraft {
  const typed = Object.keys(personCredentialSchema.shape);
  return Object.fromEntries(
    Object.entries(held).flatMap(([key, value]) => (typed.includes(key) ? [[key, String(value ?? '')]] : [])),
  );
}

export type ReadHeld =
  | { readonly ok: true; readonly fields: PersonCredentialFields }
  | { readonly ok: false; readonly problems: readonly string[] };

/** What the form says, as the server takes it, or what stops it. */
export function readHeld(draft: RowDraft, personId: string, fields: readonly RowField[]): ReadHeld {
  const chosen = fields.find(({ key }) => key === 'credential')?.options ?? [];
  const entry = chosen.find(({ value }) => value !== '' && value === draft['credential']);
  const name = typedText(draft['name']) ?? entry?.label.replace(/ \([^(]*\)$/, '') ?? null;
  const typed = Object.fromEntries(fields.map(({ key }) => [key, typedText(draft[key])]));
  const read = personCredentialSchema.safeParse({ ...typed, name, personId });
  if (!read.success) {
    const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
    const labels = fields.filter(({ key }) => wrong.has(key)).map(({ label }) => label);
    return { ok: false, problems: labels.map((label) => `Type or correct: ${label}`) };
  }
  const problems = faultsOfHeld(read.data);
  return problems.length === 0 ? { ok: true, fields: read.data } : { ok: false, problems };
}
