import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { faultsOfSupervisor, supervisorSchema } from '../../shared/learners/supervisor.ts';
import { newId } from '../db/new-id.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { keepChange, changedElsewhere, type Saved } from '../db/register-changes.ts';
import { readSupervisors } from './read.ts';
import { insertSupervisors, updateSupervisor } from './store.ts';

/** A new supervisor, or one that is known with the version the page showed. */
export const saveSupervisorInput = z.strictObject({
  known: z.strictObject({ id: z.uuid(), version: z.int().positive() }).nullable(),
  supervisor: supervisorSchema,
});

type SaveSupervisor = z.output<typeof saveSupervisorInput>;

/**
 * Adds a supervisor or changes one; learners whose register says exactly this name are linked.
 *
 * Refused with `bad-input` when it cannot be true, `already-applied` when another has the name, `not-found`, and
 * `changed-elsewhere` when somebody changed it after the page was drawn.
 */
export async function saveSupervisor(ctx: TrustContext, input: SaveSupervisor): Promise<Result<Saved>> {
  const [fault] = faultsOfSupervisor(input.supervisor);
  if (fault !== undefined) return err('bad-input', fault);
  return withTrustWrite(ctx, 'supervisors.save', async (tx, audit) => {
    const saved = await store(tx, ctx.trustId, input);
    if (saved.ok) {
      const { kind, slots, termSlots, activeFrom, activeTo } = input.supervisor;
      audit({
        entity: 'supervisor',
        entityId: saved.value.id,
        ...(input.known === null ? {} : { versionBefore: input.known.version }),
        versionAfter: saved.value.version,
        after: { kind, slots, termSlots, activeFrom, activeTo },
      });
    }
    return saved;
  });
}

async function store(
  tx: TrustWriter,
  trustId: string,
  { known, supervisor }: SaveSupervisor,
): Promise<Result<Saved>> {
  const all = await readSupervisors(tx, trustId);
  if (all.some(({ id, name }) => name === supervisor.name && id !== known?.id)) {
    return err('already-applied', 'Another supervisor has this name. Add what tells them apart.');
  }
  if (known === null) {
    const id = newId();
    await insertSupervisors(tx, trustId, [{ ...supervisor, id }]);
    const added = { entity: 'supervisor', entityId: id, versionAfter: 1, before: null } as const;
    return ok({ id, version: 1, changeId: await keepChange(tx, trustId, added) });
  }
  const found = all.find(({ id }) => id === known.id);
  if (found === undefined)
    return err('not-found', 'This supervisor is not here. They may have been removed.');
  const { id, version, ...before } = found;
  if (!(await updateSupervisor(tx, trustId, id, known.version, supervisor))) return changedElsewhere;
  const change = { entity: 'supervisor', entityId: id, versionAfter: version + 1, before } as const;
  return ok({ id, version: version + 1, changeId: await keepChange(tx, trustId, change) });
}
