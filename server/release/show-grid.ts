import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { CostBasis } from '../../shared/pay/employer-cost.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import { releaseGrid, type ReleaseGrid } from '../../shared/scenario/release-grid.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readPlan } from '../scenario/read.ts';

export type ShownGrid = {
  readonly dataCut: PlainDate;
  readonly engine: string;
  readonly grid: ReleaseGrid;
  readonly learnersWithoutTeam: number;
};

/** Every team by week, two years from the data cut. */
export async function showGrid(
  ctx: TrustContext,
  input: { readonly basis: CostBasis },
): Promise<Result<ShownGrid>> {
  const plan = await withTrust(ctx, (tx) => readPlan(tx, ctx.trustId, input.basis));
  if (plan === null) return err('not-found', 'There is no such trust.');
  const answer = evaluateScenario(plan.inputs, plan.parameters);
  return ok({
    dataCut: plan.trust.dataCut,
    engine: answer.engine,
    grid: releaseGrid(plan.inputs, answer),
    learnersWithoutTeam: plan.learnersWithoutTeam.length,
  });
}
