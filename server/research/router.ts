import { z } from 'zod';
import { router, trustProcedure } from '../trpc/procedures.ts';
import { unwrap } from '../trpc/unwrap.ts';
import { addEntry, addEntryInput } from './add-entry.ts';
import { askHandOver, askHandOverInput } from './ask-hand-over.ts';
import { endEntry, endEntryInput } from './end-entry.ts';
import { listStudies, listStudiesInput } from './list-studies.ts';
import { saveRecruitment, saveRecruitmentInput } from './save-recruitment.ts';
import { saveSetting, saveSettingInput } from './save-setting.ts';
import { saveStudy, saveStudyInput } from './save-study.ts';
import { showActivity } from './show-activity.ts';
import { showPeople } from './show-people.ts';
import { showStudy } from './show-study.ts';
import { showSummary } from './show-summary.ts';
import { undoChange, undoInput } from './undo-change.ts';

export const researchRouter = router({
  summary: trustProcedure('research.summary').query(async ({ ctx }) => unwrap(await showSummary(ctx.trust))),

  studies: trustProcedure('research.studies')
    .input(listStudiesInput)
    .query(async ({ ctx, input }) => unwrap(await listStudies(ctx.trust, input))),

  activity: trustProcedure('research.activity').query(async ({ ctx }) =>
    unwrap(await showActivity(ctx.trust)),
  ),

  people: trustProcedure('research.people').query(async ({ ctx }) => unwrap(await showPeople(ctx.trust))),

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

  saveRecruitment: trustProcedure('research.saveRecruitment')
    .input(saveRecruitmentInput)
    .mutation(async ({ ctx, input }) => unwrap(await saveRecruitment(ctx.trust, input))),

  askHandOver: trustProcedure('research.askHandOver')
    .input(askHandOverInput)
    .mutation(async ({ ctx, input }) => unwrap(await askHandOver(ctx.trust, input))),

  saveSetting: trustProcedure('research.saveSetting')
    .input(saveSettingInput)
    .mutation(async ({ ctx, input }) => unwrap(await saveSetting(ctx.trust, input))),

  undo: trustProcedure('research.undo')
    .input(undoInput)
    .mutation(async ({ ctx, input }) => unwrap(await undoChange(ctx.trust, input))),
});
