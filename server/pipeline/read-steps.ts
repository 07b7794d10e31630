import type { FunnelRow } from '../../shared/learners/funnel.ts';
import { isMoveReason, type MoveReason } from '../../shared/learners/lifecycle.ts';
import type { RecordedRegister } from '../../shared/pipeline/calibration/register-as-at.ts';
import type { Learner } from '../../shared/learners/learner.ts';
import type { TrustReader } from '../db/with-trust.ts';

/** Why rows were withdrawn, by learner; only where a reason of the list is recorded. */
export async function readWithdrawnFor(
  tx: TrustReader,
  trustId: string,
): Promise<ReadonlyMap<string, MoveReason>> {
  const rows = await tx
    .selectFrom('learner_event')
    .select(['learner_id', 'reason'])
    .where('trust_id', '=', trustId)
    .where('move', '=', 'withdraw')
    .where('undone_at', 'is', null)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return new Map(
    rows.flatMap(({ learner_id: id, reason }) => (isMoveReason(reason) ? [[id, reason] as const] : [])),
  );
}

/** Rows with what their recorded moves say of their past. */
export function funnelRows(
  learners: readonly Learner[],
  { moves }: Pick<RecordedRegister, 'moves'>,
  withdrawnFor: ReadonlyMap<string, MoveReason>,
): FunnelRow[] {
  return learners.map((learner) => ({
    learner,
    before: moves.filter(({ learnerId }) => learnerId === learner.id).map(({ before }) => before),
    withdrawnFor: withdrawnFor.get(learner.id) ?? null,
  }));
}
