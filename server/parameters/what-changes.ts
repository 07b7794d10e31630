import type { z } from 'zod';
import { ModelError } from '../../shared/core/errors.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { withOverrides, type Override } from '../../shared/parameters/override.ts';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import { planFigures, type PlanFigures } from '../../shared/scenario/what-changes.ts';
import { withTrust, type TrustContext, type TrustReader } from '../db/with-trust.ts';
import { readPipeline } from '../pipeline/read.ts';
import { planOf, readPlan, type Plan } from '../scenario/read.ts';
import type { previewInput } from './override-input.ts';
import { readHeldOverrides } from './read.ts';

type Preview = z.output<typeof previewInput>;

/** The plan as it stands, and with one own value more. */
export type WhatChanges = {
  readonly before: PlanFigures;
  readonly after: PlanFigures;
  /** Teams that cannot be worked out with it and could without. */
  readonly teamsRefused: number;
};

async function setWith(
  tx: TrustReader,
  trustId: string,
  { replaces, override }: Preview,
): Promise<ParameterSet> {
  const held = await readHeldOverrides(tx, trustId);
  const others = held.filter(
    ({ id, endedAt, code, effectiveFrom }) =>
      endedAt === null &&
      id !== replaces &&
      !(code === override.code && effectiveFrom === override.effectiveFrom),
  );
  return withOverrides(publishedParameters, [...others, override] satisfies readonly Override[]);
}

/** The whole plan worked out, people too, by the function every page uses. */
async function workedOut(tx: TrustReader, ctx: TrustContext, plan: Plan) {
  const pipeline = await readPipeline(tx, ctx.trustId, plan, ctx.today());
  return evaluateScenario({ ...plan.inputs, pipeline: pipeline.plan.inputs }, plan.parameters);
}

function refusals({ teams }: ReturnType<typeof evaluateScenario>): number {
  return teams.filter(({ refusal }) => refusal !== null).length;
}

/**
 * What one own value would change in the plan, before it is saved; nothing is written.
 *
 * Refused with `bad-input` when the plan cannot be worked out with it, saying why.
 */
export async function previewOverride(ctx: TrustContext, input: Preview): Promise<Result<WhatChanges>> {
  return withTrust(ctx, async (tx) => {
    const plan = await readPlan(tx, ctx.trustId, 'trust');
    if (plan === null) return err('not-found', 'There is no such trust.');
    const set = await setWith(tx, ctx.trustId, input);
    try {
      const before = await workedOut(tx, ctx, plan);
      const after = await workedOut(tx, ctx, planOf(plan, 'trust', set));
      const { dataCut } = plan.trust;
      return ok({
        before: planFigures(before, dataCut),
        after: planFigures(after, dataCut),
        teamsRefused: Math.max(0, refusals(after) - refusals(before)),
      });
    } catch (error) {
      if (error instanceof ModelError || error instanceof RangeError) return err('bad-input', error.message);
      throw error;
    }
  });
}

/** Why the plan could not be worked out with an own value; `null` when it can. */
export async function planStopsWith(ctx: TrustContext, input: Preview): Promise<string | null> {
  const { replaces, override } = input;
  const { code, effectiveFrom, value, low, high, source, status } = override;
  const asked = { replaces, override: { code, effectiveFrom, value, low, high, source, status } };
  const answer = await previewOverride(ctx, asked);
  if (!answer.ok) return answer.error.code === 'bad-input' ? answer.error.message : null;
  return answer.value.teamsRefused === 0 ? null : 'some teams would have no answer';
}
