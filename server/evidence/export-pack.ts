import { err, ok, type Result } from '../../shared/core/result.ts';
import { packDocument } from '../../shared/evidence/pack-document.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { renderDocument, type DocumentFormat } from '../reports/render-document.ts';
import { readPack } from './read.ts';
import { sha256Of } from './sha256.ts';

export type ExportedPack = { readonly name: string; readonly bytes: Uint8Array };

/**
 * A frozen pack as a Word file or a tagged PDF: the same document as on its page.
 *
 * Refused with `not-found`, and `unavailable` when the bytes are not those that were frozen or it could not be drawn.
 */
export async function exportPack(
  ctx: TrustContext,
  id: string,
  format: DocumentFormat,
): Promise<Result<ExportedPack>> {
  const held = await withTrust(ctx, (tx) => readPack(tx, ctx.trustId, id));
  if (held === null) return err('not-found', 'There is no such pack.');
  if (sha256Of(held.text) !== held.sha256)
    return err('unavailable', 'This pack is not as it was frozen, so it is not exported.');
  const bytes = await renderDocument(packDocument(held.snapshot, held.sha256), format);
  return ok({ name: `evidence-pack-${held.madeAt.slice(0, 10)}.${format}`, bytes });
}
