import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { TrustWriter } from '../db/with-trust.ts';

/** Gives an entry of a known version another last day. @returns whether it still had that version. */
export async function updateEntryEnd(
  tx: TrustWriter,
  trustId: string,
  id: string,
  version: number,
  endedOn: PlainDate | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('delegation_entry')
    .set({ ended_on: endedOn, version: version + 1 })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Removes an entry of a known version. @returns whether it still had that version. */
export async function deleteEntry(
  tx: TrustWriter,
  trustId: string,
  id: string,
  version: number,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('delegation_entry')
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
