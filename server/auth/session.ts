import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { isRole } from '../../shared/access/roles.ts';
import type { Membership } from '../../shared/access/scope.ts';
import type { Database } from '../db/database.ts';
import { withSystem } from '../db/with-system.ts';

/** Who is signed in, in which trust, as what. Read afresh on every request, so that a change of role counts at once. */
export type Session = Membership & {
  readonly hash: string;
  readonly userId: string;
  readonly userName: string;
  readonly trustId: string;
};

const minute = 60_000;
/** A session ends when it is not used for this long … */
export const idleMs = 30 * minute;
/** … and this long after signing in, used or not. */
export const absoluteMs = 12 * 60 * minute;

/** A new secret of 256 random bits, for the cookie alone. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token: whoever reads the table cannot sign in with it. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The living session of a token; null when there is none, it ran out, or the person may no longer be in the trust. */
export async function findSession(database: Database, token: string, now: Date): Promise<Session | null> {
  const hash = hashOfToken(token);
  return withSystem(database, 'read a session', async (tx) => {
    const row = await tx
      .selectFrom('session')
      .innerJoin('user_account', 'user_account.user_id', 'session.user_id')
      .select([
        'session.user_id',
        'session.trust_id',
        'session.last_seen_at',
        'session.expires_at',
        'user_account.name',
      ])
      // From here on in this transaction the person's own memberships can be read.
      .select(sql`set_config('app.user_id', session.user_id::text, true)`.as('known'))
      .where('session.token_hash', '=', hash)
      .where('user_account.disabled_at', 'is', null)
      .executeTakeFirst();
    if (row === undefined) return null;
    const idle = now.getTime() - row.last_seen_at.getTime();
    if (idle > idleMs || now >= row.expires_at) {
      // Deleted, so that no clock that is put back revives it.
      await tx.deleteFrom('session').where('token_hash', '=', hash).execute();
      return null;
    }
    if (idle > minute) {
      await tx.updateTable('session').set({ last_seen_at: now }).where('token_hash', '=', hash).execute();
    }
    const membership = await tx
      .selectFrom('membership')
      .select(['role', 'divisions', 'person_id'])
      .where('trust_id', '=', row.trust_id)
      .where('user_id', '=', row.user_id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (membership === undefined || !isRole(membership.role)) return null;
    const { role, divisions, person_id: personId } = membership;
    const { user_id: userId, trust_id: trustId, name: userName } = row;
    return { hash, userId, userName, trustId, role, divisions, personId };
  });
}
