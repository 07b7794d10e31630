import type { Supervisor, SupervisorFields } from '../../shared/learners/supervisor.ts';
import type { TrustWriter } from '../db/with-trust.ts';

function rowOf(supervisor: SupervisorFields) {
  return {
    name: supervisor.name,
    kind: supervisor.kind,
    employer: supervisor.employer,
    letter: supervisor.letter,
    letter_expires: supervisor.letterExpires,
    slots: supervisor.slots,
    slots_autumn: supervisor.termSlots.autumn,
    slots_spring: supervisor.termSlots.spring,
    slots_summer: supervisor.termSlots.summer,
    active_from: supervisor.activeFrom,
    active_to: supervisor.activeTo,
  };
}

/** Adds supervisors, and links the learners whose register says exactly their name and who are linked to nobody. */
export async function insertSupervisors(
  tx: TrustWriter,
  trustId: string,
  supervisors: readonly Omit<Supervisor, 'version'>[],
): Promise<void> {
  for (const { id, ...fields } of supervisors) {
    await tx
      .insertInto('supervisor')
      .values({ trust_id: trustId, id, ...rowOf(fields) })
      .execute();
    await linkLearners(tx, trustId, id, fields.name);
  }
}

async function linkLearners(tx: TrustWriter, trustId: string, id: string, name: string): Promise<void> {
  await tx
    .updateTable('learner')
    .set({ supervisor_id: id })
    .where('trust_id', '=', trustId)
    .where('supervisor', '=', name)
    .where('supervisor_id', 'is', null)
    .execute();
}

/** Writes a supervisor of a known version. @returns whether they still had that version. */
export async function updateSupervisor(
  tx: TrustWriter,
  trustId: string,
  id: string,
  version: number,
  supervisor: SupervisorFields,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('supervisor')
    .set({ ...rowOf(supervisor), version: version + 1 })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 1n) await linkLearners(tx, trustId, id, supervisor.name);
  return numUpdatedRows === 1n;
}

/** Unlinks the learners of a supervisor of a known version and removes the supervisor. @returns whether it was there. */
export async function deleteSupervisor(
  tx: TrustWriter,
  trustId: string,
  id: string,
  version: number,
): Promise<boolean> {
  await tx
    .updateTable('learner')
    .set({ supervisor_id: null })
    .where('trust_id', '=', trustId)
    .where('supervisor_id', '=', id)
    .execute();
  const { numDeletedRows } = await tx
    .deleteFrom('supervisor')
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
