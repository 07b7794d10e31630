import { sql } from 'kysely';
import type { LearnerDate, LearnerDateFields } from '../../shared/learners/learner-date.ts';
import type { TrustWriter } from '../db/with-trust.ts';

function rowOf({ kind, dueOn, doneOn, note }: LearnerDateFields) {
  return { kind, due_on: dueOn, done_on: doneOn, note };
}

export async function insertDate(
  tx: TrustWriter,
  trustId: string,
  { id, learnerId, ...fields }: Omit<LearnerDate, 'version'>,
): Promise<void> {
  const row = { trust_id: trustId, id, learner_id: learnerId, ...rowOf({ learnerId, ...fields }) };
  await tx.insertInto('learner_date').values(row).execute();
}

type At = { readonly id: string; readonly version: number };

/** Writes a day of a known version. @returns whether it still had that version. */
export async function updateDate(
  tx: TrustWriter,
  trustId: string,
  { id, version }: At,
  fields: LearnerDateFields,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('learner_date')
    .set({ ...rowOf(fields), version: sql<number>`version + 1` })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Removes a day of a known version. @returns whether it still had that version. */
export async function deleteDate(tx: TrustWriter, trustId: string, { id, version }: At): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('learner_date')
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
