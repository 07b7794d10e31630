import type { z } from 'zod';
import { bankSupplySchema, type BankSupply } from '../../shared/backfill/bank-supply.ts';
import { coverPolicySchema, type CoverPolicy } from '../../shared/backfill/cover-policy.ts';
import { rosterPeriodSchema, type RosterPeriod } from '../../shared/backfill/roster-period.ts';
import type { TrustReader } from '../db/with-trust.ts';

/** A setting as it stands now, with the version a change of it starts from. */
export type Kept<T> = { readonly version: number; readonly value: T | null };

/** How a trust covers: by team, by roster, by staff group of the bank. What nobody entered is not in it. */
export type CoverSettings = {
  readonly policies: ReadonlyMap<string, Kept<CoverPolicy>>;
  /** Under a team's id, or `null` for the trust's own. */
  readonly rosters: ReadonlyMap<string | null, Kept<RosterPeriod>>;
  readonly supplies: ReadonlyMap<string, Kept<BankSupply>>;
};

/** The last version of each key. @throws ZodError on values this program did not write. */
function lastOf<Key, T>(
  rows: readonly { readonly key: Key; readonly version: number; readonly value: unknown }[],
  schema: z.ZodType<T>,
): Map<Key, Kept<T>> {
  return new Map(
    rows.map(({ key, version, value }) => [
      key,
      { version, value: value === null ? null : schema.parse(value) },
    ]),
  );
}

/** The cover settings of a trust, as far as who asks may see them. */
export async function readCoverSettings(tx: TrustReader, trustId: string): Promise<CoverSettings> {
  const policies = await tx
    .selectFrom('cover_policy')
    .distinctOn('team_id')
    .select(['team_id as key', 'version', 'policy as value'])
    .where('trust_id', '=', trustId)
    .orderBy('team_id')
    .orderBy('version', 'desc')
    .execute();
  const rosters = await tx
    .selectFrom('roster_period')
    .distinctOn('team_id')
    .select(['team_id as key', 'version', 'period as value'])
    .where('trust_id', '=', trustId)
    .orderBy('team_id')
    .orderBy('version', 'desc')
    .execute();
  const supplies = await tx
    .selectFrom('bank_supply')
    .distinctOn('staff_group')
    .select(['staff_group as key', 'version', 'steps as value'])
    .where('trust_id', '=', trustId)
    .orderBy('staff_group')
    .orderBy('version', 'desc')
    .execute();
  return {
    policies: lastOf(policies, coverPolicySchema),
    rosters: lastOf(rosters, rosterPeriodSchema),
    supplies: lastOf(supplies, bankSupplySchema),
  };
}
