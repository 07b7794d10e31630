import { shippedProfiles, type Profile } from '../../shared/imports/profile.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readSavedProfiles } from './read-profiles.ts';

/** A layout as the page lists it; a shipped one has no version and cannot be changed. */
export type ListedProfile = Profile & { readonly version: number | null };

/** Layouts that a file can be read with: the trust's own by name, then those that come with the program. */
export async function listProfiles(ctx: TrustContext): Promise<readonly ListedProfile[]> {
  const saved = await withTrust(ctx, (tx) => readSavedProfiles(tx, ctx.trustId));
  return [
    ...saved.map(({ id, kind, name, headings, values, version }) => ({
      id,
      kind,
      name,
      headings,
      values,
      version,
    })),
    ...shippedProfiles.map((profile) => ({ ...profile, version: null })),
  ];
}
