import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Hold } from '../../shared/evidence/hand-typed.ts';
import { packDocument } from '../../shared/evidence/pack-document.ts';
import { withTrust, type TrustContext, type TrustReader } from '../db/with-trust.ts';
import { renderDocument, type DocumentFormat } from '../reports/render-document.ts';
import { mustBeWrittenAnew } from './confirm-holds.ts';
import { readConfirmation, readHolds } from './read-holds.ts';
import { readPack, type HeldPack } from './read.ts';
import { sha256Of } from './sha256.ts';

export type ExportedPack = { readonly name: string; readonly bytes: Uint8Array };

type Held = { readonly pack: HeldPack; readonly holds: readonly Hold[]; readonly confirmed: boolean };

async function readHeld(tx: TrustReader, trustId: string, id: string): Promise<Held | null> {
  const pack = await readPack(tx, trustId, id);
  if (pack === null) return null;
  const holds = await readHolds(tx, trustId, pack.snapshot);
  const confirmed = (await readConfirmation(tx, trustId, id, holds)) !== null;
  return { pack, holds, confirmed };
}

/** Why a pack may not leave the trust as it is; `ok` when it may. */
function mayLeaveTrust({ pack, holds, confirmed }: Held): Result<HeldPack> {
  if (sha256Of(pack.text) !== pack.sha256)
    return err('unavailable', 'This pack is not as it was frozen, so it is not exported.');
  if (holds.some(({ mustChange }) => mustChange)) return err('not-allowed', mustBeWrittenAnew);
  if (holds.length === 0 || confirmed) return ok(pack);
  const first = holds.map(({ where, text }) => `${where}: “${text}”`).join(' ');
  return err(
    'needs-confirmation',
    `Typed by hand, not suppressed: confirm on the page of the pack that this may leave. ${first}`,
  );
}

/**
 * A frozen pack as a Word file or a tagged PDF: the same document as on its page.
 *
 * Refused with `not-found`; `needs-confirmation` while a text typed by hand holds a small number or a name and nobody
 * confirmed it; `not-allowed` when one quotes a value its source keeps inside; and `unavailable` when the bytes are not
 * those that were frozen or it could not be drawn.
 */
export async function exportPack(
  ctx: TrustContext,
  id: string,
  format: DocumentFormat,
): Promise<Result<ExportedPack>> {
  const held = await withTrust(ctx, (tx) => readHeld(tx, ctx.trustId, id));
  if (held === null) return err('not-found', 'There is no such pack.');
  const pack = mayLeaveTrust(held);
  if (!pack.ok) return pack;
  const { snapshot, sha256, madeAt } = pack.value;
  const bytes = await renderDocument(packDocument(snapshot, sha256), format);
  return ok({ name: `evidence-pack-${madeAt.slice(0, 10)}.${format}`, bytes });
}
