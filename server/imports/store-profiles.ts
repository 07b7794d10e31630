import type { ImportKind } from '../../shared/imports/kind.ts';
import type { TrustWriter } from '../db/with-trust.ts';
import type { ProfileFields } from './read-profiles.ts';

function rowOf({ name, headings, values }: Omit<ProfileFields, 'ended'>) {
  return { name, headings: JSON.stringify(headings), texts: JSON.stringify(values) };
}

export type NewProfile = Omit<ProfileFields, 'ended'> & { readonly id: string; readonly kind: ImportKind };

export async function insertProfile(tx: TrustWriter, trustId: string, profile: NewProfile): Promise<void> {
  const { id, kind } = profile;
  await tx
    .insertInto('import_profile')
    .values({ trust_id: trustId, id, kind, ...rowOf(profile) })
    .execute();
}

type Change = {
  readonly id: string;
  readonly version: number;
  readonly fields: ProfileFields;
  /** What to go back to; `null` when the change is itself an undo. */
  readonly before: ProfileFields | null;
  readonly now: Date;
};

/** Writes a layout of a known version. @returns whether it still had that version. */
export async function updateProfile(tx: TrustWriter, trustId: string, change: Change): Promise<boolean> {
  const { id, version, fields, before, now } = change;
  const { numUpdatedRows } = await tx
    .updateTable('import_profile')
    .set({
      ...rowOf(fields),
      version: version + 1,
      ended_at: fields.ended ? now : null,
      before: before === null ? null : JSON.stringify(before),
    })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Removes a layout that was never changed. @returns whether it was there at that version. */
export async function deleteProfile(
  tx: TrustWriter,
  trustId: string,
  id: string,
  version: number,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('import_profile')
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
