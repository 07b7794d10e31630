import { err, ok, type Result } from '../../shared/core/result.ts';
import { allowImport } from '../../shared/imports/who-imports.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { readBatch } from './read.ts';
import { endUpload } from './stage-import.ts';
import { deleteRows, moveBatch } from './store.ts';

/**
 * Puts an import away without applying it; one that is being read stops. Its bytes and staged rows, which hold names,
 * are deleted.
 */
export async function discardImport(
  ctx: TrustContext,
  input: { readonly id: string },
): Promise<Result<{ readonly id: string }>> {
  return withTrustWrite(
    ctx,
    'imports.discard',
    async (tx, audit): Promise<Result<{ readonly id: string }>> => {
      const batch = await readBatch(tx, ctx.trustId, input.id);
      if (batch === null) return err('not-found', 'There is no such import.');
      const allowed = allowImport(ctx.role, batch.kind);
      if (!allowed.ok) return allowed;
      if (batch.state === 'applied')
        return err('already-applied', 'This import has been applied and cannot be put away.');
      if (batch.state === 'undone')
        return err('already-applied', 'This import was applied and undone; there is nothing to put away.');
      if (batch.state === 'discarded')
        return err('nothing-to-apply', 'This import has been put away already.');
      const version = await moveBatch(tx, ctx.trustId, batch.id, batch.state, { state: 'discarded' });
      if (version === null)
        return err('changed-elsewhere', 'Somebody else has just changed this import. Reload the page.');
      await deleteRows(tx, ctx.trustId, batch.id);
      await endUpload(tx, ctx.trustId, batch.id);
      audit({
        entity: 'import_batch',
        entityId: batch.id,
        versionBefore: batch.version,
        versionAfter: version,
        before: { state: batch.state },
        after: { state: 'discarded' },
      });
      return ok({ id: batch.id });
    },
  );
}
