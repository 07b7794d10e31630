import { z } from 'zod';
import { router, trustProcedure } from '../trpc/procedures.ts';
import { listAudit } from './list-audit.ts';
import { listUsers } from './list-users.ts';

const auditPage = z.strictObject({
  before: z.int().positive().nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
});

export const adminRouter = router({
  users: trustProcedure('admin.users').query(({ ctx }) => listUsers(ctx.trust)),
  audit: trustProcedure('admin.audit')
    .input(auditPage)
    .query(({ ctx, input }) => listAudit(ctx.trust, input)),
});
