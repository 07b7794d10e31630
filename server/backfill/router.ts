import { z } from 'zod';
import { costBases } from '../../shared/pay/employer-cost.ts';
import { router, trustProcedure } from '../trpc/procedures.ts';
import { unwrap } from '../trpc/unwrap.ts';
import { summariseCover } from './summarise-cover.ts';

export const backfillRouter = router({
  summary: trustProcedure('backfill.summary')
    .input(z.strictObject({ basis: z.enum(costBases).default('trust') }))
    .query(async ({ ctx, input }) => unwrap(await summariseCover(ctx.trust, input))),
});
