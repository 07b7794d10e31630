import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { rowsOf } from './parameter-set.ts';
import type { Parameter, ParameterSet } from './types.ts';
import { rowOn } from './value-on.ts';

/** How a trust may say that its own value stands; it cannot enter that a value was not found. */
export const overrideStatuses = ['published', 'derived', 'unverified', 'assumption'] as const;

const words = z.string().trim().min(1).max(500);

/** A trust's own value of a parameter from a date on, in the parameter's own unit. */
export const overrideSchema = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  effectiveFrom: z.custom<PlainDate>(isPlainDate, 'not a calendar day'),
  value: z.int(),
  low: z.int().nullable(),
  high: z.int().nullable(),
  source: words,
  status: z.enum(overrideStatuses),
});

export type Override = z.infer<typeof overrideSchema>;

/** What stands before the source of a trust's own value, wherever a source is shown. */
export const ownSource = 'Our own value: ';

function inPlaceOf(row: Parameter, override: Override): Parameter {
  const { code, effectiveFrom, value, low, high, source, status } = override;
  return {
    code,
    effectiveFrom: row.effectiveFrom > effectiveFrom ? row.effectiveFrom : effectiveFrom,
    value,
    ...(low === null ? {} : { low }),
    ...(high === null ? {} : { high }),
    unit: row.unit,
    source: `${ownSource}${source}`,
    status,
  };
}

/** The rows of one code with the trust's in place; `own` in date order, one a date. */
function replaced(set: ParameterSet, rows: readonly Parameter[], own: readonly Override[]): Parameter[] {
  const overrideOn = (date: PlainDate): Override | undefined =>
    own.findLast(({ effectiveFrom }) => effectiveFrom <= date);
  const kept = rows.map((row) => {
    const override = overrideOn(row.effectiveFrom);
    return override === undefined ? row : inPlaceOf(row, override);
  });
  const dates = new Set(rows.map(({ effectiveFrom }) => effectiveFrom));
  const added = own
    .filter(({ effectiveFrom }) => !dates.has(effectiveFrom))
    .flatMap((override) => {
      const row = rowOn(set, override.code, override.effectiveFrom) ?? rows[0];
      return row === undefined
        ? []
        : [inPlaceOf({ ...row, effectiveFrom: override.effectiveFrom }, override)];
    });
  return [...kept, ...added].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
}

/**
 * A set with a trust's own values in the place of the published ones, from the date of each on.
 *
 * On any day the value is that of the trust's latest row starting on or before it, and the published one where the
 * trust has none: a published row that starts later does not bring the published value back. Rows keep their dates, so
 * that what is given each year, such as a pay award, is given each year at the trust's value; only where no published
 * row starts on an override's date is a row added. Codes the set does not know are left out: nothing would read them.
 *
 * @throws RangeError when two overrides give one code from one date.
 */
export function withOverrides(set: ParameterSet, overrides: readonly Override[]): ParameterSet {
  if (overrides.length === 0) return set;
  const changed = [...new Set(overrides.map(({ code }) => code))].flatMap((code): [string, Parameter[]][] => {
    const rows = rowsOf(set, code);
    const own = inDateOrder(overrides.filter((override) => override.code === code));
    return rows.length === 0 ? [] : [[code, replaced(set, rows, own)]];
  });
  return { rows: { ...set.rows, ...Object.fromEntries(changed) } };
}

function inDateOrder(own: readonly Override[]): readonly Override[] {
  const sorted = [...own].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const twice = sorted.find((row, index) => row.effectiveFrom === sorted[index + 1]?.effectiveFrom);
  if (twice) throw new RangeError(`${twice.code} is overridden twice from ${twice.effectiveFrom}`);
  return sorted;
}
