import { createHash } from 'node:crypto';
import { err, type Result } from '../../shared/core/result.ts';
import type { BatchTerms } from '../../shared/imports/batch.ts';
import type { TrustContext } from '../db/with-trust.ts';
import { applyImport, type Applied } from './apply-import.ts';
import { beginImport } from './begin-import.ts';
import { checkFile } from './check-file.ts';
import { getImport } from './get-import.ts';
import { stageImport } from './stage-import.ts';
import { readFileOf } from './staged-rows.ts';

/**
 * Uploads, previews and applies a file in one go and without a thread: for sample data and commands, never for a
 * request. The same code as an upload, and as strict: one refused row refuses the file.
 */
export async function importNow(
  ctx: TrustContext,
  terms: BatchTerms,
  text: string,
): Promise<Result<Applied>> {
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const begun = await beginImport(ctx, terms, { sha256, bytes: bytes.length });
  if (!begun.ok) return begun;
  const { batchId } = begun.value;
  const read = readFileOf(terms.kind, checkFile(terms.kind, bytes, ctx.today()));
  const staged = await stageImport(ctx, { ...terms, batchId, fileSha256: sha256 }, read);
  if (!staged.ok) return staged;
  const view = await getImport(ctx, { id: batchId });
  if (view.ok && view.value.reason !== null) return err('bad-input', view.value.reason);
  return applyImport(ctx, { id: batchId, confirmRejected: false, confirmLeavers: true });
}
