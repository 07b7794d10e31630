import { z } from 'zod';
import { rowOutcomes } from '../../shared/imports/batch.ts';
import { router, trustProcedure } from '../trpc/procedures.ts';
import { unwrap } from '../trpc/unwrap.ts';
import { applyImport } from './apply-import.ts';
import { discardImport } from './discard-import.ts';
import { endProfile } from './end-profile.ts';
import { getImport } from './get-import.ts';
import { listImportRows } from './list-import-rows.ts';
import { listImports } from './list-imports.ts';
import { listKept } from './list-kept.ts';
import { listProfiles } from './list-profiles.ts';
import { knownProfileInput, saveProfile, saveProfileInput } from './save-profile.ts';
import { undoImport } from './undo-import.ts';
import { undoProfile } from './undo-profile.ts';

const mostRows = 200;

export const importsRouter = router({
  list: trustProcedure('imports.list').query(({ ctx }) => listImports(ctx.trust)),

  batch: trustProcedure('imports.batch')
    .input(z.strictObject({ id: z.uuid() }))
    .query(async ({ ctx, input }) => unwrap(await getImport(ctx.trust, input))),

  rows: trustProcedure('imports.rows')
    .input(
      z.strictObject({
        id: z.uuid(),
        outcome: z.enum(rowOutcomes).nullable().default(null),
        after: z.int().min(0).max(1_000_000).default(0),
        limit: z.int().min(1).max(mostRows).default(50),
      }),
    )
    .query(async ({ ctx, input }) => unwrap(await listImportRows(ctx.trust, input))),

  // `apply` alone is a word tRPC keeps for itself.
  applyBatch: trustProcedure('imports.applyBatch')
    .input(
      z.strictObject({
        id: z.uuid(),
        confirmRejected: z.boolean().default(false),
        confirmLeavers: z.boolean().default(false),
      }),
    )
    .mutation(async ({ ctx, input }) => unwrap(await applyImport(ctx.trust, input))),

  discard: trustProcedure('imports.discard')
    .input(z.strictObject({ id: z.uuid() }))
    .mutation(async ({ ctx, input }) => unwrap(await discardImport(ctx.trust, input))),

  undoBatch: trustProcedure('imports.undoBatch')
    .input(z.strictObject({ id: z.uuid() }))
    .mutation(async ({ ctx, input }) => unwrap(await undoImport(ctx.trust, input))),

  profiles: trustProcedure('imports.profiles').query(({ ctx }) => listProfiles(ctx.trust)),

  saveProfile: trustProcedure('imports.saveProfile')
    .input(saveProfileInput)
    .mutation(async ({ ctx, input }) => unwrap(await saveProfile(ctx.trust, input))),

  endProfile: trustProcedure('imports.endProfile')
    .input(knownProfileInput)
    .mutation(async ({ ctx, input }) => unwrap(await endProfile(ctx.trust, input))),

  undoProfile: trustProcedure('imports.undoProfile')
    .input(knownProfileInput)
    .mutation(async ({ ctx, input }) => unwrap(await undoProfile(ctx.trust, input))),

  kept: trustProcedure('imports.kept')
    .input(
      z.strictObject({
        id: z.uuid(),
        after: z.int().min(0).max(1_000_000).default(0),
        limit: z.int().min(1).max(mostRows).default(50),
      }),
    )
    .query(async ({ ctx, input }) => unwrap(await listKept(ctx.trust, input))),
});
