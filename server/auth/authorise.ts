import { can, worksWithinDivisions, type Right } from '../../shared/access/rights.ts';
import { roleNames } from '../../shared/access/roles.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { TrustContext } from '../db/with-trust.ts';
import { trustContextOf, type House } from './context.ts';
import type { Session } from './session.ts';

export type Admitted = { readonly trust: TrustContext; readonly session: Session };

/** The one gate: whoever is not signed in, lacks the right, or sees too little of the trust for it, goes no further. */
export function authorise(
  house: House,
  session: Session | null,
  requestId: string,
  right: Right,
): Result<Admitted> {
  if (session === null) return err('not-signed-in', 'Sign in first.');
  if (!can(session.role, right)) {
    return err(
      'not-allowed',
      `The role ${roleNames[session.role]} may not do this. Ask an administrator of the trust.`,
    );
  }
  if (session.divisions.length > 0 && !worksWithinDivisions(right)) {
    return err(
      'not-allowed',
      'This needs the whole trust, and you see some divisions of it. Ask an administrator of the trust.',
    );
  }
  return ok({ session, trust: trustContextOf(house, session, requestId) });
}
