import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readTrustsOf, type TrustOfPerson } from './read.ts';

export type ListedTrust = TrustOfPerson & { readonly current: boolean };

/** The trusts the person may switch between. */
export async function listTrusts(ctx: TrustContext): Promise<readonly ListedTrust[]> {
  const trusts = await withTrust(ctx, (tx) => readTrustsOf(tx, ctx.userId));
  return trusts.map((trust) => ({ ...trust, current: trust.id === ctx.trustId }));
}
