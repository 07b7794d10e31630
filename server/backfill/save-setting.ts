import type { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { AuditAction, AuditNote } from '../db/with-trust.ts';
import type { JsonValue } from '../db/json.ts';
import { changedElsewhere } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import type {
  saveSettingInput,
  savePolicyInput,
  SettingKey,
  undoPolicyInput,
  undoSettingInput,
} from './setting.ts';
import { hasTeam, insertVersion, lastVersions } from './store.ts';

/** The version a setting has now: what Undo takes back. */
export type SavedSetting = { readonly version: number };

const entities = { policy: 'cover-policy', roster: 'roster-period', supply: 'bank-supply' } as const;

function idOf(key: SettingKey): string {
  return key.kind === 'supply' ? key.staffGroup : (key.teamId ?? 'trust');
}

async function addVersion(
  tx: TrustWriter,
  ctx: TrustContext,
  audit: AuditNote,
  key: SettingKey,
  { from, value }: { readonly from: number; readonly value: JsonValue },
): Promise<Result<SavedSetting>> {
  const version = from + 1;
  if (!(await insertVersion(tx, ctx.trustId, key, { version, value }, ctx.userId))) return changedElsewhere;
  audit({
    entity: entities[key.kind],
    entityId: idOf(key),
    ...(from === 0 ? {} : { versionBefore: from }),
    versionAfter: version,
    after: value,
  });
  return ok({ version });
}

function keep(
  ctx: TrustContext,
  action: AuditAction,
  key: SettingKey,
  version: number,
  value: JsonValue,
): Promise<Result<SavedSetting>> {
  return withTrustWrite(ctx, action, async (tx, audit) => {
    const teamId = key.kind === 'supply' ? null : key.teamId;
    if (teamId !== null && !(await hasTeam(tx, ctx.trustId, teamId))) {
      return err('not-found', 'This team is not here. It may have ended.');
    }
    const [last] = await lastVersions(tx, ctx.trustId, key);
    if ((last?.version ?? 0) !== version) return changedElsewhere;
    return addVersion(tx, ctx, audit, key, { from: version, value });
  });
}

function putBack(
  ctx: TrustContext,
  action: AuditAction,
  key: SettingKey,
  version: number,
): Promise<Result<SavedSetting>> {
  return withTrustWrite(ctx, action, async (tx, audit) => {
    const [last, before] = await lastVersions(tx, ctx.trustId, key);
    if (last === undefined) return err('not-found', 'There is nothing here to undo.');
    if (last.version !== version) return changedElsewhere;
    return addVersion(tx, ctx, audit, key, { from: version, value: before?.value ?? null });
  });
}

/** Writes how a team covers. Refused with `not-found`, and `changed-elsewhere` when the page showed another version. */
export function savePolicy(
  ctx: TrustContext,
  { teamId, version, policy }: z.output<typeof savePolicyInput>,
): Promise<Result<SavedSetting>> {
  return keep(ctx, 'backfill.savePolicy', { kind: 'policy', teamId }, version, policy);
}

/** Puts a team's policy back as it was before its last change. Refused as `savePolicy`. */
export function undoPolicy(
  ctx: TrustContext,
  { teamId, version }: z.output<typeof undoPolicyInput>,
): Promise<Result<SavedSetting>> {
  return putBack(ctx, 'backfill.undoPolicy', { kind: 'policy', teamId }, version);
}

/** Writes how rosters are made, or what the bank has. Refused as `savePolicy`. */
export function saveSetting(
  ctx: TrustContext,
  input: z.output<typeof saveSettingInput>,
): Promise<Result<SavedSetting>> {
  const action = 'backfill.saveSetting';
  if (input.kind === 'roster') {
    const { kind, teamId, version, period } = input;
    return keep(ctx, action, { kind, teamId }, version, period);
  }
  const { kind, staffGroup, version, steps } = input;
  return keep(ctx, action, { kind, staffGroup }, version, { staffGroup, steps });
}

/** Puts a roster period or a supply back as it was before its last change. Refused as `savePolicy`. */
export function undoSetting(
  ctx: TrustContext,
  { version, ...key }: z.output<typeof undoSettingInput>,
): Promise<Result<SavedSetting>> {
  return putBack(ctx, 'backfill.undoSetting', key, version);
}
