import { err, ok, type Result } from '../../shared/core/result.ts';
import type { UndoCounts } from '../../shared/imports/batch.ts';
import { allowImport } from '../../shared/imports/who-imports.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { countUndo, deleteNotesOfPutBack } from './store-kept.ts';
import { readBatch, type HeldBatch } from './read.ts';
import { deleteRows, lockImports, moveBatch, readDataCut, setDataCut } from './store.ts';
import { preferHashJoins } from './store-many-rows.ts';
import { workOfKind } from './work-of-kind.ts';

const statementMs = 60_000;

export type Undone = UndoCounts & { readonly id: string };

function refusalOf(batch: HeldBatch): Result<never> | null {
  if (batch.state === 'undone')
    return err('nothing-to-apply', 'This import has been undone already; nothing was changed.');
  if (batch.state !== 'applied') return err('not-ready', 'Only an import that was applied can be undone.');
  if (!batch.undoable) {
    return err(
      'not-ready',
      'Only the last file of its kind that was applied can be undone. Undo the later one first.',
    );
  }
  return null;
}

/** Planning starts again where it did before, unless somebody has moved the day since. */
async function putBackDataCut(tx: TrustWriter, trustId: string, batch: HeldBatch): Promise<void> {
  const moved = batch.kind === 'staff' && batch.scope === 'whole-trust';
  if (!moved || batch.dataCutBefore === null) return;
  if ((await readDataCut(tx, trustId)) === batch.dataDate) await setDataCut(tx, trustId, batch.dataCutBefore);
}

/**
 * Undoes an applied import, the last of its kind, in one transaction with one audit entry: records untouched since go
 * back exactly as they were, records it made go away, and what was edited since, or is in use, stays and is listed.
 * Assignments are put back as new versions; nothing but their end is overwritten.
 */
export async function undoImport(ctx: TrustContext, input: { readonly id: string }): Promise<Result<Undone>> {
  return withTrustWrite(
    ctx,
    'imports.undoBatch',
    async (tx, audit): Promise<Result<Undone>> => {
      const { trustId } = ctx;
      await lockImports(tx, trustId);
      const batch = await readBatch(tx, trustId, input.id);
      if (batch === null) return err('not-found', 'There is no such import.');
      const allowed = allowImport(ctx.role, batch.kind);
      if (!allowed.ok) return allowed;
      const refusal = refusalOf(batch);
      if (refusal !== null) return refusal;
      const now = ctx.now();
      await preferHashJoins(tx);
      await workOfKind[batch.kind].keep(tx, trustId, batch.id);
      const undo = await countUndo(tx, trustId, batch.id);
      await workOfKind[batch.kind].putBack(tx, trustId, batch.id, now);
      await putBackDataCut(tx, trustId, batch);
      await deleteNotesOfPutBack(tx, trustId, batch.id);
      await deleteRows(tx, trustId, batch.id);
      const version = await moveBatch(tx, trustId, batch.id, 'applied', {
        state: 'undone',
        undoneAt: now,
        undo,
      });
      if (version === null)
        return err('changed-elsewhere', 'Somebody else has just changed this import. Reload the page.');
      audit({
        entity: 'import_batch',
        entityId: batch.id,
        versionBefore: batch.version,
        versionAfter: version,
        before: { state: 'applied' },
        after: { state: 'undone', kind: batch.kind, ...undo },
      });
      return ok({ id: batch.id, ...undo });
    },
    { statementMs },
  );
}
