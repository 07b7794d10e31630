import { err, ok, type Result } from '../../shared/core/result.ts';
import { markUndone, readChange } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { putBack } from './put-back.ts';

/**
 * Takes back one thing recorded of a learner beside the steps: hours, a day, a decision. It stands again as it did before.
 *
 * Refused with `already-applied` when there is no such change or it was undone, `changed-elsewhere` when the row
 * changed since, so that undoing would lose it.
 */
export async function undoLearnerChange(
  ctx: TrustContext,
  { changeId }: { readonly changeId: string },
): Promise<Result<{ readonly entityId: string }>> {
  return withTrustWrite(
    ctx,
    'learners.undoChange',
    async (tx, audit): Promise<Result<{ readonly entityId: string }>> => {
      const change = await readChange(tx, ctx.trustId, changeId);
      const back = change === null ? null : await putBack(tx, ctx.trustId, change);
      if (change === null || back === null) return err('already-applied', 'This change was undone already.');
      if (!back.ok) return back;
      await markUndone(tx, ctx.trustId, changeId);
      const { entity, entityId, before } = change;
      audit({ entity, entityId, after: before === null ? 'removed' : 'as before' });
      return ok({ entityId });
    },
  );
}
