import type { Role } from '../../shared/access/roles.ts';
import { scopeOf } from '../../shared/access/scope.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { ensureAccount } from '../../server/auth/accounts.ts';
import { samplePeople } from '../../server/auth/sample-people.ts';
import { makeClock, type Clock } from '../../server/config/clock.ts';
import type { Database } from '../../server/db/database.ts';
import { newId } from '../../server/db/new-id.ts';
import type { TrustContext } from '../../server/db/with-trust.ts';
import { openTrust, type Member } from '../../server/trust/open-trust.ts';

/** The day of the sample data; every test stands on it. */
export const testDay = asPlainDate('2026-11-20');
export const testClock: Clock = makeClock(testDay);

/** A trust without data whose seven sample people can sign in; the learner is linked to nobody. */
export type TestTrust = {
  readonly id: string;
  readonly name: string;
  /** A context for calling use cases directly, as somebody with this role. */
  readonly as: (role: Role) => TrustContext;
};

/** Trusts A and B; the same seven people belong to both, and sign in to A. */
export async function openTestTrusts(
  database: Database,
): Promise<{ readonly a: TestTrust; readonly b: TestTrust }> {
  const members: Member[] = [];
  for (const person of samplePeople) {
    members.push({ userId: await ensureAccount(database, person), role: person.role });
  }
  return { a: await openOne(database, 'A', members), b: await openOne(database, 'B', members) };
}

async function openOne(database: Database, letter: string, members: readonly Member[]): Promise<TestTrust> {
  const administrator = members.find(({ role }) => role === 'administrator')!;
  const others = members.filter((member) => member !== administrator);
  const name = `Trust ${letter}`;
  const ctx = await openTrust(
    { database, clock: testClock },
    { odsCode: `ZZ${letter}`, name, synthetic: true, dataCut: testDay },
    administrator,
    others,
  );
  return {
    id: ctx.trustId,
    name,
    as: (role) => ({
      ...ctx,
      role,
      scope: scopeOf({ role, divisions: [], personId: null }),
      userId: members.find((member) => member.role === role)!.userId,
      requestId: newId(),
    }),
  };
}
