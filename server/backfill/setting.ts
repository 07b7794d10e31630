import { z } from 'zod';
import { bankSupplySchema } from '../../shared/backfill/bank-supply.ts';
import { coverPolicySchema } from '../../shared/backfill/cover-policy.ts';
import { rosterPeriodSchema } from '../../shared/backfill/roster-period.ts';
import { staffGroups } from '../../shared/staff/staff.ts';

const version = z.int().min(0);

/** What a team's policy is to be; `null` goes back to none. `version` is the one the page showed, 0 where none was. */
export const savePolicyInput = z.strictObject({
  teamId: z.uuid(),
  version,
  policy: coverPolicySchema.nullable(),
});

/** Takes back the last version, which must be this one. */
export const undoPolicyInput = z.strictObject({ teamId: z.uuid(), version: version.min(1) });

/** How rosters are made, of the trust (`teamId` is `null`) or of a team; or what the bank has of a staff group. */
export const saveSettingInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('roster'),
    teamId: z.uuid().nullable(),
    version,
    period: rosterPeriodSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('supply'),
    staffGroup: z.enum(staffGroups),
    version,
    steps: bankSupplySchema.shape.steps,
  }),
]);

export const undoSettingInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('roster'), teamId: z.uuid().nullable(), version: version.min(1) }),
  z.strictObject({ kind: z.literal('supply'), staffGroup: z.enum(staffGroups), version: version.min(1) }),
]);

/** Which setting: of a team, of rosters, of the bank. */
export type SettingKey =
  | { readonly kind: 'policy'; readonly teamId: string }
  | { readonly kind: 'roster'; readonly teamId: string | null }
  | { readonly kind: 'supply'; readonly staffGroup: string };
