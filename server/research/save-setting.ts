import { z } from 'zod';
import { ok, type Result } from '../../shared/core/result.ts';
import { researchSettingSchema } from '../../shared/research/settings.ts';
import type { JsonValue } from '../db/json.ts';
import { changedElsewhere, keepChange, type Saved } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { readSettings } from './read-settings.ts';
import { insertSetting, updateSetting } from './store-settings.ts';

export const saveSettingInput = z.strictObject({
  /** The version the page showed of the setting of this kind and day; 0 where there was none. */
  version: z.int().min(0),
  setting: researchSettingSchema,
});

type SaveSetting = z.output<typeof saveSettingInput>;

/**
 * Settles how people are counted, or what time each role needs, from a day on. A setting of the same day is replaced.
 *
 * Refused with `changed-elsewhere` when somebody settled it after the page was drawn.
 */
export async function saveSetting(ctx: TrustContext, input: SaveSetting): Promise<Result<Saved>> {
  return withTrustWrite(ctx, 'research.saveSetting', async (tx, audit) => {
    const saved = await store(tx, ctx.trustId, input);
    if (saved.ok) {
      const { kind, effectiveFrom, value } = input.setting;
      audit({
        entity: 'research-setting',
        entityId: saved.value.id,
        ...(input.version === 0 ? {} : { versionBefore: input.version }),
        versionAfter: saved.value.version,
        after: { kind, effectiveFrom, value: JSON.stringify(value) },
      });
    }
    return saved;
  });
}

async function store(
  tx: TrustWriter,
  trustId: string,
  { version, setting }: SaveSetting,
): Promise<Result<Saved>> {
  const held = (await readSettings(tx, trustId)).find(
    ({ kind, effectiveFrom }) => kind === setting.kind && effectiveFrom === setting.effectiveFrom,
  );
  if ((held?.version ?? 0) !== version) return changedElsewhere;
  const entity = 'research-setting' as const;
  if (held === undefined) {
    const id = await insertSetting(tx, trustId, setting);
    const change = { entity, entityId: id, versionAfter: 1, before: null };
    return ok({ id, version: 1, changeId: await keepChange(tx, trustId, change) });
  }
  const { id, kind, effectiveFrom, owner, value } = held;
  if (!(await updateSetting(tx, trustId, id, version, setting))) return changedElsewhere;
  // As the column keeps it: without what is undefined.
  const before = JSON.parse(JSON.stringify({ kind, effectiveFrom, owner, value })) as JsonValue;
  const change = { entity, entityId: id, versionAfter: version + 1, before };
  return ok({ id, version: version + 1, changeId: await keepChange(tx, trustId, change) });
}
