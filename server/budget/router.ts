import { router, trustProcedure } from '../trpc/procedures.ts';
import { unwrap } from '../trpc/unwrap.ts';
import { saveBudget, saveBudgetInput } from './save-budget.ts';
import { saveCode, saveCodeInput } from './save-code.ts';
import {
  showBudget,
  showBudgetInput,
  showLines,
  showLinesInput,
  showTotals,
  showWorking,
  showWorkingInput,
} from './show-budget.ts';
import { undoBudget, undoBudgetInput } from './undo-budget.ts';

export const budgetRouter = router({
  show: trustProcedure('budget.show')
    .input(showBudgetInput)
    .query(async ({ ctx, input }) => unwrap(await showBudget(ctx.trust, input))),

  totals: trustProcedure('budget.totals').query(async ({ ctx }) => unwrap(await showTotals(ctx.trust))),

  working: trustProcedure('budget.working')
    .input(showWorkingInput)
    .query(async ({ ctx, input }) => unwrap(await showWorking(ctx.trust, input))),

  lines: trustProcedure('budget.lines')
    .input(showLinesInput)
    .query(async ({ ctx, input }) => unwrap(await showLines(ctx.trust, input))),

  saveCode: trustProcedure('budget.saveCode')
    .input(saveCodeInput)
    .mutation(async ({ ctx, input }) => unwrap(await saveCode(ctx.trust, input))),

  saveBudget: trustProcedure('budget.saveBudget')
    .input(saveBudgetInput)
    .mutation(async ({ ctx, input }) => unwrap(await saveBudget(ctx.trust, input))),

  undo: trustProcedure('budget.undo')
    .input(undoBudgetInput)
    .mutation(async ({ ctx, input }) => unwrap(await undoBudget(ctx.trust, input))),
});
