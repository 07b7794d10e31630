import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { faultsOfMapping } from '../../shared/imports/check-mapping.ts';
import { mappingSchema, type Mapping } from '../../shared/imports/profile.ts';
import { foldName } from '../../shared/imports/read-text.ts';
import { allowImport } from '../../shared/imports/who-imports.ts';
import { newId } from '../db/new-id.ts';
import { changedElsewhere } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { readSavedProfiles, type ProfileFields, type SavedProfile } from './read-profiles.ts';
import { insertProfile, updateProfile } from './store-profiles.ts';

/** A layout as the page showed it. */
export const knownProfileInput = z.strictObject({ id: z.uuid(), version: z.int().positive() });

/** A new layout, or a change of a known one. */
export const saveProfileInput = z.strictObject({
  known: knownProfileInput.nullable(),
  mapping: mappingSchema,
});

export type KnownProfile = z.output<typeof knownProfileInput>;

/** A layout at its version; with both, its last change is undone. */
export type WrittenProfile = { readonly id: string; readonly version: number };

/** What the audit log says of a layout: how much is mapped, never a person's own words. */
export function auditedProfile({ kind, headings, values }: Pick<Mapping, 'kind' | 'headings' | 'values'>) {
  return {
    kind,
    columns: Object.values(headings).filter((heading) => heading !== '').length,
    texts: Object.values(values).reduce((sum, texts) => sum + Object.keys(texts).length, 0),
  };
}

export function fieldsOf({ name, headings, values, ended }: SavedProfile): ProfileFields {
  return { name, headings, values, ended };
}

/**
 * Saves a layout or changes one; the next file whose headings match it is read with it.
 *
 * Refused with `bad-input` when a file could not be read with it, `already-applied` when another has its name,
 * `not-found`, and `changed-elsewhere` when somebody changed it after the page was drawn.
 */
export async function saveProfile(
  ctx: TrustContext,
  input: z.output<typeof saveProfileInput>,
): Promise<Result<WrittenProfile>> {
  const allowed = allowImport(ctx.role, input.mapping.kind);
  if (!allowed.ok) return allowed;
  const [fault] = faultsOfMapping(input.mapping);
  if (fault !== undefined) return err('bad-input', fault.message);
  return withTrustWrite(ctx, 'imports.saveProfile', async (tx, audit) => {
    const saved = await write(ctx, tx, input);
    if (saved.ok) {
      audit({
        entity: 'import_profile',
        entityId: saved.value.id,
        ...(input.known === null ? {} : { versionBefore: input.known.version }),
        versionAfter: saved.value.version,
        after: auditedProfile(input.mapping),
      });
    }
    return saved;
  });
}

async function write(
  ctx: TrustContext,
  tx: TrustWriter,
  { known, mapping }: z.output<typeof saveProfileInput>,
): Promise<Result<WrittenProfile>> {
  const { kind, name, headings, values } = mapping;
  const all = await readSavedProfiles(tx, ctx.trustId);
  const named = all.filter((one) => one.kind === kind && foldName(one.name) === foldName(name));
  if (named.some(({ id }) => id !== known?.id)) {
    return err('already-applied', 'Another layout of this kind of file has this name. Choose another name.');
  }
  if (known === null) {
    const id = newId();
    await insertProfile(tx, ctx.trustId, { id, kind, name, headings, values });
    return ok({ id, version: 1 });
  }
  const found = all.find((one) => one.id === known.id && one.kind === kind);
  if (found === undefined) return err('not-found', 'This layout is not here any more. Save it as a new one.');
  const fields = { name, headings, values, ended: false };
  const change = { ...known, fields, before: fieldsOf(found), now: ctx.now() };
  if (!(await updateProfile(tx, ctx.trustId, change))) return changedElsewhere;
  return ok({ id: known.id, version: known.version + 1 });
}
