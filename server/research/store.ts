import type { DelegationEntry } from '../../shared/research/delegation.ts';
import type { Study } from '../../shared/research/study.ts';
import type { TrustWriter } from '../db/with-trust.ts';
import { rowOf } from './store-study.ts';

/** A statement takes at most 65,535 values, and a study has 17. */
const rowsAStatement = 3_500;

function chunks<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / rowsAStatement);
  return Array.from({ length: count }, (_, index) =>
    rows.slice(index * rowsAStatement, (index + 1) * rowsAStatement),
  );
}

/** Adds studies. */
export async function insertStudies(
  tx: TrustWriter,
  trustId: string,
  studies: readonly Omit<Study, 'version'>[],
): Promise<void> {
  for (const part of chunks(studies)) {
    const rows = part.map((study) => ({ trust_id: trustId, id: study.id, ...rowOf(study) }));
    await tx.insertInto('study').values(rows).execute();
  }
}

/** Adds entries of delegation logs. */
export async function insertDelegationEntries(
  tx: TrustWriter,
  trustId: string,
  entries: readonly Omit<DelegationEntry, 'version'>[],
): Promise<void> {
  for (const part of chunks(entries)) {
    const rows = part.map((entry) => ({
      trust_id: trustId,
      id: entry.id,
      study_id: entry.studyId,
      person_id: entry.personId,
      role: entry.role,
      started_on: entry.startedOn,
      ended_on: entry.endedOn,
      source: entry.source,
    }));
    await tx.insertInto('delegation_entry').values(rows).execute();
  }
}
