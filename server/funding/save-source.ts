import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { faultsOfSource, sourceTermsSchema } from '../../shared/funding/source.ts';
import { newId } from '../db/new-id.ts';
import { changedElsewhere, keepChange, type Saved } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { readSources } from './read.ts';
import { insertSource, updateSource } from './store.ts';

/** Terms for a year that has none of its own yet, or those of a year with the version the page showed. */
export const saveSourceInput = z.strictObject({
  known: z.strictObject({ id: z.uuid(), version: z.int().positive() }).nullable(),
  terms: sourceTermsSchema,
});

type SaveSource = z.output<typeof saveSourceInput>;

/**
 * Records what a source pays in a year: amount, spend-by day, whether it may be carried forward, claim days, payee.
 *
 * Refused with `bad-input` when the terms contradict each other, `already-applied` when the year has terms,
 * `not-found`, and `changed-elsewhere` when somebody changed them after the page was drawn.
 */
export async function saveSource(ctx: TrustContext, input: SaveSource): Promise<Result<Saved>> {
  const [fault] = faultsOfSource(input.terms);
  if (fault !== undefined) return err('bad-input', fault);
  return withTrustWrite(ctx, 'funding.saveSource', async (tx, audit) => {
    const saved = await store(tx, ctx.trustId, input);
    if (saved.ok) {
      const { id: entityId, version: versionAfter } = saved.value;
      const versions = {
        ...(input.known === null ? {} : { versionBefore: input.known.version }),
        versionAfter,
      };
      const { key, financialYear, fees, cover, amountPence, spendBy, carriesForward, payee } = input.terms;
      const after = { key, financialYear, fees, cover, amountPence, spendBy, carriesForward, payee };
      audit({ entity: 'funding-source', entityId, ...versions, after });
    }
    return saved;
  });
}

async function store(tx: TrustWriter, trustId: string, { known, terms }: SaveSource): Promise<Result<Saved>> {
  if (known === null) {
    const id = newId();
    if (!(await insertSource(tx, trustId, id, terms)))
      return err('already-applied', 'This source has terms for this year. Change those.');
    const added = { entity: 'funding-source', entityId: id, versionAfter: 1, before: null } as const;
    return ok({ id, version: 1, changeId: await keepChange(tx, trustId, added) });
  }
  const found = (await readSources(tx, trustId)).find(({ id }) => id === known.id);
  if (found === undefined) return err('not-found', 'These terms are not here any more.');
  const { id, version: versionBefore, ...before } = found;
  if (before.key !== terms.key || before.financialYear !== terms.financialYear)
    return err('bad-input', 'Terms keep their source and their year. Add others for another year.');
  if (!(await updateSource(tx, trustId, known, terms))) return changedElsewhere;
  const version = versionBefore + 1;
  const change = { entity: 'funding-source', entityId: id, versionAfter: version, before } as const;
  return ok({ id, version, changeId: await keepChange(tx, trustId, change) });
}
