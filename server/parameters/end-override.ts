import type { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { changedElsewhere } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import type { knownRow } from './override-input.ts';
import type { SavedOverride } from './save-override.ts';
import { endRow, findOverride } from './store.ts';

/**
 * Ends a trust's own value: the published one counts again, on every day. The row stays in the history.
 *
 * Refused with `not-found`, and `changed-elsewhere` when somebody changed or ended it meanwhile.
 */
export async function endOverride(
  ctx: TrustContext,
  known: z.output<typeof knownRow>,
): Promise<Result<SavedOverride>> {
  return withTrustWrite(ctx, 'parameters.end', async (tx, audit) => {
    const found = await findOverride(tx, ctx.trustId, known.id);
    if (found === null) return err('not-found', 'There is no such value here.');
    const ended = await endRow(tx, ctx.trustId, known, { userId: ctx.userId, now: ctx.now() });
    if (!ended) return changedElsewhere;
    const version = known.version + 1;
    const { code, effectiveFrom, value } = found;
    audit({
      entity: 'parameter-override',
      entityId: known.id,
      versionBefore: known.version,
      versionAfter: version,
      before: { code, effectiveFrom, value },
      after: 'ended',
    });
    return ok({ id: known.id, version });
  });
}
