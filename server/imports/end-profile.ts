import { err, ok, type Result } from '../../shared/core/result.ts';
import { allowImport } from '../../shared/imports/who-imports.ts';
import { changedElsewhere } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { readSavedProfiles } from './read-profiles.ts';
import { auditedProfile, fieldsOf, type KnownProfile, type WrittenProfile } from './save-profile.ts';
import { updateProfile } from './store-profiles.ts';

/**
 * Ends a layout: it is proposed no more, and what was imported with it stays as it is.
 *
 * Refused with `not-found`, and with `changed-elsewhere` when somebody changed it after the page was drawn.
 */
export async function endProfile(ctx: TrustContext, known: KnownProfile): Promise<Result<WrittenProfile>> {
  return withTrustWrite(ctx, 'imports.endProfile', async (tx, audit) => {
    const found = (await readSavedProfiles(tx, ctx.trustId)).find(({ id }) => id === known.id);
    if (found === undefined) return err('not-found', 'This layout is not here any more.');
    const allowed = allowImport(ctx.role, found.kind);
    if (!allowed.ok) return allowed;
    const before = fieldsOf(found);
    const change = { ...known, fields: { ...before, ended: true }, before, now: ctx.now() };
    if (!(await updateProfile(tx, ctx.trustId, change))) return changedElsewhere;
    audit({
      entity: 'import_profile',
      entityId: known.id,
      versionBefore: known.version,
      versionAfter: known.version + 1,
      after: { ...auditedProfile(found), ended: true },
    });
    return ok({ id: known.id, version: known.version + 1 });
  });
}
