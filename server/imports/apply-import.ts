import { asksAboutLeavers, changesOf, leavesNobody } from '../../shared/imports/batch.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { allowImport } from '../../shared/imports/who-imports.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { preferHashJoins } from './store-many-rows.ts';
import { readBatch, readLastMove, type HeldBatch } from './read.ts';
import { lockImports, moveBatch, readDataCut } from './store.ts';
import { digestOfChanges } from './store-rows.ts';
import { workOfKind } from './work-of-kind.ts';

const statementMs = 60_000;

export type ApplyInput = {
  readonly id: string;
  /** The person has seen that some rows are refused, and applies the rest. */
  readonly confirmRejected: boolean;
  /** The person has seen that more than a tenth would leave. */
  readonly confirmLeavers: boolean;
};

export type Applied = { readonly id: string; readonly changes: number };

const outOfDate =
  'Another import was applied or undone after this preview was made. Upload the file again to see what it changes now.';

const edited =
  'Somebody changed what this file would change after its preview was made. Upload the file again to see what it changes now.';

/** Why a batch cannot be applied now, or null. */
function refusalOf(batch: HeldBatch, lastMove: string | null, input: ApplyInput): Result<never> | null {
  const { counts } = batch;
  if (batch.state === 'applied')
    return err('already-applied', 'This import has already been applied; nothing was changed.');
  if (batch.state !== 'previewed' || counts === null)
    return err('not-ready', 'This import has no preview that could be applied.');
  if (lastMove !== batch.basedOn) return err('changed-elsewhere', outOfDate);
  if (changesOf(counts) === 0)
    return err('nothing-to-apply', 'Everything in this file is held already; nothing was changed.');
  if (leavesNobody(counts))
    return err('nothing-to-apply', 'Nobody at all would be left after this file; nothing was changed.');
  if (counts.rejected > 0 && !input.confirmRejected) {
    return err(
      'needs-confirmation',
      `${counts.rejected} rows are refused. Confirm that the rest is to be applied without them.`,
      {
        confirm: 'rejected',
        rejected: counts.rejected,
      },
    );
  }
  if (asksAboutLeavers(counts) && !input.confirmLeavers) {
    return err(
      'needs-confirmation',
      `${counts.leavers} of ${counts.heldBefore} would leave. Confirm that this is right.`,
      {
        confirm: 'leavers',
        leavers: counts.leavers,
        held: counts.heldBefore,
      },
    );
  }
  return null;
}

/**
 * Applies a preview: everything it shows or nothing, in one transaction, with one audit entry that carries counts and
 * a digest but no name. Applying twice is refused, and so is a preview made before another import was applied.
 */
export async function applyImport(ctx: TrustContext, input: ApplyInput): Promise<Result<Applied>> {
  return withTrustWrite(
    ctx,
    'imports.applyBatch',
    async (tx, audit): Promise<Result<Applied>> => {
      await lockImports(tx, ctx.trustId);
      const batch = await readBatch(tx, ctx.trustId, input.id);
      if (batch === null) return err('not-found', 'There is no such import.');
      const allowed = allowImport(ctx.role, batch.kind);
      if (!allowed.ok) return allowed;
      const refusal = refusalOf(batch, await readLastMove(tx, ctx.trustId), input);
      if (refusal !== null) return refusal;
      await preferHashJoins(tx);
      const dataCutBefore = await readDataCut(tx, ctx.trustId);
      const digest = await digestOfChanges(tx, ctx.trustId, batch.id);
      if (!(await workOfKind[batch.kind].apply(tx, ctx, batch))) return err('changed-elsewhere', edited);
      const version = await moveBatch(tx, ctx.trustId, batch.id, 'previewed', {
        state: 'applied',
        appliedAt: ctx.now(),
        dataCutBefore,
      });
      if (version === null) return err('changed-elsewhere', outOfDate);
      const { counts, dataDate, kind, scope, fileSha256 } = batch;
      audit({
        entity: 'import_batch',
        entityId: batch.id,
        versionBefore: batch.version,
        versionAfter: version,
        before: { state: 'previewed' },
        after: { state: 'applied', kind, scope, dataDate, fileSha256, changesSha256: digest, counts },
      });
      return ok({ id: batch.id, changes: counts === null ? 0 : changesOf(counts) });
    },
    { statementMs },
  );
}
