import { z } from 'zod';
import { isFinancialYear, type FinancialYear } from '../../shared/calendar/years.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { newId } from '../db/new-id.ts';
import { changedElsewhere, keepChange, type Saved } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { readBudgets } from './read.ts';
import { insertBudget, updateBudget } from './store.ts';

const mostPence = 100_000_000_000;

export const budgetFieldsSchema = z.strictObject({
  costCentre: z.string().trim().min(1).max(40),
  financialYear: z.custom<FinancialYear>(isFinancialYear, 'not a financial year'),
  pence: z.int().min(0).max(mostPence),
});

/** A budget; `version` is that of the one held, `null` where the page showed none. */
export const saveBudgetInput = z.strictObject({
  version: z.int().positive().nullable(),
  budget: budgetFieldsSchema,
});

type SaveBudget = z.output<typeof saveBudgetInput>;

/**
 * Records the budget of a cost centre in a financial year.
 *
 * Refused with `changed-elsewhere` when somebody changed it, or entered one, after the page was drawn.
 */
export async function saveBudget(ctx: TrustContext, input: SaveBudget): Promise<Result<Saved>> {
  return withTrustWrite(ctx, 'budget.saveBudget', async (tx, audit) => {
    const saved = await store(tx, ctx.trustId, input);
    if (saved.ok) {
      const { id: entityId, version: versionAfter } = saved.value;
      const before = input.version === null ? {} : { versionBefore: input.version };
      audit({ entity: 'centre-budget', entityId, ...before, versionAfter, after: input.budget });
    }
    return saved;
  });
}

async function store(
  tx: TrustWriter,
  trustId: string,
  { version, budget }: SaveBudget,
): Promise<Result<Saved>> {
  const { costCentre, financialYear, pence } = budget;
  const found = (await readBudgets(tx, trustId)).find(
    (one) => one.costCentre === costCentre && one.financialYear === financialYear,
  );
  if ((found?.version ?? null) !== version) return changedElsewhere;
  if (found === undefined) {
    const id = newId();
    await insertBudget(tx, trustId, id, budget);
    const added = { entity: 'centre-budget', entityId: id, versionAfter: 1, before: null } as const;
    return ok({ id, version: 1, changeId: await keepChange(tx, trustId, added) });
  }
  if (found.pence === pence) return err('bad-input', 'This is the budget already.');
  if (!(await updateBudget(tx, trustId, found, pence))) return changedElsewhere;
  const after = found.version + 1;
  const before = { costCentre, financialYear, pence: found.pence };
  const change = { entity: 'centre-budget', entityId: found.id, versionAfter: after, before } as const;
  return ok({ id: found.id, version: after, changeId: await keepChange(tx, trustId, change) });
}
