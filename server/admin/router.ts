import { z } from 'zod';
import { router, trustProcedure } from '../trpc/procedures.ts';
import { unwrap } from '../trpc/unwrap.ts';
import { listAudit } from './list-audit.ts';
import { listUsers } from './list-users.ts';
import { setAccess, setAccessInput } from './set-access.ts';

const auditPage = z.strictObject({
  before: z.int().positive().nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
});

export const adminRouter = router({
  users: trustProcedure('admin.users').query(({ ctx }) => listUsers(ctx.trust)),
  setAccess: trustProcedure('admin.setAccess')
    .input(setAccessInput)
    .mutation(async ({ ctx, input }) => unwrap(await setAccess(ctx.trust, input))),
  audit: trustProcedure('admin.audit')
    .input(auditPage)
    .query(({ ctx, input }) => listAudit(ctx.trust, input)),
});
