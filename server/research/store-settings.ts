import type { ResearchSetting } from '../../shared/research/settings.ts';
import { newId } from '../db/new-id.ts';
import type { TrustWriter } from '../db/with-trust.ts';

/** Adds a setting. @returns its id. */
export async function insertSetting(
  tx: TrustWriter,
  trustId: string,
  { kind, effectiveFrom, value, owner }: ResearchSetting,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('research_setting')
    .values({
      trust_id: trustId,
      id,
      kind,
      effective_from: effectiveFrom,
      value: JSON.stringify(value),
      owner,
    })
    .execute();
  return id;
}

/** Writes a setting of a known version. @returns whether it still had that version. */
export async function updateSetting(
  tx: TrustWriter,
  trustId: string,
  id: string,
  version: number,
  { value, owner }: ResearchSetting,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('research_setting')
    .set({ value: JSON.stringify(value), owner, version: version + 1 })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Removes a setting of a known version. @returns whether it still had that version. */
export async function deleteSetting(
  tx: TrustWriter,
  trustId: string,
  id: string,
  version: number,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('research_setting')
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
