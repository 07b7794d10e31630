import { leavesNobody, type BatchCounts, type BatchTerms } from '../../shared/imports/batch.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { FileRefusal, Issue } from '../../shared/imports/issues.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { readPersonIds } from '../staff/read.ts';
import { heldLearners, heldTeams } from './held-rows.ts';
import { planRows, refuseRows, type Held, type PlannedRow } from './plan-rows.ts';
import { readLastApplied, readLastMove, type HeldBatch } from './read.ts';
import type { FileFacts, ReadFile, StagedRow } from './staged-rows.ts';
import { deleteJob } from '../jobs/store.ts';
import { deleteFile } from './store-file.ts';
import { moveBatch, type BatchFacts } from './store.ts';
import { countOutcomes, insertPlannedRows } from './store-rows.ts';
import { countStaffHeld, preferHashJoins, stageStaffLeavers, stageStaffRows } from './store-staff.ts';

const statementMs = 60_000;

export type Upload = BatchTerms & { readonly batchId: string; readonly fileSha256: string };

/** How many are held now, and how many would be. */
type Holdings = { readonly before: number; readonly after: number };

type Staged = { readonly holdings: Holdings; readonly refusedHere: number };

async function stageStaff(
  tx: TrustWriter,
  trustId: string,
  upload: Upload,
  chunks: readonly string[],
  records: number,
): Promise<Staged> {
  for (const chunk of chunks) await stageStaffRows(tx, trustId, upload.batchId, chunk);
  await preferHashJoins(tx);
  if (upload.scope === 'whole-trust') {
    await stageStaffLeavers(tx, trustId, upload.batchId, upload.dataDate, records);
  }
  return { holdings: await countStaffHeld(tx, trustId, upload.batchId, upload.dataDate), refusedHere: 0 };
}

function rowsOf(chunks: readonly string[]): StagedRow[] {
  return chunks.flatMap((chunk) => JSON.parse(chunk) as StagedRow[]);
}

/** A learner of whom the staff list knows nothing could not be placed in a team. */
async function refuseUnknownPeople(
  tx: TrustWriter,
  trustId: string,
  rows: readonly StagedRow[],
): Promise<StagedRow[]> {
  const numberOf = (row: StagedRow): string =>
    'employeeNumber' in row.after ? row.after.employeeNumber : '';
  const known = await readPersonIds(tx, trustId, [...new Set(rows.map(numberOf))]);
  const message =
    'No member of staff has this employee number. Import the staff file first, or correct the number.';
  return refuseRows(rows, (row) =>
    known.has(numberOf(row)) ? null : { column: 'Employee Number', code: 'UNKNOWN_EMPLOYEE', message },
  );
}

function holdingsOf(held: Held, planned: readonly PlannedRow[]): Holdings {
  const count = (outcome: PlannedRow['outcome']): number =>
    planned.filter((row) => row.outcome === outcome).length;
  return { before: held.size, after: held.size + count('new') - count('leaver') };
}

async function stageSheet(
  tx: TrustWriter,
  trustId: string,
  upload: Upload,
  chunks: readonly string[],
): Promise<Staged> {
  const read = rowsOf(chunks);
  const rows = upload.kind === 'learners' ? await refuseUnknownPeople(tx, trustId, read) : read;
  const found = upload.kind === 'teams' ? await heldTeams(tx, trustId) : await heldLearners(tx, trustId);
  const held = new Map([...found].map(([key, { row }]) => [key, row])) as unknown as Held;
  const planned = planRows(rows, held, upload.scope === 'whole-trust');
  await insertPlannedRows(tx, trustId, upload.batchId, planned);
  const refusedHere = rows.filter((row, index) => row.outcome !== read[index]?.outcome).length;
  return { holdings: holdingsOf(held, planned), refusedHere };
}

async function countAll(
  tx: TrustWriter,
  trustId: string,
  upload: Upload,
  facts: FileFacts,
  staged: Staged,
): Promise<BatchCounts> {
  const outcomes = await countOutcomes(tx, trustId, upload.batchId);
  const unknown = staged.refusedHere === 0 ? {} : { UNKNOWN_EMPLOYEE: staged.refusedHere };
  return {
    records: facts.records,
    warnings: facts.warnings,
    unidentified: facts.unidentified,
    accepted: facts.accepted - staged.refusedHere,
    rejected: outcomes.rejected,
    byCode: { ...facts.byCode, ...unknown },
    new: outcomes.new,
    changed: outcomes.changed,
    unchanged: outcomes.unchanged,
    leavers: outcomes.leaver,
    heldBefore: staged.holdings.before,
    heldAfter: staged.holdings.after,
  };
}

function sameFile(last: HeldBatch | null, upload: Upload): Issue[] {
  if (last === null || last.fileSha256 !== upload.fileSha256 || last.appliedAt === null) return [];
  const message = `This file was already imported on ${inWords.format(last.appliedAt)}. Nothing needs to be done.`;
  return [{ record: null, line: 1, column: null, code: 'ALREADY_IMPORTED', message }];
}

const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });

async function preview(
  tx: TrustWriter,
  trustId: string,
  upload: Upload,
  read: Extract<ReadFile, { ok: true }>,
) {
  const staged =
    upload.kind === 'staff'
      ? await stageStaff(tx, trustId, upload, read.chunks, read.facts.records)
      : await stageSheet(tx, trustId, upload, read.chunks);
  const counts = await countAll(tx, trustId, upload, read.facts, staged);
  const lastOfKind = await readLastApplied(tx, trustId, upload.kind);
  const facts: BatchFacts = {
    ...counts,
    ...(upload.profile === undefined ? {} : { profile: upload.profile }),
    columns: read.facts.columns,
    dataDate: upload.dataDate,
    basedOn: await readLastMove(tx, trustId),
  };
  return { counts, facts, fileIssues: [...sameFile(lastOfKind, upload), ...read.facts.fileWarnings] };
}

const nobody =
  'Nobody at all would be left after this file, so it cannot be applied. Check that it is the right file.';

const notWaiting = err('changed-elsewhere', 'This import was put away while it was being read.');

/**
 * Stages a file that was read: its rows beside what each would change, proposed leavers, counts. Nothing of the trust's
 * own data is touched. One transaction: a preview is there whole or not at all.
 *
 * Refused with `changed-elsewhere` when the batch was not waiting for it any more.
 */
export async function stageImport(
  ctx: TrustContext,
  upload: Upload,
  read: ReadFile,
): Promise<Result<{ readonly id: string }>> {
  if (!read.ok) return endReading(ctx, upload.batchId, 'refused', read.refusal);
  return withTrustWrite(
    ctx,
    'http:imports.upload',
    async (tx, audit) => {
      const { counts, facts, fileIssues } = await preview(tx, ctx.trustId, upload, read);
      const refused = leavesNobody(counts) ? { reason: nobody } : {};
      const state = leavesNobody(counts) ? 'refused' : 'previewed';
      const change = { state, facts, fileIssues, ...refused } as const;
      const version = await moveBatch(tx, ctx.trustId, upload.batchId, 'reading', change);
      if (version === null) return notWaiting;
      await endUpload(tx, ctx.trustId, upload.batchId);
      audit({
        entity: 'import_batch',
        entityId: upload.batchId,
        versionBefore: version - 1,
        versionAfter: version,
        before: { state: 'reading' },
        after: { state, ...facts },
      });
      return ok({ id: upload.batchId });
    },
    { statementMs },
  );
}

/** Its bytes and the job that reads them are not needed any more. */
export async function endUpload(tx: TrustWriter, trustId: string, batchId: string): Promise<void> {
  await deleteFile(tx, trustId, batchId);
  await deleteJob(tx, trustId, batchId);
}

/** Ends the reading of a batch that will have no preview, with one plain reason. */
export async function endReading(
  ctx: TrustContext,
  batchId: string,
  state: 'refused' | 'failed',
  { code, reason }: FileRefusal,
): Promise<Result<{ readonly id: string }>> {
  return withTrustWrite(ctx, 'http:imports.upload', async (tx, audit) => {
    const version = await moveBatch(tx, ctx.trustId, batchId, 'reading', { state, reason });
    if (version === null) return notWaiting;
    await endUpload(tx, ctx.trustId, batchId);
    audit({
      entity: 'import_batch',
      entityId: batchId,
      versionBefore: version - 1,
      versionAfter: version,
      before: { state: 'reading' },
      after: { state, code },
    });
    return ok({ id: batchId });
  });
}
