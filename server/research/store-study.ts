import type { Study } from '../../shared/research/study.ts';
import type { TrustWriter } from '../db/with-trust.ts';

/** Everything of a study but what the database keeps for itself. */
export type StudyFields = Omit<Study, 'id' | 'version'>;

/** A study as a row of its table. */
export function rowOf(study: StudyFields) {
  return {
    reference: study.reference,
    title: study.title,
    specialty: study.specialty,
    study_type: study.studyType,
    status: study.status,
    planned_close: study.plannedClose,
    closed_on: study.closedOn,
    delegation_log_held: study.delegationLogHeld,
    cpms_id: study.cpmsId,
    iras_id: study.irasId,
    edge_id: study.edgeId,
    commercial: study.commercial,
    sites: study.sites,
    planned_open: study.plannedOpen,
    opened_on: study.openedOn,
  };
}

/** Holds a study until the transaction ends, so that its log and its dates change one at a time. */
export async function lockStudy(tx: TrustWriter, trustId: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('study')
    .select('id')
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes a study of a known version. @returns whether it still had that version. */
export async function updateStudy(
  tx: TrustWriter,
  trustId: string,
  id: string,
  version: number,
  study: StudyFields,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('study')
    .set({ ...rowOf(study), version: version + 1 })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Removes a study of a known version. @returns whether it still had that version. */
export async function deleteStudy(
  tx: TrustWriter,
  trustId: string,
  id: string,
  version: number,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('study')
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
