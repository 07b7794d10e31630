import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import type { DelegationCoverage } from '../../shared/research/coverage.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import { overviewSummary, type OverviewSummary } from '../../shared/scenario/overview-summary.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readPipeline } from '../pipeline/read.ts';
import { readPlan } from '../scenario/read.ts';

/** Months of projection an overview needs: to the end of the next financial year at the latest. */
const monthsShown = 24;

export type ShownOverview = {
  readonly dataCut: PlainDate;
  readonly engine: string;
  readonly summary: OverviewSummary;
  readonly namedPi: number;
  readonly namedCoi: number;
  readonly readyNow: number | null;
  readonly coverage: DelegationCoverage;
  readonly learnersWithoutTeam: number;
};

/** The first page: the whole plan and the pipeline in one answer. */
export async function showOverview(ctx: TrustContext): Promise<Result<ShownOverview>> {
  const read = await withTrust(ctx, async (tx) => {
    const plan = await readPlan(tx, ctx.trustId, 'trust');
    return plan === null ? null : { plan, pipeline: await readPipeline(tx, ctx.trustId, plan, ctx.today()) };
  });
  if (read === null) return err('not-found', 'There is no such trust.');
  const { plan, pipeline } = read;
  const inputs = { ...plan.inputs, pipeline: { ...pipeline.plan.inputs, horizonMonths: monthsShown } };
  const answer = evaluateScenario(inputs, publishedParameters);
  return ok({
    dataCut: plan.trust.dataCut,
    engine: answer.engine,
    summary: overviewSummary(inputs, answer),
    namedPi: pipeline.namedPi,
    namedCoi: pipeline.namedCoi,
    readyNow: pipeline.readyNow,
    coverage: pipeline.coverage,
    learnersWithoutTeam: plan.learnersWithoutTeam.length,
  });
}
