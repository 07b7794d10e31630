import { router, trustProcedure } from '../trpc/procedures.ts';
import { unwrap } from '../trpc/unwrap.ts';
import { describeSession } from './describe-session.ts';

export const sessionRouter = router({
  current: trustProcedure('session.current').query(async ({ ctx }) =>
    unwrap(await describeSession(ctx.trust, ctx.session.userName)),
  ),
});
