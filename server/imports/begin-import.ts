import { createHash } from 'node:crypto';
import { ok, type Result } from '../../shared/core/result.ts';
import type { BatchTerms } from '../../shared/imports/batch.ts';
import { allowImport } from '../../shared/imports/who-imports.ts';
import { newId } from '../db/new-id.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { readBatch } from './read.ts';
import { insertJob } from '../jobs/store.ts';
import { readImportKind } from './read-import.ts';
import { insertFile } from './store-file.ts';
import { insertBatch } from './store.ts';

export type ReceivedFile = { readonly sha256: string; readonly bytes: number };

export type Begun = {
  readonly batchId: string;
  /** False when this very upload had been received before: it is not read again. */
  readonly isNew: boolean;
};

/**
 * The id of a batch. The same Idempotency-Key of the same person gives the same id, so that an upload sent twice (a
 * double click, a lost answer) is one import.
 */
function batchIdOf(ctx: TrustContext, idempotencyKey: string | null): string {
  if (idempotencyKey === null) return newId();
  const hex = createHash('sha256').update(`${ctx.trustId} ${ctx.userId} ${idempotencyKey}`).digest('hex');
  // A uuid of version 8 (made by the application's own rule).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Notes that a file was received. With the path of its bytes, they are kept and a job is queued that reads them, off
 * the path of the request; without, whoever calls reads them. Refused with `not-allowed` for a kind that is not the
 * role’s.
 */
export async function beginImport(
  ctx: TrustContext,
  terms: BatchTerms,
  file: ReceivedFile,
  idempotencyKey: string | null = null,
  path: string | null = null,
): Promise<Result<Begun>> {
  const allowed = allowImport(ctx.role, terms.kind);
  if (!allowed.ok) return allowed;
  const batchId = batchIdOf(ctx, idempotencyKey);
  return withTrustWrite(ctx, 'http:imports.upload', async (tx, audit) => {
    const { kind, scope, dataDate, profile } = terms;
    const batch = {
      id: batchId,
      kind,
      scope,
      dataDate,
      ...(profile === undefined ? {} : { profile }),
      fileSha256: file.sha256,
      fileBytes: file.bytes,
      createdBy: ctx.userId,
    };
    const isNew = await insertBatch(tx, ctx.trustId, batch);
    if (isNew && path !== null) {
      await insertFile(tx, ctx.trustId, batchId, path);
      await insertJob(tx, ctx, { id: batchId, kind: readImportKind, payload: { batchId } });
    }
    const version = isNew ? 1 : ((await readBatch(tx, ctx.trustId, batchId))?.version ?? 1);
    audit({
      entity: 'import_batch',
      entityId: batchId,
      versionAfter: version,
      after: {
        state: 'received',
        again: !isNew,
        kind,
        scope,
        dataDate,
        fileSha256: file.sha256,
        fileBytes: file.bytes,
      },
    });
    return ok({ batchId, isNew });
  });
}
