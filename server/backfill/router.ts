import { z } from 'zod';
import { costBases } from '../../shared/pay/employer-cost.ts';
import { router, trustProcedure } from '../trpc/procedures.ts';
import { unwrap } from '../trpc/unwrap.ts';
import { exportStudyDays, studyDaysInput } from './export-study-days.ts';
import { savePolicy, saveSetting, undoPolicy, undoSetting } from './save-setting.ts';
import { savePolicyInput, saveSettingInput, undoPolicyInput, undoSettingInput } from './setting.ts';
import { showTeamCover, showTeamInput } from './show-team.ts';
import { summariseCover } from './summarise-cover.ts';

export const backfillRouter = router({
  summary: trustProcedure('backfill.summary')
    .input(z.strictObject({ basis: z.enum(costBases).default('trust') }))
    .query(async ({ ctx, input }) => unwrap(await summariseCover(ctx.trust, input))),

  team: trustProcedure('backfill.team')
    .input(showTeamInput)
    .query(async ({ ctx, input }) => unwrap(await showTeamCover(ctx.trust, input))),

  savePolicy: trustProcedure('backfill.savePolicy')
    .input(savePolicyInput)
    .mutation(async ({ ctx, input }) => unwrap(await savePolicy(ctx.trust, input))),

  undoPolicy: trustProcedure('backfill.undoPolicy')
    .input(undoPolicyInput)
    .mutation(async ({ ctx, input }) => unwrap(await undoPolicy(ctx.trust, input))),

  saveSetting: trustProcedure('backfill.saveSetting')
    .input(saveSettingInput)
    .mutation(async ({ ctx, input }) => unwrap(await saveSetting(ctx.trust, input))),

  undoSetting: trustProcedure('backfill.undoSetting')
    .input(undoSettingInput)
    .mutation(async ({ ctx, input }) => unwrap(await undoSetting(ctx.trust, input))),

  studyDays: trustProcedure('backfill.studyDays')
    .input(studyDaysInput)
    .mutation(async ({ ctx, input }) => unwrap(await exportStudyDays(ctx.trust, input))),
});
