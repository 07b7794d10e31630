import type { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { removeRowSchema } from '../../shared/programmes/catalogue-rows.ts';
import { changedElsewhere, keepChange, type Saved } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { readRows } from './read.ts';
import { deleteRow } from './store.ts';

/**
 * Takes a row of the trust out of the catalogue; undo brings it back.
 *
 * Refused with `not-found`, and `changed-elsewhere` when somebody changed it after the page was drawn.
 */
export async function removeRow(
  ctx: TrustContext,
  { kind, known }: z.output<typeof removeRowSchema>,
): Promise<Result<Saved>> {
  return withTrustWrite(ctx, 'catalogue.remove', async (tx, audit): Promise<Result<Saved>> => {
    const found = (await readRows(tx, ctx.trustId, kind)).find(({ id }) => id === known.id);
    if (found === undefined) return err('not-found', 'This row is not in the catalogue any more.');
    const { id, version, ...fields } = found;
    if (!(await deleteRow(tx, ctx.trustId, kind, known))) return changedElsewhere;
    const versionAfter = version + 1;
    const change = {
      entity: kind,
      entityId: id,
      versionAfter,
      before: { removed: fields },
    } as const;
    const changeId = await keepChange(tx, ctx.trustId, change);
    audit({ entity: kind, entityId: id, versionBefore: known.version, after: 'removed' });
    return ok({ id, version: versionAfter, changeId });
  });
}
