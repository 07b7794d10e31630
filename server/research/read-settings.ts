import { researchSettingSchema, type ResearchSetting } from '../../shared/research/settings.ts';
import type { TrustReader } from '../db/with-trust.ts';

/** A setting as it is kept. */
export type HeldSetting = ResearchSetting & { readonly id: string; readonly version: number };

/** How the trust counts research activity, from each day on, oldest first. */
export async function readSettings(tx: TrustReader, trustId: string): Promise<readonly HeldSetting[]> {
  const rows = await tx
    .selectFrom('research_setting')
    .selectAll()
    .where('trust_id', '=', trustId)
    .orderBy('kind')
    .orderBy('effective_from')
    .execute();
  return rows.map(({ id, version, kind, effective_from: effectiveFrom, value, owner }) => ({
    ...researchSettingSchema.parse({ kind, effectiveFrom, value, owner }),
    id,
    version,
  }));
}
