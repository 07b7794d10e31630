import { z } from 'zod';
import type { ImportKind } from '../../shared/imports/kind.ts';
import { findShipped, mappingSchema, type Profile } from '../../shared/imports/profile.ts';
import type { TrustReader } from '../db/with-trust.ts';

/** A layout that the trust saved. */
export type SavedProfile = Profile & {
  readonly version: number;
  readonly ended: boolean;
  /** What it was before its last change; `null` when there is nothing to go back to. */
  readonly before: ProfileFields | null;
};

/** What a change of a layout may change. */
export const profileFieldsSchema = mappingSchema.omit({ kind: true }).extend({ ended: z.boolean() });

export type ProfileFields = z.infer<typeof profileFieldsSchema>;

/** Layouts that the trust saved, by name; those that ended only where asked for. */
export async function readSavedProfiles(
  tx: TrustReader,
  trustId: string,
  asked: { readonly ended: boolean } = { ended: false },
): Promise<readonly SavedProfile[]> {
  const rows = await tx
    .selectFrom('import_profile')
    .selectAll()
    .where('trust_id', '=', trustId)
    .$if(!asked.ended, (query) => query.where('ended_at', 'is', null))
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(({ id, version, kind, name, headings, texts, before, ended_at }) => ({
    ...mappingSchema.parse({ kind, name, headings, values: texts }),
    id,
    version,
    ended: ended_at !== null,
    before: before === null ? null : profileFieldsSchema.parse(before),
  }));
}

/** The layout of a kind of file with an id, shipped or saved, also one that ended; `null` when there is none. */
export async function readProfile(
  tx: TrustReader,
  trustId: string,
  kind: ImportKind,
  id: string,
): Promise<Profile | null> {
  const shipped = findShipped(kind, id);
  if (shipped !== null) return shipped;
  const saved = await readSavedProfiles(tx, trustId, { ended: true });
  const found = saved.find((profile) => profile.id === id && profile.kind === kind);
  return found === undefined
    ? null
    : { id, kind, name: found.name, headings: found.headings, values: found.values };
}
