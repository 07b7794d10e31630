import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { delegationRoles } from './delegation.ts';

const day = z.custom<PlainDate>(isPlainDate, 'not a day of the calendar');
const owner = z.string().trim().min(1).max(100);

const definitionValue = z.strictObject({
  /** Whoever holds one of these roles on a log in force counts. */
  roles: z
    .array(z.enum(delegationRoles))
    .min(1)
    .refine((roles) => new Set(roles).size === roles.length, 'a role stands twice')
    .readonly(),
  /** People studying on the learner register count too. */
  countsLearners: z.boolean(),
  note: z.string().trim().max(500),
});

const roleTime = z.strictObject({
  /** Minutes a week for the role; `null` is not known. */
  weeklyMinutes: z.int().min(0).max(3_000).nullable(),
  /** Who pays for the time; `null` is not known. */
  fundedBy: z.string().trim().min(1).max(200).nullable(),
});

const roleTimeValue = z.partialRecord(z.enum(delegationRoles), roleTime);

/** What a trust settles for research from a day on: how it counts people, or what time each role needs. */
export const researchSettingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('headcount-definition'),
    effectiveFrom: day,
    owner,
    value: definitionValue,
  }),
  z.strictObject({ kind: z.literal('role-time'), effectiveFrom: day, owner, value: roleTimeValue }),
]);

export type ResearchSetting = z.infer<typeof researchSettingSchema>;
export type HeadcountDefinition = z.infer<typeof definitionValue>;
export type RoleTimes = z.infer<typeof roleTimeValue>;

/** How people are counted until the trust says how. */
export const usualDefinition: HeadcountDefinition = {
  roles: delegationRoles,
  countsLearners: false,
  note: 'Named in any role on the delegation log of a study, on the day.',
};

type Dated = { readonly effectiveFrom: PlainDate };

function inForce<S extends Dated>(settings: readonly S[], date: PlainDate): S | null {
  const begun = settings.filter(({ effectiveFrom }) => effectiveFrom <= date);
  return begun.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1)).at(-1) ?? null;
}

type SettingOf<K extends ResearchSetting['kind']> = Extract<ResearchSetting, { readonly kind: K }>;

/** The definition in force on a day with its date and owner; `null` where the trust has none and the usual one counts. */
export function definitionOn<S extends ResearchSetting>(
  settings: readonly S[],
  date: PlainDate,
): Extract<S, SettingOf<'headcount-definition'>> | null {
  type Own = Extract<S, SettingOf<'headcount-definition'>>;
  return inForce(
    settings.filter((one): one is Own => one.kind === 'headcount-definition'),
    date,
  );
}

/** The time for each role in force on a day; `null` where it is not known. */
export function roleTimeOn<S extends ResearchSetting>(
  settings: readonly S[],
  date: PlainDate,
): Extract<S, SettingOf<'role-time'>> | null {
  type Own = Extract<S, SettingOf<'role-time'>>;
  return inForce(
    settings.filter((one): one is Own => one.kind === 'role-time'),
    date,
  );
}
