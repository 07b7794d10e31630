import { err, ok, type Result } from '../../shared/core/result.ts';
import { movePatchOf } from '../../shared/learners/check-move.ts';
import { samePatch } from '../../shared/learners/move-patch.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { movedOn, type Moved } from './move-learner.ts';
import { readEvents } from './read-history.ts';
import { readLearners } from './read.ts';
import { markUndone, updateMove } from './store.ts';

export type UndoInput = { readonly learnerId: string; readonly version: number };

const nothingToUndo = 'No step of this learner was recorded here, so there is none to undo.';
const notAsItWasLeft =
  'The register was changed after this step, by an import for example. Undo that first, or record the right step.';

/**
 * Takes back the last step of a learner: the row stands again as it did before, and the step stays in the history as
 * undone.
 *
 * Refused with `not-found`, `nothing-to-apply` without a step, `changed-elsewhere` when the row has moved on or no
 * longer stands as the step left it.
 */
export async function undoMove(ctx: TrustContext, input: UndoInput): Promise<Result<Moved>> {
  return withTrustWrite(ctx, 'learners.undo', async (tx, audit): Promise<Result<Moved>> => {
    const learner = (await readLearners(tx, ctx.trustId)).find(({ id }) => id === input.learnerId);
    if (learner === undefined) return err('not-found', 'There is no such learner on the register.');
    if (learner.version !== input.version) return err('changed-elsewhere', movedOn);
    const events = await readEvents(tx, ctx.trustId, learner.id);
    const last = events.findLast(({ undone }) => !undone);
    if (last === undefined) return err('nothing-to-apply', nothingToUndo);
    if (!samePatch(movePatchOf(learner), last.after)) return err('changed-elsewhere', notAsItWasLeft);
    const version = await updateMove(tx, ctx.trustId, learner, last.before);
    if (version === null || !(await markUndone(tx, ctx.trustId, last.id, ctx.now())))
      return err('changed-elsewhere', movedOn);
    audit({
      entity: 'learner',
      entityId: learner.id,
      versionBefore: learner.version,
      versionAfter: version,
      before: { move: last.move, status: last.after.status, on: last.on },
      after: { status: last.before.status, on: last.before.statusDate },
    });
    return ok({ learnerId: learner.id, version });
  });
}
