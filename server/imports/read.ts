import type { Selectable } from 'kysely';
import type { BatchCounts, BatchState, BatchTerms, RowOutcome } from '../../shared/imports/batch.ts';
import type { Issue } from '../../shared/imports/issues.ts';
import type { ImportKind } from '../../shared/imports/kind.ts';
import type { JsonValue } from '../db/json.ts';
import type { ImportBatchTable } from '../db/schema.ts';
import type { TrustReader } from '../db/with-trust.ts';
import type { StagedIssue } from './staged-rows.ts';
import type { BatchFacts } from './store.ts';

/** One import as it is held. */
export type HeldBatch = BatchTerms & {
  readonly id: string;
  readonly state: BatchState;
  /** `null` until the file is read and compared. */
  readonly counts: BatchCounts | null;
  readonly basedOn: string | null;
  readonly fileIssues: readonly Issue[];
  readonly reason: string | null;
  readonly fileSha256: string;
  readonly fileBytes: number;
  readonly uploadedBy: string | null;
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
  readonly version: number;
};

function toBatch(row: Selectable<ImportBatchTable> & { uploaded_by: string | null }): HeldBatch {
  // Written by this feature alone, in one place each (store.ts).
  const facts = row.counts as BatchFacts | null;
  if (facts === null) throw new Error('an import without its terms');
  const { dataDate, basedOn, ...counts } = facts;
  return {
    id: row.id,
    kind: row.kind,
    scope: row.scope,
    dataDate,
    state: row.state,
    counts: counts.records === undefined ? null : (counts as BatchCounts),
    basedOn: basedOn ?? null,
    fileIssues: (row.file_issues ?? []) as unknown as readonly Issue[],
    reason: row.reason,
    fileSha256: row.file_sha256,
    fileBytes: row.file_bytes,
    uploadedBy: row.uploaded_by,
    createdAt: row.created_at,
    appliedAt: row.applied_at,
    version: row.version,
  };
}

function batches(tx: TrustReader, trustId: string) {
  return tx
    .selectFrom('import_batch as b')
    .leftJoin('user_account as u', 'u.user_id', 'b.created_by')
    .selectAll('b')
    .select('u.name as uploaded_by')
    .where('b.trust_id', '=', trustId);
}

/** Imports of a trust, newest first. */
export async function readBatches(
  tx: TrustReader,
  trustId: string,
  most: number,
): Promise<readonly HeldBatch[]> {
  const rows = await batches(tx, trustId)
    .orderBy('b.created_at', 'desc')
    .orderBy('b.id', 'desc')
    .limit(most)
    .execute();
  return rows.map(toBatch);
}

export async function readBatch(tx: TrustReader, trustId: string, id: string): Promise<HeldBatch | null> {
  const row = await batches(tx, trustId).where('b.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toBatch(row);
}

/** The import applied last, of one kind or of any; `null` when there is none. */
export async function readLastApplied(
  tx: TrustReader,
  trustId: string,
  kind: ImportKind | null,
): Promise<HeldBatch | null> {
  const row = await batches(tx, trustId)
    .where('b.state', '=', 'applied')
    .$if(kind !== null, (query) => query.where('b.kind', '=', kind ?? 'staff'))
    .orderBy('b.applied_at', 'desc')
    .orderBy('b.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toBatch(row);
}

/** One staged row: what it would change, and everything said of it. */
export type PreviewRow = {
  readonly position: number;
  readonly line: number | null;
  readonly outcome: RowOutcome;
  readonly before: JsonValue;
  readonly after: JsonValue;
  readonly issues: readonly StagedIssue[];
};

export type RowsAsked = {
  readonly batchId: string;
  readonly outcome: RowOutcome | null;
  /** Rows after this position. */
  readonly after: number;
  readonly limit: number;
};

/** Staged rows in the order of the file, from just after a position. */
export async function readRows(
  tx: TrustReader,
  trustId: string,
  asked: RowsAsked,
): Promise<readonly PreviewRow[]> {
  const rows = await tx
    .selectFrom('import_row')
    .select(['position', 'line', 'outcome', 'before', 'after', 'issues'])
    .where('trust_id', '=', trustId)
    .where('batch_id', '=', asked.batchId)
    .where('position', '>', asked.after)
    .$if(asked.outcome !== null, (query) => query.where('outcome', '=', asked.outcome ?? 'new'))
    .orderBy('position')
    .limit(asked.limit)
    .execute();
  return rows.map((row) => ({ ...row, issues: (row.issues ?? []) as unknown as readonly StagedIssue[] }));
}
