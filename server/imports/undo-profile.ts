import { err, ok, type Result } from '../../shared/core/result.ts';
import { foldName } from '../../shared/imports/read-text.ts';
import { allowImport } from '../../shared/imports/who-imports.ts';
import { changedElsewhere } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { readSavedProfiles, type SavedProfile } from './read-profiles.ts';
import type { KnownProfile } from './save-profile.ts';
import { deleteProfile, updateProfile } from './store-profiles.ts';

/**
 * Puts a layout back as it was before the change that made this version; one that was new is removed.
 *
 * Refused with `changed-elsewhere` when it changed since, `already-applied` when there is nothing to go back to or its
 * old name was given to another.
 */
export async function undoProfile(
  ctx: TrustContext,
  known: KnownProfile,
): Promise<Result<{ readonly id: string }>> {
  return withTrustWrite(ctx, 'imports.undoProfile', async (tx, audit) => {
    const all = await readSavedProfiles(tx, ctx.trustId, { ended: true });
    const found = all.find(({ id }) => id === known.id);
    if (found === undefined) return err('already-applied', 'This change was undone already.');
    const allowed = allowImport(ctx.role, found.kind);
    if (!allowed.ok) return allowed;
    if (found.version !== known.version) return changedElsewhere;
    const undone = await putBack(ctx, tx, found, all);
    if (!undone.ok) return undone;
    audit({
      entity: 'import_profile',
      entityId: known.id,
      versionBefore: known.version,
      ...(found.before === null ? {} : { versionAfter: known.version + 1 }),
      after: found.before === null ? 'removed' : 'as before',
    });
    return ok({ id: known.id });
  });
}

async function putBack(
  ctx: TrustContext,
  tx: TrustWriter,
  { id, version, kind, before }: SavedProfile,
  all: readonly SavedProfile[],
): Promise<Result<null>> {
  if (before === null) {
    if (version > 1) return err('already-applied', 'This change was undone already.');
    return (await deleteProfile(tx, ctx.trustId, id, version)) ? ok(null) : changedElsewhere;
  }
  const taken = all.some(
    (one) => one.id !== id && !one.ended && one.kind === kind && foldName(one.name) === foldName(before.name),
  );
  if (taken) return err('already-applied', 'Another layout has its old name now. Rename that one first.');
  const change = { id, version, fields: before, before: null, now: ctx.now() };
  return (await updateProfile(tx, ctx.trustId, change)) ? ok(null) : changedElsewhere;
}
