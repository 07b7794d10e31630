import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { faultOfStatement, statementSchema } from '../../shared/evidence/statement.ts';
import { newId } from '../db/new-id.ts';
import { changedElsewhere } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { fieldsOf } from './fields-of.ts';
import { readFrameworks, readStatements } from './read.ts';
import type { SavedRow } from './save-framework.ts';
import { insertStatements, updateRow } from './store.ts';

export const saveStatementInput = z.strictObject({
  known: z.strictObject({ id: z.uuid(), version: z.int().positive() }).nullable(),
  frameworkId: z.uuid(),
  statement: statementSchema,
});

type SaveStatement = z.output<typeof saveStatementInput>;

/**
 * Adds a question to a framework, or changes one with its facts, decisions and gaps.
 *
 * Refused with `bad-input` when a fact stands twice, `already-applied` when another question has the code, `not-found`,
 * and `changed-elsewhere`.
 */
export async function saveStatement(ctx: TrustContext, input: SaveStatement): Promise<Result<SavedRow>> {
  const fault = faultOfStatement(input.statement);
  if (fault !== null) return err('bad-input', fault);
  return withTrustWrite(ctx, 'evidence.saveStatement', async (tx, audit) => {
    const saved = await store(tx, ctx.trustId, input);
    if (saved.ok) {
      const { facts, decisions, gaps, code } = input.statement;
      audit({
        entity: 'evidence-statement',
        entityId: saved.value.id,
        ...(input.known === null ? {} : { versionBefore: input.known.version }),
        versionAfter: saved.value.version,
        after: {
          ...{ code, decisions: decisions.length, gaps: gaps.length },
          facts: facts.map(({ metric, sentence }) => ({ metric, own: sentence !== null })),
        },
      });
    }
    return saved;
  });
}

async function store(
  tx: TrustWriter,
  trustId: string,
  { known, frameworkId, statement }: SaveStatement,
): Promise<Result<SavedRow>> {
  const own = (await readStatements(tx, trustId)).filter((one) => one.frameworkId === frameworkId);
  if (own.some(({ id, code }) => code === statement.code && id !== known?.id))
    return err('already-applied', 'Another question of this framework has this code.');
  if (known === null) {
    const framework = (await readFrameworks(tx, trustId)).some(({ id }) => id === frameworkId);
    if (!framework) return err('not-found', 'This framework is not there. It may have been removed.');
    const id = newId();
    await insertStatements(tx, trustId, frameworkId, [{ id, fields: statement }]);
    return ok({ id, version: 1 });
  }
  const held = own.find(({ id }) => id === known.id);
  if (held === undefined) return err('not-found', 'This question is not there. It may have been removed.');
  const row = { ...known, fields: statement, before: fieldsOf(held) };
  if (!(await updateRow(tx, trustId, 'evidence_statement', row))) return changedElsewhere;
  return ok({ id: known.id, version: known.version + 1 });
}
