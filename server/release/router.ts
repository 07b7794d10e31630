import { z } from 'zod';
import { costBases } from '../../shared/pay/employer-cost.ts';
import { router, trustProcedure } from '../trpc/procedures.ts';
import { unwrap } from '../trpc/unwrap.ts';
import { showGrid } from './show-grid.ts';
import { showTeam } from './show-team.ts';

export const releaseRouter = router({
  grid: trustProcedure('release.grid')
    .input(z.strictObject({ basis: z.enum(costBases).default('trust') }))
    .query(async ({ ctx, input }) => unwrap(await showGrid(ctx.trust, input))),

  team: trustProcedure('release.team')
    .input(z.strictObject({ teamId: z.uuid() }))
    .query(async ({ ctx, input }) => unwrap(await showTeam(ctx.trust, input))),
});
