import { router, trustProcedure } from '../trpc/procedures.ts';
import { unwrap } from '../trpc/unwrap.ts';
import { showBackTest } from './show-back-test.ts';
import { showBeliefs } from './show-beliefs.ts';
import { showLeads } from './show-leads.ts';
import { showPipeline } from './show-pipeline.ts';
import { showSteps } from './show-steps.ts';

export const pipelineRouter = router({
  inputs: trustProcedure('pipeline.inputs').query(async ({ ctx }) => unwrap(await showPipeline(ctx.trust))),
  beliefs: trustProcedure('pipeline.beliefs').query(async ({ ctx }) => unwrap(await showBeliefs(ctx.trust))),
  backTest: trustProcedure('pipeline.backTest').query(async ({ ctx }) =>
    unwrap(await showBackTest(ctx.trust)),
  ),
  steps: trustProcedure('pipeline.steps').query(async ({ ctx }) => unwrap(await showSteps(ctx.trust))),
  leads: trustProcedure('pipeline.leads').query(async ({ ctx }) => unwrap(await showLeads(ctx.trust))),
});
