import { router, trustProcedure } from '../trpc/procedures.ts';
import { unwrap } from '../trpc/unwrap.ts';
import { showPipeline } from './show-pipeline.ts';

export const pipelineRouter = router({
  inputs: trustProcedure('pipeline.inputs').query(async ({ ctx }) => unwrap(await showPipeline(ctx.trust))),
});
