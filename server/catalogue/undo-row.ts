import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { rowKinds, rowSchemas, type RowKind } from '../../shared/programmes/catalogue-rows.ts';
import { changedElsewhere, markUndone, readChange, type RegisterChange } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { standsElsewhere } from './same-row.ts';
import { deleteRow, insertRow, updateRow } from './store.ts';

export const undoRowInput = z.strictObject({ changeId: z.uuid() });

/** The row as it was, in the shape of a removal. */
const removal = z.strictObject({ removed: z.unknown() });

/** Puts a row back as a change found it: one it added goes, one it removed comes back, a changed one is as before. */
async function putBack(
  tx: TrustWriter,
  trustId: string,
  kind: RowKind,
  { entityId: id, versionAfter: version, before }: RegisterChange,
): Promise<boolean> {
  const at = { id, version };
  if (before === null) return deleteRow(tx, trustId, kind, at);
  const removed = removal.safeParse(before);
  const fields = rowSchemas[kind].parse(removed.success ? removed.data.removed : before);
  if (await standsElsewhere(tx, trustId, kind, id, fields)) return false;
  return removed.success
    ? insertRow(tx, trustId, kind, { id, version: version + 1 }, fields)
    : updateRow(tx, trustId, kind, at, fields);
}

/**
 * Takes back a change of the trust's own rows.
 *
 * Refused with `already-applied` when it was undone, `changed-elsewhere` when the row changed since.
 */
export async function undoRow(
  ctx: TrustContext,
  { changeId }: z.output<typeof undoRowInput>,
): Promise<Result<{ readonly id: string }>> {
  return withTrustWrite(
    ctx,
    'catalogue.undo',
    async (tx, audit): Promise<Result<{ readonly id: string }>> => {
      const change = await readChange(tx, ctx.trustId, changeId);
      const kind = rowKinds.find((one) => one === change?.entity);
      if (change === null || kind === undefined)
        return err('already-applied', 'This change was undone already.');
      if (!(await putBack(tx, ctx.trustId, kind, change))) return changedElsewhere;
      await markUndone(tx, ctx.trustId, changeId);
      const { entityId, versionAfter, before } = change;
      audit({
        entity: kind,
        entityId,
        versionBefore: versionAfter,
        after: before === null ? 'removed' : 'as before',
      });
      return ok({ id: entityId });
    },
  );
}
