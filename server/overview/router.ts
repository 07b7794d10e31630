import { router, trustProcedure } from '../trpc/procedures.ts';
import { unwrap } from '../trpc/unwrap.ts';
import { showOverview } from './show-overview.ts';

export const overviewRouter = router({
  summary: trustProcedure('overview.summary').query(async ({ ctx }) => unwrap(await showOverview(ctx.trust))),
});
