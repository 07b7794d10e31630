import { z } from 'zod';
import { router, trustProcedure } from '../trpc/procedures.ts';
import { unwrap } from '../trpc/unwrap.ts';
import { listTrusts } from './list-trusts.ts';
import { replaceWithOurData } from './replace-with-our-data.ts';
import { switchTrust } from './switch-trust.ts';

export const trustRouter = router({
  list: trustProcedure('trust.list').query(({ ctx }) => listTrusts(ctx.trust)),

  switch: trustProcedure('trust.switch')
    .input(z.strictObject({ trustId: z.uuid() }))
    .mutation(async ({ ctx, input }) => unwrap(await switchTrust(ctx.trust, input))),

  replaceWithOurData: trustProcedure('trust.replaceWithOurData')
    .input(z.strictObject({ confirmation: z.string().max(200) }))
    .mutation(async ({ ctx, input }) => unwrap(await replaceWithOurData(ctx.trust, input))),
});
