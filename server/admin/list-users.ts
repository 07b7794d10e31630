import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readDivisions, readUsers, type TrustUser } from './read.ts';

export type ListedUsers = {
  readonly users: readonly (TrustUser & {
    /** The person who asks: nobody changes their own access. */
    readonly self: boolean;
  })[];
  /** What somebody can be limited to. */
  readonly divisions: readonly string[];
};

/** The people of a trust with what each may do and see, and the divisions there are. */
export async function listUsers(ctx: TrustContext): Promise<ListedUsers> {
  return withTrust(ctx, async (tx) => {
    const users = await readUsers(tx, ctx.trustId);
    return {
      users: users.map((user) => ({ ...user, self: user.id === ctx.userId })),
      divisions: await readDivisions(tx, ctx.trustId),
    };
  });
}
