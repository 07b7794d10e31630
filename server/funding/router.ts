import { router, trustProcedure } from '../trpc/procedures.ts';
import { unwrap } from '../trpc/unwrap.ts';
import { saveAward, saveAwardInput } from './save-award.ts';
import { saveRound, saveRoundInput } from './save-round.ts';
import { saveSource, saveSourceInput } from './save-source.ts';
import { exposureInput, showExposure } from './show-exposure.ts';
import { showFunding } from './show-funding.ts';
import { undoFunding, undoFundingInput } from './undo-funding.ts';

export const fundingRouter = router({
  show: trustProcedure('funding.show').query(async ({ ctx }) => unwrap(await showFunding(ctx.trust))),

  exposure: trustProcedure('funding.exposure')
    .input(exposureInput)
    .query(async ({ ctx, input }) => unwrap(await showExposure(ctx.trust, input))),

  saveAward: trustProcedure('funding.saveAward')
    .input(saveAwardInput)
    .mutation(async ({ ctx, input }) => unwrap(await saveAward(ctx.trust, input))),

  saveSource: trustProcedure('funding.saveSource')
    .input(saveSourceInput)
    .mutation(async ({ ctx, input }) => unwrap(await saveSource(ctx.trust, input))),

  saveRound: trustProcedure('funding.saveRound')
    .input(saveRoundInput)
    .mutation(async ({ ctx, input }) => unwrap(await saveRound(ctx.trust, input))),

  undo: trustProcedure('funding.undo')
    .input(undoFundingInput)
    .mutation(async ({ ctx, input }) => unwrap(await undoFunding(ctx.trust, input))),
});
