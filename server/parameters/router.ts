import { router, trustProcedure } from '../trpc/procedures.ts';
import { unwrap } from '../trpc/unwrap.ts';
import { endOverride } from './end-override.ts';
import { listInUse } from './list-in-use.ts';
import { listPayCodes } from './list-pay-codes.ts';
import { knownRow, previewInput, saveOverrideInput } from './override-input.ts';
import { saveOverride } from './save-override.ts';
import { showOwn } from './show-own.ts';
import { undoOverride } from './undo-override.ts';
import { previewOverride } from './what-changes.ts';

export const parametersRouter = router({
  inUse: trustProcedure('parameters.inUse').query(async ({ ctx }) => unwrap(await listInUse(ctx.trust))),

  own: trustProcedure('parameters.own').query(async ({ ctx }) => unwrap(await showOwn(ctx.trust))),

  payCodes: trustProcedure('parameters.payCodes').query(async ({ ctx }) =>
    unwrap(await listPayCodes(ctx.trust)),
  ),

  preview: trustProcedure('parameters.preview')
    .input(previewInput)
    .query(async ({ ctx, input }) => unwrap(await previewOverride(ctx.trust, input))),

  save: trustProcedure('parameters.save')
    .input(saveOverrideInput)
    .mutation(async ({ ctx, input }) => unwrap(await saveOverride(ctx.trust, input))),

  end: trustProcedure('parameters.end')
    .input(knownRow)
    .mutation(async ({ ctx, input }) => unwrap(await endOverride(ctx.trust, input))),

  undo: trustProcedure('parameters.undo')
    .input(knownRow)
    .mutation(async ({ ctx, input }) => unwrap(await undoOverride(ctx.trust, input))),
});
