import { err, ok, type Result } from '../../shared/core/result.ts';
import type { PackDocument } from '../../shared/evidence/blocks.ts';
import type { EvidenceCase } from '../../shared/evidence/evidence-inputs.ts';
import type { Hold } from '../../shared/evidence/hand-typed.ts';
import { packChanges, type PackChange, type Said } from '../../shared/evidence/pack-changes.ts';
import { packDocument } from '../../shared/evidence/pack-document.ts';
import { shownSteps, type Rederived, type ShownStep } from '../../shared/evidence/snapshot.ts';
import { withTrust, type TrustContext, type TrustReader } from '../db/with-trust.ts';
import { fieldsOf } from './fields-of.ts';
import { figuresInWorker, rederiveInWorker } from './in-worker.ts';
import { hashOfHolds, readConfirmation, readHolds, type Confirmation } from './read-holds.ts';
import { readEvidenceCase } from './read-inputs.ts';
import { readPack, readPacks, readStatements, type HeldPack, type ListedPack } from './read.ts';
import { sha256Of } from './sha256.ts';

/** Differences from one state to another, with the pack they are counted from. */
export type Differences = { readonly from: ListedPack; readonly changes: readonly PackChange[] };

/** Texts typed by hand that are held back from a file, and who let them leave. */
export type ShownHolds = {
  readonly holds: readonly Hold[];
  /** What a confirmation is of. */
  readonly sha256: string;
  readonly confirmed: Confirmation | null;
};

export type ShownPack = {
  readonly pack: ListedPack;
  readonly document: PackDocument;
  /** The bytes are those that were frozen. */
  readonly whole: boolean;
  readonly held: ShownHolds;
  readonly rederived: Rederived;
  /** How each figure was worked out, small counts hidden; empty for packs that keep no working. */
  readonly steps: readonly ShownStep[];
  /** From the last pack before it of the same framework, or else of any; `null` for the first. */
  readonly sincePrevious: Differences | null;
  /** From this pack to the register as it is now. */
  readonly sinceThen: Differences;
};

type Opened = {
  readonly pack: HeldPack;
  readonly previous: HeldPack | null;
  readonly held: ShownHolds;
  readonly asked: EvidenceCase;
  readonly said: Said['statements'];
};

async function readPrevious(tx: TrustReader, trustId: string, pack: HeldPack): Promise<HeldPack | null> {
  const packs = await readPacks(tx, trustId);
  const older = packs.slice(packs.findIndex(({ id }) => id === pack.id) + 1);
  const before = older.find(({ frameworkId }) => frameworkId === pack.frameworkId) ?? older[0];
  return before === undefined ? null : readPack(tx, trustId, before.id);
}

async function readHeld(tx: TrustReader, trustId: string, { id, snapshot }: HeldPack): Promise<ShownHolds> {
  const holds = await readHolds(tx, trustId, snapshot);
  const confirmed = await readConfirmation(tx, trustId, id, holds);
  return { holds, sha256: hashOfHolds(holds), confirmed };
}

async function open(tx: TrustReader, ctx: TrustContext, id: string): Promise<Opened | null> {
  const pack = await readPack(tx, ctx.trustId, id);
  if (pack === null) return null;
  const now = await readEvidenceCase(tx, ctx.trustId, ctx.today());
  if (now === null) return null;
  const { inputs, parameters } = now;
  const statements = await readStatements(tx, ctx.trustId);
  return {
    pack,
    previous: await readPrevious(tx, ctx.trustId, pack),
    held: await readHeld(tx, ctx.trustId, pack),
    asked: { inputs, parameters },
    said: statements.filter(({ frameworkId }) => frameworkId === pack.frameworkId).map(fieldsOf),
  };
}

function listedOf({ id, frameworkId, title, madeAt, madeBy, sha256 }: HeldPack): ListedPack {
  return { id, frameworkId, title, madeAt, madeBy, sha256 };
}

/**
 * A frozen pack opened again: as it was, whether its bytes are whole, each figure worked out again from what is kept in
 * it, what of it is held back from a file, what changed since the pack before, and what changed in the register since.
 */
export async function showPack(
  ctx: TrustContext,
  { id }: { readonly id: string },
): Promise<Result<ShownPack>> {
  const opened = await withTrust(ctx, (tx) => open(tx, ctx, id));
  if (opened === null) return err('not-found', 'There is no such pack.');
  const { pack, previous, held, asked, said } = opened;
  const today = { statements: said, figures: await figuresInWorker(asked) };
  return ok({
    pack: listedOf(pack),
    document: packDocument(pack.snapshot, pack.sha256),
    whole: sha256Of(pack.text) === pack.sha256,
    held,
    rederived: await rederiveInWorker(pack.snapshot, pack.text),
    steps: shownSteps(pack.snapshot),
    sincePrevious:
      previous === null
        ? null
        : { from: listedOf(previous), changes: packChanges(previous.snapshot, pack.snapshot) },
    sinceThen: { from: listedOf(pack), changes: packChanges(pack.snapshot, today) },
  });
}
