import { scopeOf } from '../../shared/access/scope.ts';
import type { Clock } from '../config/clock.ts';
import type { Database } from '../db/database.ts';
import type { TrustContext } from '../db/with-trust.ts';
import type { Session } from './session.ts';

/** What every request works with once the server is ready. */
export type House = { readonly database: Database; readonly clock: Clock };

/** One request of a person, signed in or not. */
export type RequestContext = {
  readonly house: House;
  readonly session: Session | null;
  readonly requestId: string;
  /** Counts one change against the person's limit; false when there were too many. */
  readonly mayWriteNow: () => Promise<boolean>;
};

/** The trust, the role and the scope come from the session's membership, never from input. */
export function trustContextOf(house: House, session: Session, requestId: string): TrustContext {
  return {
    database: house.database,
    trustId: session.trustId,
    userId: session.userId,
    role: session.role,
    scope: scopeOf(session),
    sessionHash: session.hash,
    requestId,
    today: house.clock.today,
    now: house.clock.now,
  };
}
