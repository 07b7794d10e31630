import { changesOf } from '../../shared/imports/batch.ts';
import { unpackRows } from './packed-rows.ts';
import type { KindWork } from './kind-work.ts';
import { preferHashJoins } from './store-many-rows.ts';
import type { Register } from './store-register-shape.ts';
import { countRefusals } from './store-rows.ts';
import {
  countHeldRows,
  insertRows,
  isAsPreviewed,
  placeRows,
  stageEnding,
  stageReadRows,
  updateRows,
} from './store-register.ts';
import { deleteMade, keepEdited, keepReferredTo, putBackRows } from './store-undo.ts';

/** One way for every register: whole sets of rows at a time, by what the register says of itself. */
export function registerWork(register: Register): KindWork {
  const { table } = register;
  return {
    stage: async (tx, trustId, { batchId, scope, dataDate: day }, { chunks, facts }) => {
      const asked = { trustId, batchId, day };
      for (const chunk of chunks) await stageReadRows(tx, trustId, batchId, unpackRows(chunk));
      await preferHashJoins(tx);
      await placeRows(tx, register, asked, facts.absent);
      if (scope === 'whole-trust') await stageEnding(tx, register, asked, facts.records);
      const codes = Object.keys(register.faults);
      const refusedHere = await countRefusals(tx, trustId, batchId, codes, facts.byCode);
      return { holdings: await countHeldRows(tx, register, asked), refusedHere };
    },

    apply: async (tx, { trustId }, { id, dataDate, counts }) => {
      const asked = { trustId, batchId: id, day: dataDate };
      if (counts === null || !(await isAsPreviewed(tx, register, asked))) return false;
      const updated = await updateRows(tx, register, asked);
      const inserted = await insertRows(tx, register, asked);
      if (updated + inserted !== changesOf(counts)) return false;
      await register.afterApply?.(tx, trustId, id);
      return true;
    },

    keep: async (tx, trustId, id) => {
      await keepEdited(tx, trustId, id, table);
      await keepReferredTo(tx, trustId, id, table, register.loose);
    },

    putBack: async (tx, trustId, id) => {
      await register.beforePutBack?.(tx, trustId, id);
      await deleteMade(tx, trustId, id, table);
      await putBackRows(tx, trustId, id, table);
    },
  };
}
