import type { BankShiftRow } from '../../shared/imports/bank-columns.ts';
import type { LedgerRow } from '../../shared/imports/ledger-columns.ts';
import { ok, type Result } from '../../shared/core/result.ts';
import { newId } from '../db/new-id.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import {
  insertBudget,
  insertCode,
  insertLedgerLines,
  insertShifts,
  type BudgetFields,
  type CodeFields,
} from './store.ts';

export type RecordedBudget = {
  readonly codes: readonly CodeFields[];
  readonly budgets: readonly BudgetFields[];
  readonly shifts: readonly BankShiftRow[];
  readonly ledger: readonly LedgerRow[];
};

/** Records the codes, budgets, bank shifts and ledger lines of a trust that has none, all or nothing. */
export async function recordBudget(
  ctx: TrustContext,
  { codes, budgets, shifts, ledger }: RecordedBudget,
): Promise<Result<{ readonly shifts: number }>> {
  return withTrustWrite(ctx, 'budget.record', async (tx, audit) => {
    for (const code of codes) await insertCode(tx, ctx.trustId, newId(), code);
    for (const budget of budgets) await insertBudget(tx, ctx.trustId, newId(), budget);
    await insertShifts(tx, ctx.trustId, shifts);
    await insertLedgerLines(tx, ctx.trustId, ledger);
    const counts = {
      codes: codes.length,
      budgets: budgets.length,
      shifts: shifts.length,
      ledger: ledger.length,
    };
    audit({ entity: 'budget', entityId: ctx.trustId, after: counts });
    return ok(counts);
  });
}
