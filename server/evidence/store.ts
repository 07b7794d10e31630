import type { JsonValue } from '../db/json.ts';
import type { TrustWriter } from '../db/with-trust.ts';

/** The tables whose rows are one checked value with what it was before. */
export type KeptTable = 'evidence_framework' | 'evidence_statement' | 'evidence_measure';

type NewRow = { readonly id: string; readonly fields: JsonValue };

export async function insertFramework(tx: TrustWriter, trustId: string, row: NewRow): Promise<void> {
  await tx
    .insertInto('evidence_framework')
    .values({ trust_id: trustId, id: row.id, fields: JSON.stringify(row.fields) })
    .execute();
}

export async function insertStatements(
  tx: TrustWriter,
  trustId: string,
  frameworkId: string,
  rows: readonly NewRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('evidence_statement')
    .values(
      rows.map(({ id, fields }) => ({
        trust_id: trustId,
        id,
        framework_id: frameworkId,
        fields: JSON.stringify(fields),
      })),
    )
    .execute();
}

export async function insertMeasure(tx: TrustWriter, trustId: string, row: NewRow): Promise<void> {
  await tx
    .insertInto('evidence_measure')
    .values({ trust_id: trustId, id: row.id, fields: JSON.stringify(row.fields) })
    .execute();
}

/** Writes a row of a known version and keeps what it was. @returns whether it still had that version. */
export async function updateRow(
  tx: TrustWriter,
  trustId: string,
  table: KeptTable,
  { id, version, fields, before }: NewRow & { readonly version: number; readonly before: JsonValue },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable(table)
    .set({
      fields: JSON.stringify(fields),
      before: before === null ? null : JSON.stringify(before),
      version: version + 1,
    })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type RowBefore = { readonly before: JsonValue; readonly version: number };

/** What a row was before its last change; `null` when there is no such row. */
export async function findBefore(
  tx: TrustWriter,
  trustId: string,
  table: KeptTable,
  id: string,
): Promise<RowBefore | null> {
  const row = await tx
    .selectFrom(table)
    .select(['before', 'version'])
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Removes a row that was just added. @returns whether it still had its first version. */
export async function deleteAdded(
  tx: TrustWriter,
  trustId: string,
  table: KeptTable,
  id: string,
): Promise<boolean> {
  if (table === 'evidence_framework') {
    await tx
      .deleteFrom('evidence_statement')
      .where('trust_id', '=', trustId)
      .where('framework_id', '=', id)
      .execute();
  }
  const { numDeletedRows } = await tx
    .deleteFrom(table)
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', 1)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Whether a pack or a changed question rests on a framework, so that it cannot be removed. */
export async function isFrameworkUsed(tx: TrustWriter, trustId: string, id: string): Promise<boolean> {
  const pack = await tx
    .selectFrom('evidence_pack')
    .select('id')
    .where('trust_id', '=', trustId)
    .where('framework_id', '=', id)
    .executeTakeFirst();
  const changed = await tx
    .selectFrom('evidence_statement')
    .select('id')
    .where('trust_id', '=', trustId)
    .where('framework_id', '=', id)
    .where('version', '>', 1)
    .executeTakeFirst();
  return pack !== undefined || changed !== undefined;
}

export async function insertPack(
  tx: TrustWriter,
  trustId: string,
  pack: {
    readonly id: string;
    readonly frameworkId: string;
    readonly title: string;
    readonly madeAt: Date;
    readonly madeBy: string;
    readonly text: string;
    readonly sha256: string;
  },
): Promise<void> {
  await tx
    .insertInto('evidence_pack')
    .values({
      trust_id: trustId,
      id: pack.id,
      framework_id: pack.frameworkId,
      title: pack.title,
      made_at: pack.madeAt,
      made_by: pack.madeBy,
      snapshot: pack.text,
      sha256: pack.sha256,
    })
    .execute();
}

/** Keeps that somebody lets the held texts of a pack leave; in the place of what was confirmed before. */
export async function putConfirmation(
  tx: TrustWriter,
  trustId: string,
  row: {
    readonly packId: string;
    readonly holdsSha256: string;
    readonly confirmedAt: Date;
    readonly confirmedBy: string;
  },
): Promise<void> {
  const values = {
    holds_sha256: row.holdsSha256,
    confirmed_at: row.confirmedAt,
    confirmed_by: row.confirmedBy,
  };
  await tx
    .insertInto('evidence_confirmation')
    .values({ trust_id: trustId, pack_id: row.packId, ...values })
    .onConflict((conflict) => conflict.columns(['trust_id', 'pack_id']).doUpdateSet(values))
    .execute();
}
