import { z } from 'zod';
import { router, trustProcedure } from '../trpc/procedures.ts';
import { unwrap } from '../trpc/unwrap.ts';
import { addEntry, addEntryInput } from './add-entry.ts';
import { endEntry, endEntryInput } from './end-entry.ts';
import { saveStudy, saveStudyInput } from './save-study.ts';
import { showStudy } from './show-study.ts';
import { showSummary } from './show-summary.ts';
import { undoChange, undoInput } from './undo-change.ts';

export const researchRouter = router({
  summary: trustProcedure('research.summary').query(async ({ ctx }) => unwrap(await showSummary(ctx.trust))),

  study: trustProcedure('research.study')
    .input(z.strictObject({ studyId: z.uuid() }))
    .query(async ({ ctx, input }) => unwrap(await showStudy(ctx.trust, input))),

  saveStudy: trustProcedure('research.saveStudy')
    .input(saveStudyInput)
    .mutation(async ({ ctx, input }) => unwrap(await saveStudy(ctx.trust, input))),

  addEntry: trustProcedure('research.addEntry')
    .input(addEntryInput)
    .mutation(async ({ ctx, input }) => unwrap(await addEntry(ctx.trust, input))),

  endEntry: trustProcedure('research.endEntry')
    .input(endEntryInput)
    .mutation(async ({ ctx, input }) => unwrap(await endEntry(ctx.trust, input))),

  undo: trustProcedure('research.undo')
    .input(undoInput)
    .mutation(async ({ ctx, input }) => unwrap(await undoChange(ctx.trust, input))),
});
