import { sql, type Selectable } from 'kysely';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type {
  BatchCounts,
  BatchState,
  BatchTerms,
  RowOutcome,
  UndoCounts,
} from '../../shared/imports/batch.ts';
import type { Issue } from '../../shared/imports/issues.ts';
import type { ImportKind } from '../../shared/imports/kind.ts';
import type { JsonValue } from '../db/json.ts';
import type { ImportBatchTable } from '../db/schema-imports.ts';
import type { TrustReader } from '../db/with-trust.ts';
import type { ReadWith, StagedIssue } from './staged-rows.ts';
import type { JobProgress } from '../jobs/store.ts';
import type { BatchFacts } from './store.ts';

/** One import as it is held. */
export type HeldBatch = BatchTerms & {
  readonly id: string;
  readonly state: BatchState;
  /** `null` until the file is read and compared. */
  readonly counts: BatchCounts | null;
  readonly basedOn: string | null;
  /** The layout it was read with; `null` until it is read, and where that was our own. */
  readonly readWith: ReadWith | null;
  readonly fileIssues: readonly Issue[];
  readonly reason: string | null;
  readonly fileSha256: string;
  readonly fileBytes: number;
  readonly uploadedBy: string | null;
  readonly createdAt: Date;
  /** How far its job is; `null` when there is none. */
  readonly progress: JobProgress | null;
  readonly appliedAt: Date | null;
  readonly undoneAt: Date | null;
  readonly undo: UndoCounts | null;
  /** The day the staff data described before this was applied. */
  readonly dataCutBefore: PlainDate | null;
  /** Applied, none of its kind applied later, and what it wrote is noted: it can be undone. */
  readonly undoable: boolean;
  readonly version: number;
};

type BatchRow = Selectable<ImportBatchTable> & {
  uploaded_by: string | null;
  undoable: boolean;
  job_id: string | null;
  job_done: number | null;
  job_total: number | null;
};

function toBatch(row: BatchRow): HeldBatch {
  // Written by this feature alone, in one place each (store.ts).
  const facts = row.counts as BatchFacts | null;
  if (facts === null) throw new Error('an import without its terms');
  const { dataDate, basedOn, profile, readWith, ...counts } = facts;
  return {
    id: row.id,
    kind: row.kind,
    scope: row.scope,
    dataDate,
    ...(profile === undefined ? {} : { profile }),
    readWith: readWith ?? null,
    state: row.state,
    counts: counts.records === undefined ? null : (counts as BatchCounts),
    basedOn: basedOn ?? null,
    fileIssues: (row.file_issues ?? []) as unknown as readonly Issue[],
    reason: row.reason,
    fileSha256: row.file_sha256,
    fileBytes: row.file_bytes,
    uploadedBy: row.uploaded_by,
    createdAt: row.created_at,
    progress: row.job_id === null ? null : { done: row.job_done ?? 0, total: row.job_total },
    appliedAt: row.applied_at,
    undoneAt: row.undone_at,
    undo: row.undo as UndoCounts | null,
    dataCutBefore: row.data_cut_before,
    undoable: row.undoable,
    version: row.version,
  };
}

const undoable = sql<boolean>`b.state = 'applied'
  and exists (select from import_applied a where a.trust_id = b.trust_id and a.batch_id = b.id)
  and not exists (select from import_batch later where later.trust_id = b.trust_id and later.kind = b.kind
    and later.state = 'applied' and (later.applied_at, later.id) > (b.applied_at, b.id))`;

function batches(tx: TrustReader, trustId: string) {
  return tx
    .selectFrom('import_batch as b')
    .leftJoin('user_account as u', 'u.user_id', 'b.created_by')
    .leftJoin('job_ticket as k', (join) =>
      join.onRef('k.trust_id', '=', 'b.trust_id').onRef('k.job_id', '=', 'b.id'),
    )
    .selectAll('b')
    .select(['k.job_id', 'k.done as job_done', 'k.total as job_total'])
    .select('u.name as uploaded_by')
    .select(undoable.as('undoable'))
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

/** The import of a kind applied last and not undone; `null` when there is none. */
export async function readLastApplied(
  tx: TrustReader,
  trustId: string,
  kind: ImportKind,
): Promise<HeldBatch | null> {
  const row = await batches(tx, trustId)
    .where('b.state', '=', 'applied')
    .where('b.kind', '=', kind)
    .orderBy('b.applied_at', 'desc')
    .orderBy('b.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toBatch(row);
}

/**
 * Names the last time an import of any kind was applied or undone; `null` when none was. A preview made before that
 * was compared with something that is not held any more.
 */
export async function readLastMove(tx: TrustReader, trustId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('import_batch')
    .select(['id', 'state'])
    .where('trust_id', '=', trustId)
    .where('state', 'in', ['applied', 'undone'])
    .orderBy(sql`coalesce(undone_at, applied_at)`, 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return row.state === 'undone' ? `${row.id} undone` : row.id;
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
