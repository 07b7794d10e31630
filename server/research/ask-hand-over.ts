import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { changedElsewhere, keepChange, type Saved } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { readHandOvers } from './read-recruitment.ts';
import { readDelegationEntries } from './read.ts';
import { updateHandOver } from './store-recruitment.ts';

export const askHandOverInput = z.strictObject({
  id: z.uuid(),
  version: z.int().positive(),
  /** The day by which the study is to be handed over; null takes the wish back. */
  handOverBy: z.custom<PlainDate>(isPlainDate, 'not a day of the calendar').nullable(),
});

type AskHandOver = z.output<typeof askHandOverInput>;

/**
 * Records that a Principal Investigator asks to hand a study over, which makes it an opening.
 *
 * Refused with `not-found`, `bad-input` for another role or a day before the role starts, and `changed-elsewhere`.
 */
export async function askHandOver(ctx: TrustContext, input: AskHandOver): Promise<Result<Saved>> {
  return withTrustWrite(ctx, 'research.askHandOver', async (tx, audit) => {
    const saved = await store(tx, ctx.trustId, input);
    if (saved.ok) {
      const { id, version, handOverBy } = input;
      audit({
        entity: 'delegation-entry',
        entityId: id,
        versionBefore: version,
        versionAfter: saved.value.version,
        after: { handOverBy },
      });
    }
    return saved;
  });
}

async function store(
  tx: TrustWriter,
  trustId: string,
  { id, version, handOverBy }: AskHandOver,
): Promise<Result<Saved>> {
  const entry = (await readDelegationEntries(tx, trustId)).find((one) => one.id === id);
  if (entry === undefined) return err('not-found', 'This entry is not on the log. It may have been removed.');
  if (entry.role !== 'pi') return err('bad-input', 'Only a Principal Investigator hands a study over.');
  if (handOverBy !== null && handOverBy < entry.startedOn)
    return err('bad-input', 'The hand-over lies before the role starts. Correct the day.');
  const before = { handOverBy: (await readHandOvers(tx, trustId)).get(id) ?? null };
  if (!(await updateHandOver(tx, trustId, id, version, handOverBy))) return changedElsewhere;
  const change = { entity: 'delegation-entry', entityId: id, versionAfter: version + 1, before } as const;
  return ok({ id, version: version + 1, changeId: await keepChange(tx, trustId, change) });
}
