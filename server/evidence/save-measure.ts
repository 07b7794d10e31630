import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { measureSchema } from '../../shared/evidence/statement.ts';
import { newId } from '../db/new-id.ts';
import { changedElsewhere } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { readMeasures } from './read.ts';
import type { SavedRow } from './save-framework.ts';
import { insertMeasure, updateRow } from './store.ts';

export const saveMeasureInput = z.strictObject({
  known: z.strictObject({ id: z.uuid(), version: z.int().positive() }).nullable(),
  measure: measureSchema,
});

type SaveMeasure = z.output<typeof saveMeasureInput>;

/**
 * Keeps a value typed by hand with its source, day and use label, or a correction of one.
 *
 * Refused with `bad-input` for a day after today, `not-found`, and `changed-elsewhere`.
 */
export async function saveMeasure(ctx: TrustContext, input: SaveMeasure): Promise<Result<SavedRow>> {
  const { metric, on, useLabel } = input.measure;
  if (on > ctx.today()) return err('bad-input', 'The day of a value cannot lie after today.');
  return withTrustWrite(ctx, 'evidence.saveMeasure', async (tx, audit) => {
    const saved = await store(tx, ctx.trustId, input);
    if (saved.ok) {
      audit({
        entity: 'evidence-measure',
        entityId: saved.value.id,
        ...(input.known === null ? {} : { versionBefore: input.known.version }),
        versionAfter: saved.value.version,
        after: { metric, on, useLabel },
      });
    }
    return saved;
  });
}

async function store(
  tx: TrustWriter,
  trustId: string,
  { known, measure }: SaveMeasure,
): Promise<Result<SavedRow>> {
  if (known === null) {
    const id = newId();
    await insertMeasure(tx, trustId, { id, fields: measure });
    return ok({ id, version: 1 });
  }
  const held = (await readMeasures(tx, trustId)).find(({ id }) => id === known.id);
  if (held === undefined) return err('not-found', 'This value is not there. It may have been removed.');
  const { metric, value, period, on, source, useLabel } = held;
  const before = { metric, value, period, on, source, useLabel };
  if (!(await updateRow(tx, trustId, 'evidence_measure', { ...known, fields: measure, before })))
    return changedElsewhere;
  return ok({ id: known.id, version: known.version + 1 });
}
