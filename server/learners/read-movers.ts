import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { TrustReader } from '../db/with-trust.ts';

export type MoverState = 'open' | 'accepted' | 'declined';

/** What was decided of one move of a learner. */
export type MoverDecision = {
  readonly id: string;
  readonly state: MoverState;
  readonly decidedOn: PlainDate | null;
  /** `null` when the account is gone, or nobody decided. */
  readonly decidedBy: string | null;
  readonly note: string | null;
  readonly version: number;
};

/** Names one move: the same learner may move more than once. */
export type MoveKey = {
  readonly learnerId: string;
  readonly fromTeam: string;
  readonly toTeam: string;
  readonly on: string;
};

function keyOf({ learnerId, fromTeam, toTeam, on }: MoveKey): string {
  return [learnerId, fromTeam, toTeam, on].join(' ');
}

/** What was decided of every move. */
export async function readMoverDecisions(
  tx: TrustReader,
  trustId: string,
): Promise<{ readonly of: (move: MoveKey) => MoverDecision | null }> {
  const rows = await tx
    .selectFrom('mover_task as m')
    .leftJoin('user_account as u', 'u.user_id', 'm.decided_by')
    .selectAll('m')
    .select('u.name as who')
    .where('m.trust_id', '=', trustId)
    .execute();
  const decisions = new Map(
    rows.map((row) => [
      keyOf({ learnerId: row.learner_id, fromTeam: row.from_team, toTeam: row.to_team, on: row.moved_on }),
      {
        id: row.id,
        state: row.state,
        decidedOn: row.decided_on,
        decidedBy: row.who,
        note: row.note,
        version: row.version,
      },
    ]),
  );
  return { of: (move) => decisions.get(keyOf(move)) ?? null };
}
