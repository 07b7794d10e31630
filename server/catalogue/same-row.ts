import type { RowFields, RowKind } from '../../shared/programmes/catalogue-rows.ts';
import type { TrustReader } from '../db/with-trust.ts';
import { readRows } from './read.ts';

/** The fields by which a row stands once, as the unique keys of the tables have them. */
const keysOf: Readonly<Partial<Record<RowKind, readonly (readonly string[])[]>>> = {
  'programme-terms': [['university', 'stage', 'intakeMonth']],
  'programme-module': [['university', 'stage', 'name']],
  'programme-fee': [['university', 'stage', 'academicYear']],
  'own-credential': [['name']],
  'route-award': [['name'], ['award']],
};

type Held = Readonly<Record<string, unknown>>;

function isSame(key: readonly string[], a: Held, b: Held): boolean {
  return key.every((field) => b[field] !== null && a[field] === b[field]);
}

/** Whether another row of the kind says the same as these fields. */
export async function standsElsewhere(
  tx: TrustReader,
  trustId: string,
  kind: RowKind,
  id: string,
  fields: RowFields<RowKind>,
): Promise<boolean> {
  const rows = await readRows(tx, trustId, kind);
  return rows.some((row) => row.id !== id && (keysOf[kind] ?? []).some((key) => isSame(key, row, fields)));
}
