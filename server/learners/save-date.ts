import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { learnerDateSchema } from '../../shared/learners/learner-date.ts';
import { newId } from '../db/new-id.ts';
import { changedElsewhere, keepChange, type Saved } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { readLearnerDates } from './read-dates.ts';
import { readLearners } from './read.ts';
import { insertDate, updateDate } from './store-dates.ts';

/** A new day, or one that is known with the version the page showed. */
export const saveDateInput = z.strictObject({
  known: z.strictObject({ id: z.uuid(), version: z.int().positive() }).nullable(),
  date: learnerDateSchema,
});

type SaveDate = z.output<typeof saveDateInput>;

/**
 * Records a day that a learner has to keep, or that it was kept.
 *
 * Refused with `not-found`, `bad-input` for a day kept in days to come, `changed-elsewhere` when somebody changed it
 * after the page was drawn.
 */
export async function saveDate(ctx: TrustContext, input: SaveDate): Promise<Result<Saved>> {
  const { kind, dueOn, doneOn } = input.date;
  if (doneOn !== null && doneOn > ctx.today())
    return err('bad-input', 'A day is recorded as kept once it has been.');
  return withTrustWrite(ctx, 'learners.saveDate', async (tx, audit) => {
    const saved = await store(tx, ctx.trustId, input);
    if (saved.ok)
      audit({
        entity: 'learner-date',
        entityId: saved.value.id,
        ...(input.known === null ? {} : { versionBefore: input.known.version }),
        versionAfter: saved.value.version,
        after: { learner: input.date.learnerId, kind, dueOn, doneOn },
      });
    return saved;
  });
}

async function store(tx: TrustWriter, trustId: string, { known, date }: SaveDate): Promise<Result<Saved>> {
  if (known === null) {
    if (!(await readLearners(tx, trustId)).some(({ id }) => id === date.learnerId))
      return err('not-found', 'There is no such learner on the register.');
    const id = newId();
    await insertDate(tx, trustId, { ...date, id });
    const added = { entity: 'learner-date', entityId: id, versionAfter: 1, before: null } as const;
    return ok({ id, version: 1, changeId: await keepChange(tx, trustId, added) });
  }
  const found = (await readLearnerDates(tx, trustId)).find(({ id }) => id === known.id);
  if (found === undefined || found.learnerId !== date.learnerId)
    return err('not-found', 'This day is not on the learner’s page any more.');
  if (!(await updateDate(tx, trustId, known, date))) return changedElsewhere;
  const { id, version: versionBefore, ...before } = found;
  const version = versionBefore + 1;
  const change = { entity: 'learner-date', entityId: id, versionAfter: version, before } as const;
  return ok({ id, version, changeId: await keepChange(tx, trustId, change) });
}
