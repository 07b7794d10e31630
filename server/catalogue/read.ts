import type { z } from 'zod';
import { rowSchemas, type KeptRow, type RowKind } from '../../shared/programmes/catalogue-rows.ts';
import type { OwnCourses } from '../../shared/programmes/own-course.ts';
import type { TrustReader } from '../db/with-trust.ts';

/** The table of each kind of row. */
export const tableOf = {
  'programme-terms': 'programme_terms',
  'programme-module': 'programme_module',
  'programme-fee': 'programme_fee',
  'network-contact': 'network_contact',
  'own-credential': 'own_credential',
  'person-credential': 'person_credential',
  'route-award': 'route_award',
} as const satisfies Readonly<Record<RowKind, string>>;

/** 'break_weeks' of 'breakWeeks': the columns bear the names of the fields. */
export function columnOf(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** @throws ZodError on a row this program does not understand. */
function keptRow<K extends RowKind>(kind: K, row: Readonly<Record<string, unknown>>): KeptRow<K> {
  const schema: z.ZodObject = rowSchemas[kind];
  const fields = Object.keys(schema.shape).map((field) => [field, row[columnOf(field)]] as const);
  const { id, version } = row as { id: string; version: number };
  return { ...schema.parse(Object.fromEntries(fields)), id, version } as KeptRow<K>;
}

/** Every row of a kind, oldest first. */
export async function readRows<K extends RowKind>(
  tx: TrustReader,
  trustId: string,
  kind: K,
): Promise<readonly KeptRow<K>[]> {
  const table: (typeof tableOf)[RowKind] = tableOf[kind];
  const rows = await tx.selectFrom(table).selectAll().where('trust_id', '=', trustId).orderBy('id').execute();
  return rows.map((row) => keptRow(kind, row));
}

/** What the trust entered of its courses. */
export async function readOwnCourses(tx: TrustReader, trustId: string): Promise<OwnCourses> {
  const terms = await readRows(tx, trustId, 'programme-terms');
  return { terms, fees: await readRows(tx, trustId, 'programme-fee') };
}
