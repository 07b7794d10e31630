import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { supervisorSchema } from '../../shared/learners/supervisor.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { markUndone, readChange, changedElsewhere } from '../db/register-changes.ts';
import { deleteSupervisor, updateSupervisor } from './store.ts';

export const undoSupervisorInput = z.strictObject({ changeId: z.uuid() });

/**
 * Puts a supervisor back as they were before a change; one the change added is removed and their learners unlinked.
 *
 * Refused with `already-applied` when it was undone, `changed-elsewhere` when the supervisor changed since.
 */
export async function undoSupervisor(
  ctx: TrustContext,
  { changeId }: z.output<typeof undoSupervisorInput>,
): Promise<Result<{ readonly id: string }>> {
  return withTrustWrite(ctx, 'supervisors.undo', async (tx, audit) => {
    const change = await readChange(tx, ctx.trustId, changeId);
    if (change?.entity !== 'supervisor') return err('already-applied', 'This change was undone already.');
    const { entityId: id, versionAfter, before } = change;
    const done =
      before === null
        ? await deleteSupervisor(tx, ctx.trustId, id, versionAfter)
        : await updateSupervisor(tx, ctx.trustId, id, versionAfter, supervisorSchema.parse(before));
    if (!done) return changedElsewhere;
    await markUndone(tx, ctx.trustId, changeId);
    audit({
      entity: 'supervisor',
      entityId: id,
      versionBefore: versionAfter,
      ...(before === null ? {} : { versionAfter: versionAfter + 1 }),
      after: before === null ? 'removed' : 'as before',
    });
    return ok({ id });
  });
}
