import { asksAboutLeavers, changesOf, leavesNobody } from '../../shared/imports/batch.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { LearnerRow } from '../../shared/imports/learner-rules.ts';
import type { TeamRow } from '../../shared/imports/team-rules.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { readPersonIds } from '../staff/read.ts';
import { heldLearners, heldTeams } from './held-rows.ts';
import { readBatch, readLastMove, readRows, type HeldBatch, type PreviewRow } from './read.ts';
import { lockImports, moveBatch, readDataCut, setDataCut } from './store.ts';
import { noteSheet, readStanding } from './store-applied.ts';
import { digestOfChanges } from './store-rows.ts';
import {
  closeAssignments,
  insertAssignments,
  insertNewPeople,
  preferHashJoins,
  updatePeople,
} from './store-staff.ts';
import { endLearner, upsertLearner } from './store-learners.ts';
import { endTeam, insertTeam, updateTeam } from './store-teams.ts';

const statementMs = 60_000;

export type ApplyInput = {
  readonly id: string;
  /** The person has seen that some rows are refused, and applies the rest. */
  readonly confirmRejected: boolean;
  /** The person has seen that more than a tenth would leave. */
  readonly confirmLeavers: boolean;
};

export type Applied = { readonly id: string; readonly changes: number };

const outOfDate =
  'Another import was applied or undone after this preview was made. Upload the file again to see what it changes now.';

/** Why a batch cannot be applied now, or null. */
function refusalOf(batch: HeldBatch, lastMove: string | null, input: ApplyInput): Result<never> | null {
  const { counts } = batch;
  if (batch.state === 'applied')
    return err('already-applied', 'This import has already been applied; nothing was changed.');
  if (batch.state !== 'previewed' || counts === null)
    return err('not-ready', 'This import has no preview that could be applied.');
  if (lastMove !== batch.basedOn) return err('changed-elsewhere', outOfDate);
  if (changesOf(counts) === 0)
    return err('nothing-to-apply', 'Everything in this file is held already; nothing was changed.');
  if (leavesNobody(counts))
    return err('nothing-to-apply', 'Nobody at all would be left after this file; nothing was changed.');
  if (counts.rejected > 0 && !input.confirmRejected) {
    return err(
      'needs-confirmation',
      `${counts.rejected} rows are refused. Confirm that the rest is to be applied without them.`,
      {
        confirm: 'rejected',
        rejected: counts.rejected,
      },
    );
  }
  if (asksAboutLeavers(counts) && !input.confirmLeavers) {
    return err(
      'needs-confirmation',
      `${counts.leavers} of ${counts.heldBefore} would leave. Confirm that this is right.`,
      {
        confirm: 'leavers',
        leavers: counts.leavers,
        held: counts.heldBefore,
      },
    );
  }
  return null;
}

/** @returns false when what is held is no longer what the preview was compared with. */
async function applyStaff(tx: TrustWriter, ctx: TrustContext, batch: HeldBatch): Promise<boolean> {
  const { trustId } = ctx;
  const { id, dataDate, counts } = batch;
  const now = ctx.now();
  await preferHashJoins(tx);
  await insertNewPeople(tx, trustId, id);
  await updatePeople(tx, trustId, id);
  const closed = await closeAssignments(tx, trustId, id, dataDate, now);
  if (counts === null || closed.length !== counts.changed + counts.leavers) return false;
  if ((await insertAssignments(tx, trustId, id, dataDate, now, closed)) !== changesOf(counts)) return false;
  if (batch.scope === 'whole-trust') await setDataCut(tx, trustId, dataDate);
  return true;
}

async function changedRows(
  tx: TrustWriter,
  ctx: TrustContext,
  batch: HeldBatch,
): Promise<readonly PreviewRow[]> {
  const all = await readRows(tx, ctx.trustId, { batchId: batch.id, outcome: null, after: 0, limit: 200_000 });
  return all.filter((row) => row.outcome === 'new' || row.outcome === 'changed' || row.outcome === 'leaver');
}

async function applyTeams(tx: TrustWriter, ctx: TrustContext, batch: HeldBatch): Promise<boolean> {
  const before = await readStanding(tx, ctx.trustId, 'team');
  const held = await heldTeams(tx, ctx.trustId);
  const idByName = new Map([...held.values()].map(({ id, row }) => [row.name, id]));
  let sound = true;
  for (const { outcome, before, after } of await changedRows(tx, ctx, batch)) {
    // Staged by this feature from checked rows.
    const id = idByName.get((before as unknown as TeamRow | null)?.name ?? '');
    const team = after as unknown as TeamRow;
    if (outcome === 'new') await insertTeam(tx, ctx.trustId, team);
    else if (id === undefined) sound = false;
    else if (outcome === 'changed') sound = (await updateTeam(tx, ctx.trustId, id, team)) && sound;
    else sound = (await endTeam(tx, ctx.trustId, id, ctx.now())) && sound;
  }
  await noteSheet(tx, ctx.trustId, batch.id, 'team', before);
  return sound;
}

async function applyLearners(tx: TrustWriter, ctx: TrustContext, batch: HeldBatch): Promise<boolean> {
  const keyOf = (row: LearnerRow): string => `${row.employeeNumber} ${row.stage} ${row.intakeMonth}`;
  const before = await readStanding(tx, ctx.trustId, 'learner');
  const held = await heldLearners(tx, ctx.trustId);
  const rows = await changedRows(tx, ctx, batch);
  const numbers = rows.map((row) => ((row.after ?? row.before) as unknown as LearnerRow).employeeNumber);
  const people = await readPersonIds(tx, ctx.trustId, [...new Set(numbers)]);
  for (const { outcome, before, after } of rows) {
    if (outcome === 'leaver') {
      const id = held.get(keyOf(before as unknown as LearnerRow))?.id;
      if (id === undefined || !(await endLearner(tx, ctx.trustId, id, ctx.now()))) return false;
      continue;
    }
    const learner = after as unknown as LearnerRow;
    const personId = people.get(learner.employeeNumber);
    if (personId === undefined) return false;
    await upsertLearner(tx, ctx.trustId, personId, learner);
  }
  await noteSheet(tx, ctx.trustId, batch.id, 'learner', before);
  return true;
}

const appliers = { staff: applyStaff, teams: applyTeams, learners: applyLearners };

/**
 * Applies a preview: everything it shows or nothing, in one transaction, with one audit entry that carries counts and
 * a digest but no name. Applying twice is refused, and so is a preview made before another import was applied.
 */
export async function applyImport(ctx: TrustContext, input: ApplyInput): Promise<Result<Applied>> {
  return withTrustWrite(
    ctx,
    'imports.applyBatch',
    async (tx, audit): Promise<Result<Applied>> => {
      await lockImports(tx, ctx.trustId);
      const batch = await readBatch(tx, ctx.trustId, input.id);
      if (batch === null) return err('not-found', 'There is no such import.');
      const refusal = refusalOf(batch, await readLastMove(tx, ctx.trustId), input);
      if (refusal !== null) return refusal;
      const dataCutBefore = await readDataCut(tx, ctx.trustId);
      const digest = await digestOfChanges(tx, ctx.trustId, batch.id);
      if (!(await appliers[batch.kind](tx, ctx, batch))) return err('changed-elsewhere', outOfDate);
      const version = await moveBatch(tx, ctx.trustId, batch.id, 'previewed', {
        state: 'applied',
        appliedAt: ctx.now(),
        dataCutBefore,
      });
      if (version === null) return err('changed-elsewhere', outOfDate);
      const { counts, dataDate, kind, scope, fileSha256 } = batch;
      audit({
        entity: 'import_batch',
        entityId: batch.id,
        versionBefore: batch.version,
        versionAfter: version,
        before: { state: 'previewed' },
        after: { state: 'applied', kind, scope, dataDate, fileSha256, changesSha256: digest, counts },
      });
      return ok({ id: batch.id, changes: counts === null ? 0 : changesOf(counts) });
    },
    { statementMs },
  );
}
