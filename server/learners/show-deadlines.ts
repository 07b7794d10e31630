import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Deadline } from '../../shared/learners/deadline.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readSupervisors } from '../supervisors/read.ts';
import { readDeadlines } from './read-deadlines.ts';
import { readLearners } from './read.ts';

/** A deadline with the name of the learner or the supervisor it is about, for the page alone. */
export type ShownDeadline = Deadline & { readonly who: string | null };

/** Every deadline of the register, soonest first, with names. */
export async function showDeadlines(ctx: TrustContext): Promise<Result<readonly ShownDeadline[]>> {
  return withTrust(ctx, async (tx) => {
    const deadlines = await readDeadlines(tx, ctx.trustId, ctx.today());
    if (deadlines === null) return err('not-found', 'There is no such trust.');
    const learners = await readLearners(tx, ctx.trustId);
    const names = new Map([
      ...learners.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`] as const),
      ...(await readSupervisors(tx, ctx.trustId)).map(({ id, name }) => [id, name] as const),
    ]);
    return ok(
      deadlines.map((one) => ({ ...one, who: names.get(one.learnerId ?? one.supervisorId ?? '') ?? null })),
    );
  });
}
