import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { newId } from '../db/new-id.ts';
import { changedElsewhere, keepChange, type Saved } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { readPlan } from '../scenario/read.ts';
import { insertDecision, updateDecision } from './store-movers.ts';

export const decideMoveInput = z.strictObject({
  learnerId: z.uuid(),
  fromTeam: z.uuid(),
  toTeam: z.uuid(),
  on: z.custom<PlainDate>(isPlainDate, 'not a calendar day'),
  decision: z.enum(['accepted', 'declined']),
  /** The reason; a team that declines says why. No names. */
  note: z.string().trim().min(1).max(400).nullable(),
  /** Of the decision the page showed; 0 where there was none. */
  version: z.int().min(0),
});

export type DecideMove = z.output<typeof decideMoveInput>;

/**
 * The new team's manager takes over the promise to a learner who moves there, or does not.
 *
 * Refused with `bad-input` without a reason where it is declined, `not-found` where nobody moves so, and
 * `changed-elsewhere` when somebody decided meanwhile.
 */
export async function decideMove(ctx: TrustContext, input: DecideMove): Promise<Result<Saved>> {
  if (input.decision === 'declined' && input.note === null)
    return err('bad-input', 'Say why the team declines.');
  return withTrustWrite(ctx, 'learners.decideMove', async (tx, audit): Promise<Result<Saved>> => {
    const plan = await readPlan(tx, ctx.trustId, 'trust');
    const { learnerId, fromTeam, toTeam, on } = input;
    const mover = plan?.movers.find(
      (move) =>
        move.learnerId === learnerId &&
        move.fromTeam === fromTeam &&
        move.toTeam === toTeam &&
        move.on === on,
    );
    if (mover === undefined) return err('not-found', 'The register knows of no such move any more.');
    const held = mover.decision;
    if ((held?.version ?? 0) !== input.version) return changedElsewhere;
    const fields = {
      state: input.decision,
      decidedOn: ctx.today(),
      decidedBy: ctx.userId,
      note: input.note,
    };
    const id = held?.id ?? newId();
    const done =
      held === null
        ? await insertDecision(tx, ctx.trustId, id, input, fields)
        : await updateDecision(tx, ctx.trustId, held, fields);
    if (!done) return changedElsewhere;
    const version = (held?.version ?? 0) + 1;
    const before = held === null ? null : { state: held.state };
    const change = { entity: 'mover-task', entityId: id, versionAfter: version, before } as const;
    const changeId = await keepChange(tx, ctx.trustId, change);
    const after = { learner: learnerId, fromTeam, toTeam, on, state: input.decision };
    audit({ entity: 'mover-task', entityId: id, versionAfter: version, after });
    return ok({ id, version, changeId });
  });
}
