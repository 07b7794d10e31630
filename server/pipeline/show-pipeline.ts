import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { engineVersion } from '../../shared/core/engine-version.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readPlan } from '../scenario/read.ts';
import { readPipeline, type Pipeline } from './read.ts';

export type ShownPipeline = Pipeline & { readonly dataCut: PlainDate; readonly engine: string };

/** What the projection page works with; the page projects in its own worker, with the same function as here. */
export async function showPipeline(ctx: TrustContext): Promise<Result<ShownPipeline>> {
  return withTrust(ctx, async (tx) => {
    const plan = await readPlan(tx, ctx.trustId, 'trust');
    if (plan === null) return err('not-found', 'There is no such trust.');
    const pipeline = await readPipeline(tx, ctx.trustId, plan, ctx.today());
    return ok({ ...pipeline, dataCut: plan.trust.dataCut, engine: engineVersion });
  });
}
