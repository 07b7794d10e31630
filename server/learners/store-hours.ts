import { sql } from 'kysely';
import type { HoursTaken } from '../../shared/learners/hours-taken.ts';
import type { TrustWriter } from '../db/with-trust.ts';

/** Records a week. @returns false when the week is recorded already. */
export async function insertHours(tx: TrustWriter, trustId: string, hours: HoursTaken): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('hours_taken')
    .values({
      trust_id: trustId,
      id: hours.id,
      learner_id: hours.learnerId,
      week: hours.week,
      minutes: hours.minutes,
      source: hours.source,
      version: hours.version,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

type At = { readonly id: string; readonly version: number };

/** Writes a recorded week of a known version. @returns whether it still had that version. */
export async function updateHours(
  tx: TrustWriter,
  trustId: string,
  { id, version }: At,
  { minutes, source }: Pick<HoursTaken, 'minutes' | 'source'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('hours_taken')
    .set({ minutes, source, version: sql<number>`version + 1` })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Makes a week of a known version not recorded. @returns whether it still had that version. */
export async function deleteHours(tx: TrustWriter, trustId: string, { id, version }: At): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('hours_taken')
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
