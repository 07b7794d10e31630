import { initTRPC } from '@trpc/server';
import type { Right } from '../../shared/access/rights.ts';
import { err } from '../../shared/core/result.ts';
import { authorise } from '../auth/authorise.ts';
import type { RequestContext } from '../auth/context.ts';
import { refusalOfTrpc, toTrpcError } from './errors.ts';
import { unwrap } from './unwrap.ts';

const t = initTRPC
  .context<RequestContext>()
  .meta<{ readonly right: Right }>()
  .create({
    errorFormatter: ({ shape, error, ctx }) => {
      const { code, message, detail } = refusalOfTrpc(error);
      const requestId = ctx?.requestId;
      return {
        code: shape.code,
        message:
          code === 'internal-error' && requestId !== undefined
            ? `${message} Reference ${requestId}.`
            : message,
        data: { code, httpStatus: shape.data.httpStatus, ...(detail === undefined ? {} : { detail }) },
      };
    },
  });

export const router = t.router;

/** Every error leaves with the status of its code, and without stack, SQL or values. */
const guarded = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok) throw toTrpcError(result.error);
  return result;
});

/**
 * The start of every procedure: signed in, in a trust, with the right. The right is the procedure's own path in the
 * table of `shared/access/rights.ts`; `ctx.trust` is what use cases take.
 */
export function trustProcedure(right: Right) {
  return guarded.meta({ right }).use(async ({ ctx, next, type }) => {
    const admitted = unwrap(authorise(ctx.house, ctx.session, ctx.requestId, right));
    if (type === 'mutation' && !(await ctx.mayWriteNow())) {
      unwrap(err('too-many-requests', 'Too many changes in a short time. Wait a minute, then go on.'));
    }
    return next({ ctx: admitted });
  });
}
