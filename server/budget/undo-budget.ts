import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { changedElsewhere, markUndone, readChange, type RegisterChange } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { budgetFieldsSchema } from './save-budget.ts';
import { codeFieldsSchema } from './save-code.ts';
import { deleteRow, updateBudget, updateCode } from './store.ts';

export const undoBudgetInput = z.strictObject({ changeId: z.uuid() });

/**
 * Puts codes or a budget back as they were before a change; those the change added go.
 *
 * Refused with `already-applied` when it was undone, `changed-elsewhere` when they changed since.
 */
export async function undoBudget(
  ctx: TrustContext,
  { changeId }: z.output<typeof undoBudgetInput>,
): Promise<Result<{ readonly id: string }>> {
  return withTrustWrite(ctx, 'budget.undo', async (tx, audit) => {
    const change = await readChange(tx, ctx.trustId, changeId);
    if (change === null) return err('already-applied', 'This change was undone already.');
    const { entity, entityId: id, versionAfter, before } = change;
    if (entity !== 'ledger-code' && entity !== 'centre-budget')
      return err('not-found', 'This change is not one of the budget.');
    if (!(await putBack(tx, ctx.trustId, entity, change))) return changedElsewhere;
    await markUndone(tx, ctx.trustId, changeId);
    const versions = {
      versionBefore: versionAfter,
      ...(before === null ? {} : { versionAfter: versionAfter + 1 }),
    };
    audit({ entity, entityId: id, ...versions, after: before === null ? 'removed' : 'as before' });
    return ok({ id });
  });
}

async function putBack(
  tx: TrustWriter,
  trustId: string,
  entity: 'ledger-code' | 'centre-budget',
  { entityId: id, versionAfter: version, before }: RegisterChange,
): Promise<boolean> {
  const known = { id, version };
  if (before === null) {
    return deleteRow(tx, trustId, entity === 'ledger-code' ? 'ledger_code' : 'centre_budget', known);
  }
  return entity === 'ledger-code'
    ? updateCode(tx, trustId, known, codeFieldsSchema.parse(before))
    : updateBudget(tx, trustId, known, budgetFieldsSchema.parse(before).pence);
}
