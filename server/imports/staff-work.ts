import { changesOf } from '../../shared/imports/batch.ts';
import { unpackRows } from './packed-rows.ts';
import { preferHashJoins } from './store-many-rows.ts';
import type { KindWork } from './kind-work.ts';
import { setDataCut } from './store.ts';
import {
  closeAssignments,
  countStaffHeld,
  insertAssignments,
  insertNewPeople,
  stageStaffLeavers,
  stageStaffRows,
  updatePeople,
} from './store-staff.ts';
import {
  addEarlierAssignments,
  closeWritten,
  deleteAssignmentsOfMade,
  deleteMade,
  keepEdited,
  keepEditedAssignments,
  keepReferredTo,
  keepTogether,
  putBackRows,
} from './store-undo.ts';

/** The staff file: assignments are versioned in time, never overwritten; people are kept up to date. */
export const staffWork: KindWork = {
  stage: async (tx, trustId, { batchId, scope, dataDate }, { chunks, facts }) => {
    for (const chunk of chunks) await stageStaffRows(tx, trustId, batchId, unpackRows(chunk));
    await preferHashJoins(tx);
    if (scope === 'whole-trust') await stageStaffLeavers(tx, trustId, batchId, dataDate, facts.records);
    return { holdings: await countStaffHeld(tx, trustId, batchId, dataDate), refusedHere: {} };
  },

  apply: async (tx, ctx, batch) => {
    const { trustId } = ctx;
    const { id, dataDate, counts } = batch;
    const now = ctx.now();
    await insertNewPeople(tx, trustId, id);
    await updatePeople(tx, trustId, id);
    const closed = await closeAssignments(tx, trustId, id, dataDate, now);
    if (counts === null || closed.length !== counts.changed + counts.leavers) return false;
    const inserted = await insertAssignments(tx, trustId, id, dataDate, now, closed);
    if (inserted !== changesOf(counts)) return false;
    if (batch.scope === 'whole-trust') await setDataCut(tx, trustId, dataDate);
    return true;
  },

  keep: async (tx, trustId, id) => {
    await keepEdited(tx, trustId, id, 'person');
    await keepEditedAssignments(tx, trustId, id);
    await keepReferredTo(tx, trustId, id, 'assignment', []);
    await keepReferredTo(tx, trustId, id, 'person', ['assignment']);
    await keepTogether(tx, trustId, id);
  },

  putBack: async (tx, trustId, id, now) => {
    await deleteAssignmentsOfMade(tx, trustId, id);
    await deleteMade(tx, trustId, id, 'person');
    await closeWritten(tx, trustId, id, now);
    await addEarlierAssignments(tx, trustId, id, now);
    await putBackRows(tx, trustId, id, 'person');
  },
};
