import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { DelegationCoverage } from '../../shared/research/coverage.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import { forecastPlan } from '../../shared/scenario/forecast-plan.ts';
import { overviewSummary, type OverviewSummary } from '../../shared/scenario/overview-summary.ts';
import { KeptAnswers } from '../db/kept-answers.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import type { Beliefs } from '../../shared/pipeline/beliefs.ts';
import { keptOutlook } from '../pipeline/read-outlook.ts';
import { readBeliefs } from '../pipeline/read-beliefs.ts';
import { readPipeline, type Pipeline } from '../pipeline/read.ts';
import { readPlan, type Plan } from '../scenario/read.ts';

export type ShownOverview = {
  readonly dataCut: PlainDate;
  readonly engine: string;
  readonly summary: OverviewSummary;
  readonly namedPi: number;
  readonly namedCoi: number;
  readonly readyNow: number | null;
  readonly coverage: DelegationCoverage;
  readonly learnersWithoutTeam: number;
  /** Learners who moved to another team, of whom its manager has decided nothing. */
  readonly movesToDecide: number;
};

/** Answers of some trusts, divisions and days; one takes some kilobytes. */
const answers = new KeptAnswers<ShownOverview>(50);

/** The first page: the whole plan and the pipeline in one answer, worked out once for each state of the trust. */
export async function showOverview(ctx: TrustContext): Promise<Result<ShownOverview>> {
  const read = await withTrust(ctx, async (tx) => {
    const { kept, keep } = await answers.find(tx, ctx);
    if (kept !== null) return { kept };
    const plan = await readPlan(tx, ctx.trustId, 'trust');
    if (plan === null) return null;
    const pipeline = await readPipeline(tx, ctx.trustId, plan, ctx.today());
    return { plan, pipeline, beliefs: await readBeliefs(tx, ctx.trustId, plan), keep };
  });
  if (read === null) return err('not-found', 'There is no such trust.');
  if ('kept' in read) return ok(read.kept);
  const shown = overviewOf(read.plan, read.pipeline, read.beliefs);
  read.keep(shown);
  return ok(shown);
}

function overviewOf(plan: Plan, pipeline: Pipeline, beliefs: Beliefs): ShownOverview {
  const answer = evaluateScenario(plan.inputs, plan.parameters);
  const people = keptOutlook(forecastPlan(pipeline.plan.inputs, beliefs), plan.trust.dataCut);
  return {
    dataCut: plan.trust.dataCut,
    engine: answer.engine,
    summary: overviewSummary(plan.inputs, answer, people),
    namedPi: pipeline.namedPi,
    namedCoi: pipeline.namedCoi,
    readyNow: pipeline.readyNow,
    coverage: pipeline.coverage,
    learnersWithoutTeam: plan.learnersWithoutTeam.length,
    movesToDecide: plan.movers.filter(({ decision }) => decision === null || decision.state === 'open')
      .length,
  };
}
