import { rightsOf, type Right } from '../../shared/access/rights.ts';
import { roleNames, type Role } from '../../shared/access/roles.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readTrust, type Trust } from '../trust/read.ts';

export type CurrentSession = {
  readonly user: { readonly name: string };
  readonly role: Role;
  readonly roleName: string;
  readonly trust: Trust;
  readonly rights: readonly Right[];
  readonly today: PlainDate;
};

/** What every page needs to know about the person in front of it. */
export async function describeSession(ctx: TrustContext, userName: string): Promise<Result<CurrentSession>> {
  const trust = await withTrust(ctx, (tx) => readTrust(tx, ctx.trustId));
  if (trust === null) return err('not-found', 'There is no such trust.');
  return ok({
    user: { name: userName },
    role: ctx.role,
    roleName: roleNames[ctx.role],
    trust,
    rights: rightsOf(ctx.role),
    today: ctx.today(),
  });
}
