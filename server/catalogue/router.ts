import { z } from 'zod';
import { removeRowSchema, saveRowSchema } from '../../shared/programmes/catalogue-rows.ts';
import { router, trustProcedure } from '../trpc/procedures.ts';
import { unwrap } from '../trpc/unwrap.ts';
import { listHolders } from './list-holders.ts';
import { removeRow } from './remove-row.ts';
import { saveRow } from './save-row.ts';
import { showCatalogue } from './show-catalogue.ts';
import { showPerson } from './show-person.ts';
import { undoRow, undoRowInput } from './undo-row.ts';

export const catalogueRouter = router({
  show: trustProcedure('catalogue.show').query(async ({ ctx }) => unwrap(await showCatalogue(ctx.trust))),

  holders: trustProcedure('catalogue.holders')
    .input(z.strictObject({ credential: z.string().min(1).max(100) }))
    .query(async ({ ctx, input }) => unwrap(await listHolders(ctx.trust, input))),

  person: trustProcedure('catalogue.person')
    .input(z.strictObject({ personId: z.uuid() }))
    .query(async ({ ctx, input }) => unwrap(await showPerson(ctx.trust, input))),

  save: trustProcedure('catalogue.save')
    .input(saveRowSchema)
    .mutation(async ({ ctx, input }) => unwrap(await saveRow(ctx.trust, input))),

  remove: trustProcedure('catalogue.remove')
    .input(removeRowSchema)
    .mutation(async ({ ctx, input }) => unwrap(await removeRow(ctx.trust, input))),

  undo: trustProcedure('catalogue.undo')
    .input(undoRowInput)
    .mutation(async ({ ctx, input }) => unwrap(await undoRow(ctx.trust, input))),
});
