import type { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { changedElsewhere } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import type { knownRow } from './override-input.ts';
import type { SavedOverride } from './save-override.ts';
import { endRow, findOverride, isTaken, reopenRow, type StoredOverride } from './store.ts';

type Known = z.output<typeof knownRow>;

/**
 * Takes back the last step of a row: one that was ended counts again; one that was saved is ended, and the one it took
 * the place of counts again.
 *
 * Refused with `not-found`, `already-applied` when the trust has since entered another value from the same date, and
 * `changed-elsewhere` when the row changed meanwhile.
 */
export async function undoOverride(ctx: TrustContext, known: Known): Promise<Result<SavedOverride>> {
  return withTrustWrite(ctx, 'parameters.undo', async (tx, audit) => {
    const found = await findOverride(tx, ctx.trustId, known.id);
    if (found === null) return err('not-found', 'There is no such value here.');
    const undone = found.ended
      ? await reopen(tx, ctx.trustId, { ...found, version: known.version })
      : await takeBack(tx, ctx, known, found.replaces);
    if (!undone.ok) return undone;
    const version = known.version + 1;
    audit({
      entity: 'parameter-override',
      entityId: known.id,
      versionBefore: known.version,
      versionAfter: version,
      after: { code: found.code, inForce: found.ended },
    });
    return ok({ id: known.id, version });
  });
}

async function reopen(tx: TrustWriter, trustId: string, row: StoredOverride): Promise<Result<null>> {
  if (await isTaken(tx, trustId, row)) {
    return err(
      'already-applied',
      'The trust has since entered another value from this date. End that first.',
    );
  }
  return (await reopenRow(tx, trustId, row)) ? ok(null) : changedElsewhere;
}

async function takeBack(
  tx: TrustWriter,
  { trustId, userId, now }: TrustContext,
  known: Known,
  replaces: string | null,
): Promise<Result<null>> {
  if (!(await endRow(tx, trustId, known, { userId, now: now() }))) return changedElsewhere;
  const before = replaces === null ? null : await findOverride(tx, trustId, replaces);
  return before === null || !before.ended ? ok(null) : reopen(tx, trustId, before);
}
