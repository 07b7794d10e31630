import { sql } from 'kysely';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { TrustWriter } from '../db/with-trust.ts';
import type { MoveKey, MoverState } from './read-movers.ts';

/** What is written of a decision. */
export type DecisionFields = {
  readonly state: MoverState;
  readonly decidedOn: PlainDate | null;
  /** The account that decided. */
  readonly decidedBy: string | null;
  readonly note: string | null;
};

function rowOf({ state, decidedOn, decidedBy, note }: DecisionFields) {
  return { state, decided_on: decidedOn, decided_by: decidedBy, note };
}

/** Writes the first decision on a move. @returns false when there is one already. */
export async function insertDecision(
  tx: TrustWriter,
  trustId: string,
  id: string,
  move: MoveKey,
  fields: DecisionFields,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('mover_task')
    .values({
      trust_id: trustId,
      id,
      learner_id: move.learnerId,
      from_team: move.fromTeam,
      to_team: move.toTeam,
      moved_on: move.on,
      ...rowOf(fields),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

type At = { readonly id: string; readonly version: number };

/** Writes over a decision of a known version. @returns whether it still had that version. */
export async function updateDecision(
  tx: TrustWriter,
  trustId: string,
  { id, version }: At,
  fields: DecisionFields,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mover_task')
    .set({ ...rowOf(fields), version: sql<number>`version + 1` })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
