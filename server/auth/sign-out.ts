import { withTrustWrite } from '../db/with-trust.ts';
import { trustContextOf, type House } from './context.ts';
import type { Session } from './session.ts';

/** Ends a session at once, wherever its cookie is. */
export async function signOut(house: House, session: Session, requestId: string): Promise<void> {
  await withTrustWrite(trustContextOf(house, session, requestId), 'session.signOut', async (tx, audit) => {
    await tx.deleteFrom('session').where('token_hash', '=', session.hash).execute();
    audit({ entity: 'session', entityId: session.hash });
  });
}
