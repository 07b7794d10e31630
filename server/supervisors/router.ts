import { router, trustProcedure } from '../trpc/procedures.ts';
import { unwrap } from '../trpc/unwrap.ts';
import { saveSupervisor, saveSupervisorInput } from './save-supervisor.ts';
import { showSupervisors } from './show-supervisors.ts';
import { undoSupervisor, undoSupervisorInput } from './undo-supervisor.ts';

export const supervisorsRouter = router({
  list: trustProcedure('supervisors.list').query(async ({ ctx }) => unwrap(await showSupervisors(ctx.trust))),

  save: trustProcedure('supervisors.save')
    .input(saveSupervisorInput)
    .mutation(async ({ ctx, input }) => unwrap(await saveSupervisor(ctx.trust, input))),

  undo: trustProcedure('supervisors.undo')
    .input(undoSupervisorInput)
    .mutation(async ({ ctx, input }) => unwrap(await undoSupervisor(ctx.trust, input))),
});
