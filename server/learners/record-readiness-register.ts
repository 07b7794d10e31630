import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Readiness } from '../../shared/learners/readiness.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { readPersonIds } from '../staff/read.ts';
import { upsertReadiness } from './store.ts';

/** The checklist of one person, by employee number. */
export type ReadinessRow = Omit<Readiness, 'personId' | 'version'> & { readonly employeeNumber: string };

/**
 * Records the readiness of people of whom nothing is recorded yet, all or nothing.
 *
 * Refused with `not-found` when somebody is not in the staff of the trust, `already-applied` when something is
 * recorded of one of them.
 */
export async function recordReadinessRegister(
  ctx: TrustContext,
  rows: readonly ReadinessRow[],
): Promise<Result<{ readonly people: number }>> {
  return withTrustWrite(ctx, 'learners.ready', async (tx, audit): Promise<Result<{ people: number }>> => {
    const numbers = rows.map(({ employeeNumber }) => employeeNumber);
    const ids = await readPersonIds(tx, ctx.trustId, numbers);
    for (const { employeeNumber, ...readiness } of rows) {
      const personId = ids.get(employeeNumber);
      if (personId === undefined) return err('not-found', 'Somebody is not in the staff of this trust.');
      const version = await upsertReadiness(tx, ctx.trustId, { ...readiness, personId, version: 0 });
      if (version === null)
        return err('already-applied', 'The readiness of one of these people is recorded already.');
    }
    audit({ entity: 'readiness-register', entityId: ctx.trustId, after: { people: rows.length } });
    return ok({ people: rows.length });
  });
}
