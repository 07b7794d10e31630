import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { frameworkSchema } from '../../shared/evidence/statement.ts';
import { changedElsewhere } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { readFrameworks } from './read.ts';
import { updateRow } from './store.ts';

export const saveFrameworkInput = z.strictObject({
  known: z.strictObject({ id: z.uuid(), version: z.int().positive() }),
  framework: frameworkSchema.omit({ base: true }),
});

type SaveFramework = z.output<typeof saveFrameworkInput>;

/** A row that was written, by which the change is undone. */
export type SavedRow = { readonly id: string; readonly version: number };

/** Changes name, status, source or note of a framework. Refused with `not-found` and `changed-elsewhere`. */
export async function saveFramework(
  ctx: TrustContext,
  { known, framework }: SaveFramework,
): Promise<Result<SavedRow>> {
  return withTrustWrite(ctx, 'evidence.saveFramework', async (tx, audit) => {
    const held = (await readFrameworks(tx, ctx.trustId)).find(({ id }) => id === known.id);
    if (held === undefined) return err('not-found', 'This framework is not there. It may have been removed.');
    const { base, name, status, source, note } = held;
    const before = { base, name, status, source, note };
    const row = { ...known, fields: { ...framework, base }, before };
    if (!(await updateRow(tx, ctx.trustId, 'evidence_framework', row))) return changedElsewhere;
    const version = known.version + 1;
    audit({
      entity: 'evidence-framework',
      entityId: known.id,
      versionBefore: known.version,
      versionAfter: version,
      after: { status: framework.status },
    });
    return ok({ id: known.id, version });
  });
}
