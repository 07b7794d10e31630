import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { changedElsewhere } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { hashOfHolds, readHolds } from './read-holds.ts';
import { readPack } from './read.ts';
import { putConfirmation } from './store.ts';

export const confirmInput = z.strictObject({
  id: z.uuid(),
  /** Hash of the held texts as they were shown. */
  holds: z.string().regex(/^[0-9a-f]{64}$/),
});

type Confirm = z.output<typeof confirmInput>;

/**
 * Lets the texts of a pack leave the trust that were typed by hand and are held back: somebody looked at each of them.
 *
 * Refused with `not-found`, `nothing-to-apply` when nothing is held, `changed-elsewhere` when other texts are held than
 * were shown, and `bad-input` when one quotes a value that its source keeps inside: that must be written anew.
 */
export async function confirmHolds(
  ctx: TrustContext,
  { id, holds: shown }: Confirm,
): Promise<Result<{ readonly id: string }>> {
  return withTrustWrite(ctx, 'evidence.confirm', async (tx, audit) => {
    const held = await readPack(tx, ctx.trustId, id);
    if (held === null) return err('not-found', 'There is no such pack.');
    const holds = await readHolds(tx, ctx.trustId, held.snapshot);
    if (holds.length === 0) return err('nothing-to-apply', 'No text of this pack is held back.');
    if (holds.some(({ mustChange }) => mustChange)) return err('bad-input', mustBeWrittenAnew);
    const holdsSha256 = hashOfHolds(holds);
    if (holdsSha256 !== shown) return changedElsewhere;
    const confirmed = { confirmedAt: ctx.now(), confirmedBy: ctx.userId };
    await putConfirmation(tx, ctx.trustId, { packId: id, holdsSha256, ...confirmed });
    audit({ entity: 'evidence-pack', entityId: id, after: { confirmed: holds.length, holdsSha256 } });
    return ok({ id });
  });
}

/** Of a text that quotes a value which its source keeps inside the trust. */
export const mustBeWrittenAnew =
  'A text typed by hand quotes a value that its source keeps inside the trust. Change the text and freeze the pack anew.';
