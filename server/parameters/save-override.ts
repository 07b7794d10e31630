import type { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { faultsOfOverride } from '../../shared/parameters/override-faults.ts';
import { changedElsewhere } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import type { saveOverrideInput } from './override-input.ts';
import { planStopsWith } from './what-changes.ts';
import { endRow, findOverride, insertOverride, isTaken } from './store.ts';

type SaveOverride = z.output<typeof saveOverrideInput>;

/** The row that is now in force. */
export type SavedOverride = { readonly id: string; readonly version: number };

const taken = err(
  'already-applied',
  'The trust already has its own value of this from this date. Change that one, or choose another date.',
);

/**
 * Keeps a trust's own value, or a correction of one: the row before is ended and stays in the history.
 *
 * Refused with `bad-input` when it makes no sense or the plan cannot be worked out with it, `already-applied` when the
 * trust has one from the same date, `not-found`, and `changed-elsewhere` when somebody changed the row meanwhile.
 */
export async function saveOverride(ctx: TrustContext, input: SaveOverride): Promise<Result<SavedOverride>> {
  const [fault] = faultsOfOverride(publishedParameters, input.override, ctx.today());
  if (fault !== undefined) return err('bad-input', fault);
  const stops = await planStopsWith(ctx, { replaces: input.known?.id ?? null, override: input.override });
  if (stops !== null) return err('bad-input', `The plan cannot be worked out with this value: ${stops}`);
  return withTrustWrite(ctx, 'parameters.save', async (tx, audit) => {
    const saved = await store(tx, ctx, input);
    if (!saved.ok) return saved;
    const { code, effectiveFrom, value, status, reviewOn } = input.override;
    audit({
      entity: 'parameter-override',
      entityId: saved.value.id,
      ...(input.known === null ? {} : { versionBefore: input.known.version }),
      versionAfter: saved.value.version,
      after: { code, effectiveFrom, value, status, reviewOn, replaces: input.known?.id ?? null },
    });
    return saved;
  });
}

async function store(
  tx: TrustWriter,
  { trustId, userId, now }: TrustContext,
  { known, override }: SaveOverride,
): Promise<Result<SavedOverride>> {
  const who = { userId, now: now() };
  if (known !== null) {
    const found = await findOverride(tx, trustId, known.id);
    if (found === null || found.code !== override.code)
      return err('not-found', 'There is no such value here.');
    if (!(await endRow(tx, trustId, known, who))) return changedElsewhere;
  }
  if (await isTaken(tx, trustId, override)) return taken;
  const id = await insertOverride(tx, trustId, { ...override, replaces: known?.id ?? null }, who);
  return ok({ id, version: 1 });
}
