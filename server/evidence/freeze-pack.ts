import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { SnapshotParts } from '../../shared/evidence/snapshot.ts';
import { newId } from '../db/new-id.ts';
import { withTrust, withTrustWrite, type TrustContext, type TrustReader } from '../db/with-trust.ts';
import { fieldsOf } from './fields-of.ts';
import { freezeInWorker } from './in-worker.ts';
import { readEvidenceCase } from './read-inputs.ts';
import { readFrameworks, readStatements } from './read.ts';
import { sha256Of } from './sha256.ts';
import { insertPack } from './store.ts';

export const freezeInput = z.strictObject({
  frameworkId: z.uuid(),
  title: z.string().trim().min(1).max(160),
});

type Freeze = z.output<typeof freezeInput>;

async function partsOf(
  tx: TrustReader,
  ctx: TrustContext,
  { frameworkId, title }: Freeze,
): Promise<Result<SnapshotParts>> {
  const framework = (await readFrameworks(tx, ctx.trustId)).find(({ id }) => id === frameworkId);
  if (framework === undefined) return err('not-found', 'This framework is not there.');
  const all = await readStatements(tx, ctx.trustId);
  const statements = all.filter((one) => one.frameworkId === frameworkId).map(fieldsOf);
  if (statements.length === 0)
    return err('bad-input', 'There is no question in this framework yet, so there is nothing to freeze.');
  const asked = await readEvidenceCase(tx, ctx.trustId, ctx.today());
  if (asked === null) return err('not-found', 'There is no such trust.');
  const { inputs, parameters, plan } = asked;
  const { base, name, status, source, note } = framework;
  return ok({
    ...{ inputs, parameters, title, statements, madeOn: ctx.today() },
    framework: { base, name, status, source, note },
    trust: { name: plan.trust.name, odsCode: plan.trust.odsCode, synthetic: plan.trust.synthetic },
  });
}

/**
 * Freezes a pack: what is said under each question, every figure, and what the figures were worked out from, as one
 * text with its SHA-256. Nothing changes it afterwards.
 *
 * Refused with `not-found`, and `bad-input` for a framework without a question.
 */
export async function freezePack(
  ctx: TrustContext,
  input: Freeze,
): Promise<Result<{ readonly id: string; readonly sha256: string }>> {
  const parts = await withTrust(ctx, (tx) => partsOf(tx, ctx, input));
  if (!parts.ok) return parts;
  const text = await freezeInWorker(parts.value);
  const [id, sha256] = [newId(), sha256Of(text)];
  const { frameworkId, title } = input;
  return withTrustWrite(ctx, 'evidence.freeze', async (tx, audit) => {
    await insertPack(tx, ctx.trustId, {
      ...{ id, frameworkId, title, text, sha256 },
      ...{ madeAt: ctx.now(), madeBy: ctx.userId },
    });
    audit({ entity: 'evidence-pack', entityId: id, versionAfter: 1, after: { frameworkId, sha256 } });
    return ok({ id, sha256 });
  });
}
