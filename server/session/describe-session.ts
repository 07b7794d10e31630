import { rightsOf, type Right } from '../../shared/access/rights.ts';
import { roleNames, type Role } from '../../shared/access/roles.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { leadingRow } from '../../shared/learners/leading-row.ts';
import { withTrust, type TrustContext, type TrustReader } from '../db/with-trust.ts';
import { readLearners } from '../learners/read.ts';
import { readTrust, type Trust } from '../trust/read.ts';

export type CurrentSession = {
  readonly user: { readonly name: string };
  readonly role: Role;
  readonly roleName: string;
  readonly trust: Trust;
  readonly rights: readonly Right[];
  readonly today: PlainDate;
  /** The divisions the person is limited to; empty for the whole trust. */
  readonly divisions: readonly string[];
  /** The page of a learner; `null` for everybody else, and for a learner who is not on the register. */
  readonly ownLearnerId: string | null;
};

/** What every page needs to know about the person in front of it. */
export async function describeSession(ctx: TrustContext, userName: string): Promise<Result<CurrentSession>> {
  const { scope } = ctx;
  const { trust, ownLearnerId } = await withTrust(ctx, async (tx) => ({
    trust: await readTrust(tx, ctx.trustId),
    ownLearnerId: scope.kind === 'person' ? await ownLearner(tx, ctx.trustId) : null,
  }));
  if (trust === null) return err('not-found', 'There is no such trust.');
  return ok({
    user: { name: userName },
    role: ctx.role,
    roleName: roleNames[ctx.role],
    trust,
    rights: rightsOf(ctx.role, scope.kind === 'divisions'),
    today: ctx.today(),
    divisions: scope.kind === 'divisions' ? scope.divisions : [],
    ownLearnerId,
  });
}

/** Of a learner's own rows, which are all that the transaction sees: the one that says where the person stands. */
async function ownLearner(tx: TrustReader, trustId: string): Promise<string | null> {
  const own = await readLearners(tx, trustId);
  return (leadingRow(own) ?? own.at(-1))?.id ?? null;
}
