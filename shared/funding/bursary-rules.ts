import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { asAcademicYear, isAcademicYear, type AcademicYear } from '../calendar/years.ts';
import { parseFundingSource } from '../programmes/funding-sources.ts';
import type { ParameterStatus } from '../parameters/types.ts';

const day = z.custom<PlainDate>(isPlainDate, 'not a calendar day').nullable();
const academicYear = z.custom<AcademicYear>(isAcademicYear, 'not an academic year');

/** Who a bursary pays and who not, as yes or no; all stages in a row up to `mostStages`. */
export const bursaryRulesSchema = z.strictObject({
  regulatedOnly: z.boolean(),
  doctorsExcluded: z.boolean(),
  offerNeeded: z.boolean(),
  mayDefer: z.boolean(),
  passBeforeNext: z.boolean(),
  paysRetakes: z.boolean(),
  mostStages: z.int().min(1).max(3),
});

export type BursaryRules = z.infer<typeof bursaryRulesSchema>;

/** The bursary in one academic year as a trust entered it; `rules` is `null` where none are known. Days of its round. */
export const roundSchema = z.strictObject({
  academicYear,
  rules: bursaryRulesSchema.nullable(),
  /** The year the rules were copied from, on request: an assumption until the funder publishes. */
  copiedFrom: academicYear.nullable(),
  opensOn: day,
  closesOn: day,
  offersOn: day,
  acceptBy: day,
  source: z.string().trim().min(1).max(400),
});

export type RoundFields = z.infer<typeof roundSchema>;

export type HeldRound = RoundFields & { readonly id: string; readonly version: number };

/** A round as it stands: entered, as shipped, or not known; with how far its rules can be relied on. */
export type BursaryRound = RoundFields & {
  readonly held: { readonly id: string; readonly version: number } | null;
  readonly status: ParameterStatus;
};

const firstYear = asAcademicYear('2024/25');

/** The rules of 2024/25, the only year whose text was found (NIHR course funding and employer information). */
export const rulesOf2024: BursaryRules = {
  regulatedOnly: true,
  doctorsExcluded: true,
  offerNeeded: true,
  mayDefer: false,
  passBeforeNext: true,
  paysRetakes: false,
  mostStages: 3,
};

const noDays = { opensOn: null, closesOn: null, offersOn: null, acceptBy: null } as const;

function shipped(year: AcademicYear): BursaryRound {
  const known = year === firstYear;
  return {
    academicYear: year,
    rules: known ? rulesOf2024 : null,
    copiedFrom: null,
    ...noDays,
    source: known
      ? (parseFundingSource('nihr-bursary')?.source ?? '')
      : `The rules of ${year} were looked for and not found.`,
    held: null,
    status: known ? 'published' : 'not-found',
  };
}

/** One academic year's round: as the trust entered it, else as shipped, which is not known for all years but one. */
export function roundOf(held: readonly HeldRound[], year: AcademicYear): BursaryRound {
  const row = held.find((one) => one.academicYear === year);
  if (row === undefined) return shipped(year);
  const { id, version, ...fields } = row;
  const status =
    fields.rules === null ? 'not-found' : fields.copiedFrom === null ? 'unverified' : 'assumption';
  return { ...fields, held: { id, version }, status };
}

/** The last year before this one whose rules are known, to copy on request; `null` where none are. */
export function lastKnownBefore(held: readonly HeldRound[], year: AcademicYear): BursaryRound | null {
  const years = [...new Set([firstYear, ...held.map((row) => row.academicYear)])];
  const known = years
    .filter((one) => one < year)
    .sort()
    .map((one) => roundOf(held, one))
    .filter(({ rules, copiedFrom }) => rules !== null && copiedFrom === null);
  return known.at(-1) ?? null;
}

/** Whether two sets of rules say the same. */
export function sameRules(a: BursaryRules | null, b: BursaryRules | null): boolean {
  if (a === null || b === null) return a === b;
  const keys = Object.keys(bursaryRulesSchema.shape) as (keyof BursaryRules)[];
  return keys.every((key) => a[key] === b[key]);
}

/** What does not fit together in a round, each with what to do. */
export function faultsOfRound(round: RoundFields): readonly string[] {
  const { opensOn, closesOn, offersOn, acceptBy, copiedFrom } = round;
  const days = [opensOn, closesOn, offersOn, acceptBy].filter((one) => one !== null);
  const disordered = days.some((one, index) => index > 0 && one < (days[index - 1] ?? one));
  return [
    ...(disordered ? ['The days of a round follow each other: opens, closes, offers, accept by.'] : []),
    ...(copiedFrom !== null && round.rules === null ? ['Rules that are copied are filled in.'] : []),
    ...(copiedFrom !== null && copiedFrom >= round.academicYear
      ? ['Rules are copied from an earlier year.']
      : []),
  ];
}
