import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';

/** How far a value can be relied on, strongest first. Only `published` was seen in a text that states it. */
export const parameterStatuses = ['published', 'derived', 'unverified', 'assumption', 'not-found'] as const;

export type ParameterStatus = (typeof parameterStatuses)[number];

/** What one whole number of a value is. Basis points: 10000 = 1. `minute-of-day` counts from midnight. */
export const parameterUnits = [
  'pence',
  'pence-per-year',
  'basis-points',
  'minutes',
  'minutes-per-week',
  'minute-of-day',
  'days',
  'weeks-x1000',
  'months',
  'years',
  'credits',
  'count',
  'flag',
] as const;

/** One value from its legal date on. `value` is `null` exactly when the status is `not-found`. */
export const parameterSchema = z
  .strictObject({
    code: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
    effectiveFrom: z.custom<PlainDate>(isPlainDate, 'not a calendar day'),
    value: z.int().nullable(),
    /** The range the value is thought to lie in, where one is stated; never used in place of the value. */
    low: z.int().optional(),
    high: z.int().optional(),
    unit: z.enum(parameterUnits),
    source: z.string().min(1),
    status: z.enum(parameterStatuses),
    note: z.string().min(1).optional(),
  })
  .readonly()
  .refine((row) => (row.value === null) === (row.status === 'not-found'), {
    error: 'a value is missing exactly when it was not found',
  })
  .refine(({ value, low, high }) => value === null || ((low ?? value) <= value && value <= (high ?? value)), {
    error: 'a value lies within its own range',
  });

export type Parameter = z.infer<typeof parameterSchema>;

/** A row that holds a value. */
export type KnownParameter = Parameter & { readonly value: number };

/** Every dated row of every code, in date order: one value, handed to the model as an argument. */
export type ParameterSet = { readonly rows: Readonly<Record<string, readonly Parameter[]>> };

/** Which row an amount came from: enough to find the value, its source and its note again. */
export type ParameterUse = Pick<Parameter, 'code' | 'effectiveFrom' | 'status'>;

export function useOf({ code, effectiveFrom, status }: Parameter): ParameterUse {
  return { code, effectiveFrom, status };
}

/** The weakest standing among the rows an amount rests on; `published` where it rests on none. */
export function weakestStatus(uses: readonly Pick<Parameter, 'status'>[]): ParameterStatus {
  return uses.reduce<ParameterStatus>(
    (weakest, { status }) =>
      parameterStatuses.indexOf(status) > parameterStatuses.indexOf(weakest) ? status : weakest,
    'published',
  );
}
