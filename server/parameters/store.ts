import type { Override } from '../../shared/parameters/override.ts';
import type { OwnedOverride } from '../../shared/parameters/override-faults.ts';
import { newId } from '../db/new-id.ts';
import type { TrustReader, TrustWriter } from '../db/with-trust.ts';

/** An override as somebody wants it kept. */
export type WantedOverride = OwnedOverride & { readonly owner: string; readonly note: string };

export type WhoAndWhen = { readonly userId: string; readonly now: Date };

/** One row, in force or ended: what its version is and which row it took the place of. */
export type StoredOverride = Pick<Override, 'code' | 'effectiveFrom' | 'value'> & {
  readonly id: string;
  readonly version: number;
  readonly ended: boolean;
  readonly replaces: string | null;
};

export async function findOverride(
  tx: TrustReader,
  trustId: string,
  id: string,
): Promise<StoredOverride | null> {
  const row = await tx
    .selectFrom('parameter_override')
    .select(['id', 'code', 'effective_from', 'value', 'version', 'ended_at', 'replaces'])
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { id: found, code, value, version, replaces } = row;
  return {
    id: found,
    code,
    effectiveFrom: row.effective_from,
    value,
    version,
    ended: row.ended_at !== null,
    replaces,
  };
}

/** Whether another row counts for the code from this very date. */
export async function isTaken(
  tx: TrustReader,
  trustId: string,
  { code, effectiveFrom }: Pick<Override, 'code' | 'effectiveFrom'>,
): Promise<boolean> {
  const row = await tx
    .selectFrom('parameter_override')
    .select('id')
    .where('trust_id', '=', trustId)
    .where('code', '=', code)
    .where('effective_from', '=', effectiveFrom)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds a row in force. @returns its id. */
export async function insertOverride(
  tx: TrustWriter,
  trustId: string,
  wanted: WantedOverride & { readonly replaces: string | null },
  { userId, now }: WhoAndWhen,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('parameter_override')
    .values({
      trust_id: trustId,
      id,
      code: wanted.code,
      effective_from: wanted.effectiveFrom,
      value: wanted.value,
      low: wanted.low,
      high: wanted.high,
      source: wanted.source,
      status: wanted.status,
      owner: wanted.owner,
      review_on: wanted.reviewOn,
      note: wanted.note,
      created_at: now,
      created_by: userId,
      replaces: wanted.replaces,
    })
    .execute();
  return id;
}

/** Ends a row of a known version. @returns whether it was in force with that version. */
export async function endRow(
  tx: TrustWriter,
  trustId: string,
  { id, version }: { readonly id: string; readonly version: number },
  { userId, now }: WhoAndWhen,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('parameter_override')
    .set({ ended_at: now, ended_by: userId, version: version + 1 })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Puts an ended row in force again. @returns whether it was ended with that version. */
export async function reopenRow(
  tx: TrustWriter,
  trustId: string,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('parameter_override')
    .set({ ended_at: null, ended_by: null, version: version + 1 })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('ended_at', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
