import { err, ok, type Result } from '../../shared/core/result.ts';
import {
  checkMove,
  movePatchOf,
  type MoveRequest,
  type MoveSubject,
} from '../../shared/learners/check-move.ts';
import { hoursKnown } from '../../shared/learners/hours-known.ts';
import type { Learner } from '../../shared/learners/learner.ts';
import type { RegisterMove } from '../../shared/learners/lifecycle.ts';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import { newId } from '../db/new-id.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { readParameterSet } from '../parameters/read.ts';
import { readLearners } from './read.ts';
import { insertEvent, updateMove } from './store.ts';

export type MoveInput = MoveRequest & {
  readonly learnerId: string;
  readonly version: number;
  readonly move: RegisterMove;
};

export type Moved = { readonly learnerId: string; readonly version: number };

/** Said to whoever saves over somebody else's change. */
export const movedOn = 'Somebody else has just changed this learner. Reload the page and look again.';

/** What a move is judged by; nothing of readiness or delegation, since no move follows on an award. */
export function subjectOf(learner: Learner, all: readonly Learner[], set: ParameterSet): MoveSubject {
  const studiesElsewhere = all.some(
    ({ id, personId, status }) =>
      id !== learner.id &&
      personId === learner.personId &&
      (status === 'enrolled' || status === 'interrupted'),
  );
  return {
    row: learner,
    state: learner.status,
    hoursKnown: hoursKnown(learner, set),
    studiesElsewhere,
  };
}

/**
 * Records one step of a learner, with its place in the history.
 *
 * Refused with `not-found`, `changed-elsewhere` when the row has moved on, `move-refused` with the reason in words.
 */
export async function moveLearner(ctx: TrustContext, input: MoveInput): Promise<Result<Moved>> {
  return withTrustWrite(ctx, 'learners.move', async (tx, audit): Promise<Result<Moved>> => {
    const all = await readLearners(tx, ctx.trustId);
    const learner = all.find(({ id }) => id === input.learnerId);
    if (learner === undefined) return err('not-found', 'There is no such learner on the register.');
    if (learner.version !== input.version) return err('changed-elsewhere', movedOn);
    const set = await readParameterSet(tx, ctx.trustId);
    const checked = checkMove(subjectOf(learner, all, set), input, ctx.today());
    if (!checked.ok) return checked;
    const version = await updateMove(tx, ctx.trustId, learner, checked.value);
    if (version === null) return err('changed-elsewhere', movedOn);
    await insertEvent(tx, ctx.trustId, {
      id: newId(),
      learnerId: learner.id,
      move: input.move,
      on: input.on,
      reason: input.reason,
      evidence: input.evidence,
      before: movePatchOf(learner),
      after: checked.value,
      at: ctx.now(),
      by: ctx.userId,
    });
    audit({
      entity: 'learner',
      entityId: learner.id,
      versionBefore: learner.version,
      versionAfter: version,
      before: { status: learner.status, on: learner.statusDate },
      after: { move: input.move, status: checked.value.status, on: input.on, reason: input.reason },
    });
    return ok({ learnerId: learner.id, version });
  });
}
