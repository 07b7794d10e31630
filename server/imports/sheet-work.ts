import type { LearnerRow } from '../../shared/imports/learner-rules.ts';
import type { TeamRow } from '../../shared/imports/team-rules.ts';
import type { TrustContext, TrustReader, TrustWriter } from '../db/with-trust.ts';
import { readPersonIds } from '../staff/read.ts';
import { unpackRows } from './packed-rows.ts';
import { heldLearners, heldTeams, type HeldRow } from './held-rows.ts';
import type { FileRead, Holdings, KindWork, Staged, Upload } from './kind-work.ts';
import { planRows, refuseRows, type Held, type PlannedRow } from './plan-rows.ts';
import { readRows, type HeldBatch, type PreviewRow } from './read.ts';
import type { StagedRow } from './staged-rows.ts';
import { noteSheet, readStanding } from './store-applied.ts';
import { endLearner, upsertLearner } from './store-learners.ts';
import { insertPlannedRows } from './store-rows.ts';
import { endTeam, insertTeam, updateTeam } from './store-teams.ts';
import {
  deleteMade,
  keepEdited,
  keepReferredTo,
  keepRenamed,
  putBackRows,
  putBackSources,
} from './store-undo.ts';

function rowsOf({ chunks }: FileRead): StagedRow[] {
  return chunks.flatMap((chunk) => JSON.parse(unpackRows(chunk)) as StagedRow[]);
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
  rows: readonly StagedRow[],
  found: ReadonlyMap<string, HeldRow<unknown>>,
): Promise<Holdings> {
  const held = new Map([...found].map(([key, { row }]) => [key, row])) as unknown as Held;
  const planned = planRows(rows, held, upload.scope === 'whole-trust');
  await insertPlannedRows(tx, trustId, upload.batchId, planned);
  return holdingsOf(held, planned);
}

async function changedRows(
  tx: TrustReader,
  ctx: TrustContext,
  batch: HeldBatch,
): Promise<readonly PreviewRow[]> {
  const all = await readRows(tx, ctx.trustId, { batchId: batch.id, outcome: null, after: 0, limit: 200_000 });
  return all.filter((row) => row.outcome === 'new' || row.outcome === 'changed' || row.outcome === 'leaver');
}

/** The team sheet: a trust has some hundred teams, compared one by one. */
export const teamWork: KindWork = {
  stage: async (tx, trustId, upload, read) => {
    const held = await heldTeams(tx, trustId);
    return { holdings: await stageSheet(tx, trustId, upload, rowsOf(read), held), refusedHere: {} };
  },

  apply: async (tx, ctx, batch) => {
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
  },

  keep: async (tx, trustId, id) => {
    await keepEdited(tx, trustId, id, 'team');
    await keepReferredTo(tx, trustId, id, 'team', ['team_source']);
    await keepRenamed(tx, trustId, id);
  },

  putBack: async (tx, trustId, id) => {
    await putBackSources(tx, trustId, id);
    await deleteMade(tx, trustId, id, 'team');
    await putBackRows(tx, trustId, id, 'team');
  },
};

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

async function stageLearners(
  tx: TrustWriter,
  trustId: string,
  upload: Upload,
  read: FileRead,
): Promise<Staged> {
  const asRead = rowsOf(read);
  const rows = await refuseUnknownPeople(tx, trustId, asRead);
  const holdings = await stageSheet(tx, trustId, upload, rows, await heldLearners(tx, trustId));
  const refused = rows.filter((row, index) => row.outcome !== asRead[index]?.outcome).length;
  return { holdings, refusedHere: refused === 0 ? {} : { UNKNOWN_EMPLOYEE: refused } };
}

/** The learner sheet: a trust has some hundred learners, compared one by one. */
export const learnerWork: KindWork = {
  stage: stageLearners,

  apply: async (tx, ctx, batch) => {
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
  },

  keep: async (tx, trustId, id) => {
    await keepEdited(tx, trustId, id, 'learner');
    await keepReferredTo(tx, trustId, id, 'learner', []);
  },

  putBack: async (tx, trustId, id) => {
    await deleteMade(tx, trustId, id, 'learner');
    await putBackRows(tx, trustId, id, 'learner');
  },
};
