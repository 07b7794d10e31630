import { err, ok, type Result } from '../../shared/core/result.ts';
import { packChanges, type PackChange, type Said } from '../../shared/evidence/pack-changes.ts';
import { packDocument, type PackDocument } from '../../shared/evidence/pack-document.ts';
import { evidenceFigures } from '../../shared/evidence/figures.ts';
import { rederive, type Rederived } from '../../shared/evidence/snapshot.ts';
import { withTrust, type TrustContext, type TrustReader } from '../db/with-trust.ts';
import { fieldsOf } from './fields-of.ts';
import { readEvidenceCase } from './read-inputs.ts';
import { readPack, readPacks, readStatements, type HeldPack, type ListedPack } from './read.ts';
import { sha256Of } from './sha256.ts';

/** Differences from one state to another, with the pack they are counted from. */
export type Differences = { readonly from: ListedPack; readonly changes: readonly PackChange[] };

export type ShownPack = {
  readonly pack: ListedPack;
  readonly document: PackDocument;
  /** The bytes are those that were frozen. */
  readonly whole: boolean;
  readonly rederived: Rederived;
  /** From the pack before it, of any framework; `null` for the first. */
  readonly sincePrevious: Differences | null;
  /** From this pack to the register as it is now. */
  readonly sinceThen: Differences;
};

type Opened = {
  readonly held: HeldPack;
  readonly previous: HeldPack | null;
  readonly now: { readonly asked: Parameters<typeof evidenceFigures>[0]; readonly said: Said['statements'] };
};

async function open(tx: TrustReader, ctx: TrustContext, id: string): Promise<Opened | null> {
  const held = await readPack(tx, ctx.trustId, id);
  if (held === null) return null;
  const packs = await readPacks(tx, ctx.trustId);
  const before = packs[packs.findIndex((pack) => pack.id === id) + 1];
  const asked = await readEvidenceCase(tx, ctx.trustId, ctx.today());
  if (asked === null) return null;
  const statements = await readStatements(tx, ctx.trustId);
  const said = statements.filter(({ frameworkId }) => frameworkId === held.frameworkId).map(fieldsOf);
  const previous = before === undefined ? null : await readPack(tx, ctx.trustId, before.id);
  return { held, previous, now: { asked, said } };
}

function listedOf({ id, frameworkId, title, madeAt, madeBy, sha256 }: HeldPack): ListedPack {
  return { id, frameworkId, title, madeAt, madeBy, sha256 };
}

/**
 * A frozen pack opened again: as it was, whether its bytes are whole, each figure worked out again from what is kept in
 * it, what changed since the pack before, and what changed in the register since.
 */
export async function showPack(
  ctx: TrustContext,
  { id }: { readonly id: string },
): Promise<Result<ShownPack>> {
  const opened = await withTrust(ctx, (tx) => open(tx, ctx, id));
  if (opened === null) return err('not-found', 'There is no such pack.');
  const { held, previous, now } = opened;
  const { inputs, parameters } = now.asked;
  const today = { statements: now.said, figures: evidenceFigures({ inputs, parameters }) };
  return ok({
    pack: listedOf(held),
    document: packDocument(held.snapshot, held.sha256),
    whole: sha256Of(held.text) === held.sha256,
    rederived: rederive(held.snapshot),
    sincePrevious:
      previous === null
        ? null
        : { from: listedOf(previous), changes: packChanges(previous.snapshot, held.snapshot) },
    sinceThen: { from: listedOf(held), changes: packChanges(held.snapshot, today) },
  });
}
