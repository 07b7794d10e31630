import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { unknownPayCodes, type UnknownPayCode } from '../../shared/pay/unknown-pay-codes.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readAssignmentsOn } from '../staff/read.ts';
import { readTrust } from '../trust/read.ts';

export type PayCodes = {
  readonly dataCut: PlainDate;
  /** Posts of the staff file on the day of the data. */
  readonly posts: number;
  readonly unknown: readonly UnknownPayCode[];
};

/** The pay codes of the staff file that no pay table holds, with how many people they affect. */
export async function listPayCodes(ctx: TrustContext): Promise<Result<PayCodes>> {
  return withTrust(ctx, async (tx) => {
    const trust = await readTrust(tx, ctx.trustId);
    if (trust === null) return err('not-found', 'There is no such trust.');
    const posts = await readAssignmentsOn(tx, ctx.trustId, trust.dataCut);
    return ok({ dataCut: trust.dataCut, posts: posts.length, unknown: unknownPayCodes(posts) });
  });
}
