import { leavesNobody, type BatchCounts } from '../../shared/imports/batch.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { FileRefusal, Issue, IssueCode } from '../../shared/imports/issues.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import type { FileRead, Staged, Upload } from './kind-work.ts';
import { readLastApplied, readLastMove, type HeldBatch } from './read.ts';
import type { FileFacts, ReadFile } from './staged-rows.ts';
import { deleteJob } from '../jobs/store.ts';
import { deleteFile } from './store-file.ts';
import { moveBatch, type BatchFacts } from './store.ts';
import { countOutcomes } from './store-rows.ts';
import { workOfKind } from './work-of-kind.ts';

const statementMs = 60_000;

type Codes = BatchCounts['byCode'];

function addCodes(inFile: Codes, here: Codes): Codes {
  const more = Object.entries(here).map(([code, count]) => [code, count + (inFile[code as IssueCode] ?? 0)]);
  return { ...inFile, ...(Object.fromEntries(more) as Codes) };
}

async function countAll(
  tx: TrustWriter,
  trustId: string,
  upload: Upload,
  facts: FileFacts,
  staged: Staged,
): Promise<BatchCounts> {
  const outcomes = await countOutcomes(tx, trustId, upload.batchId);
  const { holdings, refusedHere } = staged;
  return {
    records: facts.records,
    warnings: facts.warnings,
    unidentified: facts.unidentified,
    accepted: facts.records - outcomes.rejected,
    rejected: outcomes.rejected,
    byCode: addCodes(facts.byCode, refusedHere),
    new: outcomes.new,
    changed: outcomes.changed,
    unchanged: outcomes.unchanged,
    leavers: outcomes.leaver,
    heldBefore: holdings.before,
    heldAfter: holdings.after,
  };
}

function sameFile(last: HeldBatch | null, upload: Upload): Issue[] {
  if (last === null || last.fileSha256 !== upload.fileSha256 || last.appliedAt === null) return [];
  const message = `This file was already imported on ${inWords.format(last.appliedAt)}. Nothing needs to be done.`;
  return [{ record: null, line: 1, column: null, code: 'ALREADY_IMPORTED', message }];
}

const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });

async function preview(tx: TrustWriter, trustId: string, upload: Upload, read: FileRead) {
  const staged = await workOfKind[upload.kind].stage(tx, trustId, upload, read);
  const counts = await countAll(tx, trustId, upload, read.facts, staged);
  const lastOfKind = await readLastApplied(tx, trustId, upload.kind);
  const facts: BatchFacts = {
    ...counts,
    ...(upload.profile === undefined ? {} : { profile: upload.profile }),
    readWith: read.facts.readWith,
    dataDate: upload.dataDate,
    basedOn: await readLastMove(tx, trustId),
  };
  return { counts, facts, fileIssues: [...sameFile(lastOfKind, upload), ...read.facts.fileWarnings] };
}

/** Names of layouts and headings are a person's own words: the log says only how many columns were mapped. */
function auditedFacts({ readWith, ...facts }: BatchFacts) {
  return { ...facts, mapped: readWith?.columns.length ?? null };
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
        after: { state, ...auditedFacts(facts) },
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
