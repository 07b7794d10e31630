import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readUsers, type TrustUser } from './read.ts';

export async function listUsers(ctx: TrustContext): Promise<readonly TrustUser[]> {
  return withTrust(ctx, (tx) => readUsers(tx, ctx.trustId));
}
