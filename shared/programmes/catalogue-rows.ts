import { z } from 'zod';
import { ownCredentialSchema } from './credentials.ts';
import { faultsOfContact, networkContactSchema } from './network-contact.ts';
import { faultsOfAward, ownAwardSchema } from './own-award.ts';
import {
  faultsOfFee,
  faultsOfModule,
  faultsOfTerms,
  programmeFeeSchema,
  programmeModuleSchema,
  programmeTermsSchema,
} from './own-course.ts';
import { faultsOfHeld, personCredentialSchema } from './person-credential.ts';

/** The trust's own rows of the catalogue, by kind. */
export const rowSchemas = {
  'programme-terms': programmeTermsSchema,
  'programme-module': programmeModuleSchema,
  'programme-fee': programmeFeeSchema,
  'network-contact': networkContactSchema,
  'own-credential': ownCredentialSchema,
  'person-credential': personCredentialSchema,
  'route-award': ownAwardSchema,
} as const;

export type RowKind = keyof typeof rowSchemas;
export type RowFields<K extends RowKind> = z.infer<(typeof rowSchemas)[K]>;
export type KeptRow<K extends RowKind> = RowFields<K> & { readonly id: string; readonly version: number };

export const rowKinds = Object.keys(rowSchemas) as readonly RowKind[];

const known = z.strictObject({ id: z.uuid(), version: z.int().positive() });

function rowOfKind<K extends RowKind>(kind: K) {
  return z.strictObject({ kind: z.literal(kind), known: known.nullable(), fields: rowSchemas[kind] });
}

/** A new row, or one that is known with the version the page showed. */
export const saveRowSchema = z.discriminatedUnion('kind', [
  rowOfKind('programme-terms'),
  rowOfKind('programme-module'),
  rowOfKind('programme-fee'),
  rowOfKind('network-contact'),
  rowOfKind('own-credential'),
  rowOfKind('person-credential'),
  rowOfKind('route-award'),
]);

export type SaveRow = z.infer<typeof saveRowSchema>;

/** A row to take out of the catalogue. */
export const removeRowSchema = z.strictObject({ kind: z.enum(rowKinds), known });

/** What cannot be true of a row, in sentences that say what to do; empty when all can. */
export function faultsOfRow(row: Pick<SaveRow, 'kind' | 'fields'>): string[] {
  const { kind, fields } = row as SaveRow;
  switch (kind) {
    case 'programme-terms':
      return faultsOfTerms(fields);
    case 'programme-module':
      return faultsOfModule(fields);
    case 'programme-fee':
      return faultsOfFee(fields);
    case 'network-contact':
      return faultsOfContact(fields);
    case 'own-credential':
      return [];
    case 'person-credential':
      return faultsOfHeld(fields);
    case 'route-award':
      return faultsOfAward(fields);
  }
}
