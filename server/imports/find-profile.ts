import { err, ok, type Result } from '../../shared/core/result.ts';
import type { ImportKind } from '../../shared/imports/kind.ts';
import { findShipped, type Profile } from '../../shared/imports/profile.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readSavedProfiles } from './read-profiles.ts';

/** The layout a file may be uploaded with. Refused with `bad-input` when there is none, or when it ended. */
export async function findProfile(ctx: TrustContext, kind: ImportKind, id: string): Promise<Result<Profile>> {
  const shipped = findShipped(kind, id);
  if (shipped !== null) return ok(shipped);
  const saved = await withTrust(ctx, (tx) => readSavedProfiles(tx, ctx.trustId));
  const found = saved.find((profile) => profile.id === id && profile.kind === kind);
  return found === undefined ? err('bad-input', 'There is no such layout for this kind of file.') : ok(found);
}
