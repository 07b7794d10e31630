import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { changedElsewhere } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { deleteAdded, findBefore, isFrameworkUsed, updateRow, type KeptTable } from './store.ts';

const tables = {
  framework: 'evidence_framework',
  statement: 'evidence_statement',
  measure: 'evidence_measure',
} as const satisfies Readonly<Record<string, KeptTable>>;

export const undoEvidenceInput = z.strictObject({
  entity: z.enum(['framework', 'statement', 'measure']),
  id: z.uuid(),
  /** As the change left it. */
  version: z.int().positive(),
});

type Undo = z.output<typeof undoEvidenceInput>;

/**
 * Takes the last change of a framework, a question or a value back; what was just added is removed, with the questions
 * of a framework that nothing rests on yet.
 *
 * Refused with `already-applied` when it was undone, `changed-elsewhere` when it changed since.
 */
export async function undoEvidence(ctx: TrustContext, input: Undo): Promise<Result<{ readonly id: string }>> {
  return withTrustWrite(ctx, 'evidence.undo', async (tx, audit) => {
    const back = await putBack(tx, ctx.trustId, input);
    if (!back.ok) return back;
    audit({
      entity: `evidence-${input.entity}`,
      entityId: input.id,
      versionBefore: input.version,
      ...(back.value === 'removed' ? {} : { versionAfter: input.version + 1 }),
      after: back.value,
    });
    return ok({ id: input.id });
  });
}

async function putBack(
  tx: TrustWriter,
  trustId: string,
  { entity, id, version }: Undo,
): Promise<Result<'removed' | 'as before'>> {
  const table = tables[entity];
  const held = await findBefore(tx, trustId, table, id);
  if (held === null) return err('already-applied', 'This was undone already.');
  if (held.version !== version) return changedElsewhere;
  if (held.before !== null) {
    const row = { id, version, fields: held.before, before: null };
    return (await updateRow(tx, trustId, table, row)) ? ok('as before') : changedElsewhere;
  }
  if (version > 1) return err('already-applied', 'This change was undone already.');
  if (entity === 'framework' && (await isFrameworkUsed(tx, trustId, id))) return changedElsewhere;
  return (await deleteAdded(tx, trustId, table, id)) ? ok('removed') : changedElsewhere;
}
