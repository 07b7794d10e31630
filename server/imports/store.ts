import { sql } from 'kysely';
import type { BatchCounts, BatchState, BatchTerms, UndoCounts } from '../../shared/imports/batch.ts';
import type { Issue } from '../../shared/imports/issues.ts';
import type { TrustReader, TrustWriter } from '../db/with-trust.ts';
import type { ReadWith } from './staged-rows.ts';

export type NewBatch = BatchTerms & {
  readonly id: string;
  readonly fileSha256: string;
  readonly fileBytes: number;
  readonly createdBy: string;
};

/** What is stored beside the counts of a batch, in the same column. */
export type BatchFacts = Partial<BatchCounts> & {
  readonly dataDate: BatchTerms['dataDate'];
  readonly profile?: string;
  readonly readWith?: ReadWith | null;
  /** The batch last applied when the preview was made: if another was applied since, the preview is out of date. */
  readonly basedOn?: string | null;
};

/** Starts a batch. @returns false when there is one with this id already (the same upload sent twice). */
export async function insertBatch(tx: TrustWriter, trustId: string, batch: NewBatch): Promise<boolean> {
  const facts: BatchFacts = {
    dataDate: batch.dataDate,
    ...(batch.profile === undefined ? {} : { profile: batch.profile }),
  };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('import_batch')
    .values({
      trust_id: trustId,
      id: batch.id,
      kind: batch.kind,
      scope: batch.scope,
      state: 'reading',
      file_sha256: batch.fileSha256,
      file_bytes: batch.fileBytes,
      counts: JSON.stringify(facts),
      created_by: batch.createdBy,
    })
    .onConflict((conflict) => conflict.columns(['trust_id', 'id']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export type BatchChange = {
  readonly state: BatchState;
  readonly reason?: string;
  readonly facts?: BatchFacts;
  readonly fileIssues?: readonly Issue[];
  readonly appliedAt?: Date;
  readonly dataCutBefore?: BatchTerms['dataDate'] | null;
  readonly undoneAt?: Date;
  readonly undo?: UndoCounts;
};

/** Moves a batch from one state to another. @returns its new version, or null when it was not in that state. */
export async function moveBatch(
  tx: TrustWriter,
  trustId: string,
  id: string,
  from: BatchState,
  change: BatchChange,
): Promise<number | null> {
  const records = change.facts?.records;
  const row = await tx
    .updateTable('import_batch')
    .set({
      state: change.state,
      version: sql<number>`version + 1`,
      ...(change.reason === undefined ? {} : { reason: change.reason }),
      ...(change.facts === undefined ? {} : { counts: JSON.stringify(change.facts) }),
      ...(records === undefined ? {} : { progress_done: records, progress_total: records }),
      ...(change.fileIssues === undefined ? {} : { file_issues: JSON.stringify(change.fileIssues) }),
      ...(change.appliedAt === undefined ? {} : { applied_at: change.appliedAt }),
      ...(change.dataCutBefore === undefined ? {} : { data_cut_before: change.dataCutBefore }),
      ...(change.undoneAt === undefined ? {} : { undone_at: change.undoneAt }),
      ...(change.undo === undefined ? {} : { undo: JSON.stringify(change.undo) }),
    })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('state', '=', from)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

/** One import of a trust at a time is applied: the others wait here for their turn. */
export async function lockImports(tx: TrustWriter, trustId: string): Promise<void> {
  await tx.selectFrom('trust').select('trust_id').where('trust_id', '=', trustId).forUpdate().execute();
}

/** Staged rows of a batch that will not be applied: they hold names, and nobody needs them any more. */
export async function deleteRows(tx: TrustWriter, trustId: string, batchId: string): Promise<void> {
  await tx.deleteFrom('import_row').where('trust_id', '=', trustId).where('batch_id', '=', batchId).execute();
}

/** The day the staff data describes now; `null` when there is no such trust. */
export async function readDataCut(tx: TrustReader, trustId: string): Promise<BatchTerms['dataDate'] | null> {
  const query = tx.selectFrom('trust').select('data_cut').where('trust_id', '=', trustId);
  return (await query.executeTakeFirst())?.data_cut ?? null;
}

/** Sets the day the staff data describes. @returns true when it moved. */
export async function setDataCut(
  tx: TrustWriter,
  trustId: string,
  day: BatchTerms['dataDate'],
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('trust')
    .set({ data_cut: day, version: sql<number>`version + 1` })
    .where('trust_id', '=', trustId)
    .where('data_cut', '!=', day)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
