import { z } from 'zod';
import { router, trustProcedure } from '../trpc/procedures.ts';
import { unwrap } from '../trpc/unwrap.ts';
import { adoptFramework, adoptInput } from './adopt-framework.ts';
import { confirmHolds, confirmInput } from './confirm-holds.ts';
import { freezeInput, freezePack } from './freeze-pack.ts';
import { saveFramework, saveFrameworkInput } from './save-framework.ts';
import { saveMeasure, saveMeasureInput } from './save-measure.ts';
import { saveStatement, saveStatementInput } from './save-statement.ts';
import { showEvidence } from './show-evidence.ts';
import { showPack } from './show-pack.ts';
import { undoEvidence, undoEvidenceInput } from './undo-evidence.ts';

export const evidenceRouter = router({
  show: trustProcedure('evidence.show').query(async ({ ctx }) => unwrap(await showEvidence(ctx.trust))),

  pack: trustProcedure('evidence.pack')
    .input(z.strictObject({ id: z.uuid() }))
    .query(async ({ ctx, input }) => unwrap(await showPack(ctx.trust, input))),

  adopt: trustProcedure('evidence.adopt')
    .input(adoptInput)
    .mutation(async ({ ctx, input }) => unwrap(await adoptFramework(ctx.trust, input))),

  saveFramework: trustProcedure('evidence.saveFramework')
    .input(saveFrameworkInput)
    .mutation(async ({ ctx, input }) => unwrap(await saveFramework(ctx.trust, input))),

  saveStatement: trustProcedure('evidence.saveStatement')
    .input(saveStatementInput)
    .mutation(async ({ ctx, input }) => unwrap(await saveStatement(ctx.trust, input))),

  saveMeasure: trustProcedure('evidence.saveMeasure')
    .input(saveMeasureInput)
    .mutation(async ({ ctx, input }) => unwrap(await saveMeasure(ctx.trust, input))),

  undo: trustProcedure('evidence.undo')
    .input(undoEvidenceInput)
    .mutation(async ({ ctx, input }) => unwrap(await undoEvidence(ctx.trust, input))),

  freeze: trustProcedure('evidence.freeze')
    .input(freezeInput)
    .mutation(async ({ ctx, input }) => unwrap(await freezePack(ctx.trust, input))),

  confirm: trustProcedure('evidence.confirm')
    .input(confirmInput)
    .mutation(async ({ ctx, input }) => unwrap(await confirmHolds(ctx.trust, input))),
});
