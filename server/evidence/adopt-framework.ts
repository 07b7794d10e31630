import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { carryOver, startOf } from '../../shared/evidence/compare-frameworks.ts';
import { publishedFramework } from '../../shared/evidence/frameworks.ts';
import type { StatementFields } from '../../shared/evidence/statement.ts';
import { newId } from '../db/new-id.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { fieldsOf } from './fields-of.ts';
import { readFrameworks, readStatements } from './read.ts';
import { insertFramework, insertStatements } from './store.ts';

export const adoptInput = z.strictObject({
  /** Key of a published version. */
  base: z.string().max(40),
  /** The trust's framework whose evidence is carried over. */
  carryFrom: z.uuid().nullable(),
});

type Adopt = z.output<typeof adoptInput>;

export type Adopted = {
  readonly id: string;
  readonly version: number;
  /** Codes of old questions whose theme the new version does not ask about. */
  readonly leftBehind: readonly string[];
};

async function oldStatements(
  tx: TrustWriter,
  trustId: string,
  carryFrom: string | null,
): Promise<readonly StatementFields[] | null> {
  if (carryFrom === null) return [];
  const known = (await readFrameworks(tx, trustId)).some(({ id }) => id === carryFrom);
  if (!known) return null;
  const all = await readStatements(tx, trustId);
  return all.filter(({ frameworkId }) => frameworkId === carryFrom).map(fieldsOf);
}

/**
 * Begins the trust's own version of a published framework, with its questions, and the evidence of another version
 * under them where one is named.
 *
 * Refused with `not-found` for a version that is not published or a framework that is not there.
 */
export async function adoptFramework(ctx: TrustContext, input: Adopt): Promise<Result<Adopted>> {
  const published = publishedFramework(input.base);
  if (published === null) return err('not-found', 'There is no such published framework.');
  return withTrustWrite(ctx, 'evidence.adopt', async (tx, audit) => {
    const old = await oldStatements(tx, ctx.trustId, input.carryFrom);
    if (old === null) return err('not-found', 'The framework to carry evidence from is not there.');
    const { statements, leftBehind } = carryOver(old, published.statements.map(startOf));
    const { key, name, status, source, note } = published;
    const id = newId();
    await insertFramework(tx, ctx.trustId, { id, fields: { base: key, name, status, source, note } });
    await insertStatements(
      tx,
      ctx.trustId,
      id,
      statements.map((fields) => ({ id: newId(), fields })),
    );
    const after = { base: key, carryFrom: input.carryFrom, statements: statements.length };
    audit({ entity: 'evidence-framework', entityId: id, versionAfter: 1, after });
    return ok({ id, version: 1, leftBehind: leftBehind.map(({ code }) => code) });
  });
}
