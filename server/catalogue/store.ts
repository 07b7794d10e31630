import { sql, type RawBuilder } from 'kysely';
import type { RowKind } from '../../shared/programmes/catalogue-rows.ts';
import type { JsonValue } from '../db/json.ts';
import type { TrustWriter } from '../db/with-trust.ts';
import { columnOf, tableOf } from './read.ts';

/** A row of a known version. */
export type At = { readonly id: string; readonly version: number };
export type Fields = Readonly<Record<string, JsonValue>>;

function valueOf(value: JsonValue): RawBuilder<unknown> {
  return Array.isArray(value) ? sql`${JSON.stringify(value)}::jsonb` : sql`${value}`;
}

/** Adds a row. @returns false when another stands for the same course and time, or has the name. */
export async function insertRow(
  tx: TrustWriter,
  trustId: string,
  kind: RowKind,
  { id, version }: At,
  fields: Fields,
): Promise<boolean> {
  const columns = Object.keys(fields).map((field) => sql.ref(columnOf(field)));
  const values = Object.values(fields).map(valueOf);
  const { numAffectedRows } = await sql`
    insert into ${sql.table(tableOf[kind])} (trust_id, id, version, ${sql.join(columns)})
    values (${trustId}, ${id}, ${version}, ${sql.join(values)}) on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Writes a row of a known version. @returns whether it still had that version. */
export async function updateRow(
  tx: TrustWriter,
  trustId: string,
  kind: RowKind,
  { id, version }: At,
  fields: Fields,
): Promise<boolean> {
  const set = Object.entries(fields).map(
    ([field, value]) => sql`${sql.ref(columnOf(field))} = ${valueOf(value)}`,
  );
  const { numAffectedRows } = await sql`
    update ${sql.table(tableOf[kind])} set version = ${version + 1}, ${sql.join(set)}
    where trust_id = ${trustId} and id = ${id} and version = ${version}`.execute(tx);
  return numAffectedRows === 1n;
}

/** Removes a row of a known version. @returns whether it still had that version. */
export async function deleteRow(
  tx: TrustWriter,
  trustId: string,
  kind: RowKind,
  { id, version }: At,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom(tableOf[kind])
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}
