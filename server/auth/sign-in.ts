import { asRole } from '../../shared/access/roles.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Database } from '../db/database.ts';
import { withSystem } from '../db/with-system.ts';
import { withTrustWrite } from '../db/with-trust.ts';
import { trustContextOf, type House } from './context.ts';
import { absoluteMs, hashOfToken, newToken, type Session } from './session.ts';

export type SignInRequest = {
  readonly signInKey: string;
  /** The token the browser came with: its session ends, so that nobody can plant one beforehand. */
  readonly oldToken: string | null;
  readonly requestId: string;
};

const unknownPerson = err('not-allowed', 'Nobody can sign in like that here.');

/** Starts a session of a person in the first trust they belong to. @returns the token for the cookie. */
export async function signIn(house: House, request: SignInRequest): Promise<Result<string>> {
  const person = await personOf(house.database, request.signInKey);
  if (person === null) return unknownPerson;
  const membership = await firstMembershipOf(house.database, person.userId);
  if (membership === null)
    return err('not-allowed', 'You do not belong to a trust here yet. Ask an administrator.');
  const token = newToken();
  const session: Session = { ...person, ...membership, hash: hashOfToken(token) };
  const now = house.clock.now();
  return withTrustWrite(
    trustContextOf(house, session, request.requestId),
    'session.signIn',
    async (tx, audit) => {
      await tx.deleteFrom('session').where('expires_at', '<', now).execute();
      if (request.oldToken !== null) {
        await tx.deleteFrom('session').where('token_hash', '=', hashOfToken(request.oldToken)).execute();
      }
      await tx
        .insertInto('session')
        .values({
          token_hash: session.hash,
          user_id: session.userId,
          trust_id: session.trustId,
          created_at: now,
          last_seen_at: now,
          expires_at: new Date(now.getTime() + absoluteMs),
        })
        .execute();
      audit({ entity: 'session', entityId: session.hash });
      return ok(token);
    },
  );
}

async function personOf(
  database: Database,
  signInKey: string,
): Promise<Pick<Session, 'userId' | 'userName'> | null> {
  const row = await withSystem(database, 'sign in', (tx) =>
    tx
      .selectFrom('user_account')
      .select(['user_id', 'name'])
      .where('sign_in_key', '=', signInKey)
      .where('disabled_at', 'is', null)
      .executeTakeFirst(),
  );
  return row === undefined ? null : { userId: row.user_id, userName: row.name };
}

async function firstMembershipOf(
  database: Database,
  userId: string,
): Promise<Pick<Session, 'trustId' | 'role' | 'divisions' | 'personId'> | null> {
  const row = await withSystem(
    database,
    'sign in',
    (tx) =>
      tx
        .selectFrom('membership')
        .innerJoin('trust', 'trust.trust_id', 'membership.trust_id')
        .select(['membership.trust_id', 'membership.role', 'membership.divisions', 'membership.person_id'])
        .where('membership.user_id', '=', userId)
        .where('membership.ended_at', 'is', null)
        .orderBy('trust.created_at')
        .orderBy('trust.trust_id')
        .executeTakeFirst(),
    userId,
  );
  if (row === undefined) return null;
  const { trust_id: trustId, divisions, person_id: personId } = row;
  return { trustId, role: asRole(row.role), divisions, personId };
}
