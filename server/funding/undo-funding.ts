import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { awardSchema } from '../../shared/funding/award.ts';
import { roundSchema } from '../../shared/funding/bursary-rules.ts';
import { sourceTermsSchema } from '../../shared/funding/source.ts';
import type { ChangedEntity } from '../db/changed-entity.ts';
import { changedElsewhere, markUndone, readChange, type RegisterChange } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { deleteRow, updateAward, updateRound, updateSource } from './store.ts';

export const undoFundingInput = z.strictObject({ changeId: z.uuid() });

type PutBack = (tx: TrustWriter, trustId: string, change: RegisterChange) => Promise<boolean>;

function atOf({ entityId: id, versionAfter: version }: RegisterChange) {
  return { id, version };
}

/** Each puts a row back as a change found it, or removes one the change added. */
const putBacks: Readonly<Partial<Record<ChangedEntity, PutBack>>> = {
  'funding-source': (tx, trustId, change) =>
    change.before === null
      ? deleteRow(tx, trustId, 'funding_source', atOf(change))
      : updateSource(tx, trustId, atOf(change), sourceTermsSchema.parse(change.before)),
  'funding-award': (tx, trustId, change) =>
    change.before === null
      ? deleteRow(tx, trustId, 'funding_award', atOf(change))
      : updateAward(tx, trustId, atOf(change), awardSchema.parse(change.before)),
  'bursary-round': (tx, trustId, change) =>
    change.before === null
      ? deleteRow(tx, trustId, 'bursary_round', atOf(change))
      : updateRound(tx, trustId, atOf(change), roundSchema.parse(change.before)),
};

/**
 * Puts a source, an award or a round back as it was before a change.
 *
 * Refused with `already-applied` when it was undone, `changed-elsewhere` when the row changed since.
 */
export async function undoFunding(
  ctx: TrustContext,
  { changeId }: z.output<typeof undoFundingInput>,
): Promise<Result<{ readonly id: string }>> {
  return withTrustWrite(ctx, 'funding.undo', async (tx, audit): Promise<Result<{ readonly id: string }>> => {
    const change = await readChange(tx, ctx.trustId, changeId);
    const put = change === null ? undefined : putBacks[change.entity];
    if (change === null || put === undefined)
      return err('already-applied', 'This change was undone already.');
    if (!(await put(tx, ctx.trustId, change))) return changedElsewhere;
    await markUndone(tx, ctx.trustId, changeId);
    const { entity, entityId, versionAfter, before } = change;
    audit({
      entity,
      entityId,
      versionBefore: versionAfter,
      after: before === null ? 'removed' : 'as before',
    });
    return ok({ id: entityId });
  });
}
