import { err, type Result } from '../../shared/core/result.ts';
import { recordBudget } from '../budget/record-budget.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readPlan } from '../scenario/read.ts';
import { generateBudget } from './generate-budget.ts';

/** Records what finance of a sample trust entered, made from the register that was loaded before. */
export async function recordSampleBudget(ctx: TrustContext, seed: string): Promise<Result<unknown>> {
  const plan = await withTrust(ctx, (tx) => readPlan(tx, ctx.trustId, 'trust'));
  if (plan === null) return err('not-found', 'There is no such trust.');
  return recordBudget(ctx, generateBudget(seed, plan));
}
