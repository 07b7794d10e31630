import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { awardSchema, faultsOfAward } from '../../shared/funding/award.ts';
import { newId } from '../db/new-id.ts';
import { changedElsewhere, keepChange, type Saved } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { readLearners } from '../learners/read.ts';
import { readAwards } from './read.ts';
import { insertAward, updateAward } from './store.ts';

/** An award for somebody who has none of this source and round, or one with the version the page showed. */
export const saveAwardInput = z.strictObject({
  known: z.strictObject({ id: z.uuid(), version: z.int().positive() }).nullable(),
  award: awardSchema,
});

type SaveAward = z.output<typeof saveAwardInput>;

/**
 * Records how far somebody has come with the money for a stage, or how it was lost.
 *
 * Refused with `bad-input` when the steps cannot be, `already-applied` when the learner has an award of this source and
 * round, `not-found`, and `changed-elsewhere` when somebody changed it after the page was drawn.
 */
export async function saveAward(ctx: TrustContext, input: SaveAward): Promise<Result<Saved>> {
  const [fault] = faultsOfAward(input.award, ctx.today());
  if (fault !== undefined) return err('bad-input', fault);
  return withTrustWrite(ctx, 'funding.saveAward', async (tx, audit) => {
    const saved = await store(tx, ctx.trustId, input);
    if (saved.ok) {
      const { id: entityId, version: versionAfter } = saved.value;
      const versions = {
        ...(input.known === null ? {} : { versionBefore: input.known.version }),
        versionAfter,
      };
      audit({ entity: 'funding-award', entityId, ...versions, after: input.award });
    }
    return saved;
  });
}

async function store(tx: TrustWriter, trustId: string, { known, award }: SaveAward): Promise<Result<Saved>> {
  if (known === null) {
    if (!(await readLearners(tx, trustId)).some(({ id }) => id === award.learnerId))
      return err('not-found', 'There is no such learner on the register.');
    const id = newId();
    if (!(await insertAward(tx, trustId, id, award)))
      return err('already-applied', 'This learner has an award of this source and round. Change that one.');
    const added = { entity: 'funding-award', entityId: id, versionAfter: 1, before: null } as const;
    return ok({ id, version: 1, changeId: await keepChange(tx, trustId, added) });
  }
  const found = (await readAwards(tx, trustId)).find(({ id }) => id === known.id);
  if (found === undefined || found.learnerId !== award.learnerId)
    return err('not-found', 'This award is not here any more.');
  const { id, version: versionBefore, ...before } = found;
  if (before.sourceKey !== award.sourceKey || before.round !== award.round)
    return err('bad-input', 'An award keeps its source and its round. Add another for another round.');
  if (!(await updateAward(tx, trustId, known, award))) return changedElsewhere;
  const version = versionBefore + 1;
  const change = { entity: 'funding-award', entityId: id, versionAfter: version, before } as const;
  return ok({ id, version, changeId: await keepChange(tx, trustId, change) });
}
