import type { InsertResult } from 'kysely';
import type { JsonValue } from '../db/json.ts';
import { newId } from '../db/new-id.ts';
import type { TrustReader, TrustWriter } from '../db/with-trust.ts';
import type { SettingKey } from './setting.ts';

export type SettingVersion = { readonly version: number; readonly value: JsonValue };

/** The last two versions of a setting, the newer first. */
export async function lastVersions(
  tx: TrustReader,
  trustId: string,
  key: SettingKey,
): Promise<readonly SettingVersion[]> {
  switch (key.kind) {
    case 'policy':
      return tx
        .selectFrom('cover_policy')
        .select(['version', 'policy as value'])
        .where('trust_id', '=', trustId)
        .where('team_id', '=', key.teamId)
        .orderBy('version', 'desc')
        .limit(2)
        .execute();
    case 'roster':
      return tx
        .selectFrom('roster_period')
        .select(['version', 'period as value'])
        .where('trust_id', '=', trustId)
        .where('team_id', 'is not distinct from', key.teamId)
        .orderBy('version', 'desc')
        .limit(2)
        .execute();
    case 'supply':
      return tx
        .selectFrom('bank_supply')
        .select(['version', 'steps as value'])
        .where('trust_id', '=', trustId)
        .where('staff_group', '=', key.staffGroup)
        .orderBy('version', 'desc')
        .limit(2)
        .execute();
  }
}

/** Adds a version. Of two who add the same one, the second is refused by the key and sees what the first wrote. */
export async function insertVersion(
  tx: TrustWriter,
  trustId: string,
  key: SettingKey,
  { version, value }: SettingVersion,
  userId: string,
): Promise<boolean> {
  const own = { trust_id: trustId, version, recorded_by: userId };
  const body = value === null ? null : JSON.stringify(value);
  switch (key.kind) {
    case 'policy':
      return added(
        await tx
          .insertInto('cover_policy')
          .values({ ...own, team_id: key.teamId, policy: body })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst(),
      );
    case 'roster':
      return added(
        await tx
          .insertInto('roster_period')
          .values({ ...own, id: newId(), team_id: key.teamId, period: body })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst(),
      );
    case 'supply':
      return added(
        await tx
          .insertInto('bank_supply')
          .values({ ...own, staff_group: key.staffGroup, steps: body })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst(),
      );
  }
}

function added({ numInsertedOrUpdatedRows }: InsertResult): boolean {
  return numInsertedOrUpdatedRows === 1n;
}

/** Whether a team is there and in the scope of who asks. */
export async function hasTeam(tx: TrustReader, trustId: string, teamId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('team')
    .select('id')
    .where('trust_id', '=', trustId)
    .where('id', '=', teamId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
