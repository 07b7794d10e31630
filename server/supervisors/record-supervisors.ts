import { err, ok, type Result } from '../../shared/core/result.ts';
import { faultsOfSupervisor, type SupervisorFields } from '../../shared/learners/supervisor.ts';
import { newId } from '../db/new-id.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { readSupervisors } from './read.ts';
import { insertSupervisors } from './store.ts';

/**
 * Records many supervisors, all or nothing.
 *
 * Refused with `bad-input` when one cannot be true, `already-applied` when one of the names is recorded or stands twice.
 */
export async function recordSupervisors(
  ctx: TrustContext,
  supervisors: readonly SupervisorFields[],
): Promise<Result<{ readonly supervisors: number }>> {
  const [fault] = supervisors.flatMap(faultsOfSupervisor);
  if (fault !== undefined) return err('bad-input', fault);
  return withTrustWrite(ctx, 'supervisors.record', async (tx, audit) => {
    const recorded = await readSupervisors(tx, ctx.trustId);
    const names = [...recorded, ...supervisors].map(({ name }) => name);
    if (new Set(names).size < names.length) {
      return err('already-applied', 'A supervisor with one of these names is recorded already.');
    }
    await insertSupervisors(
      tx,
      ctx.trustId,
      supervisors.map((one) => ({ ...one, id: newId() })),
    );
    const counts = { supervisors: supervisors.length };
    audit({ entity: 'supervisor', entityId: ctx.trustId, after: counts });
    return ok(counts);
  });
}
