import type { Parameter, ParameterSet } from './types.ts';

/**
 * A set from rows in any order. A trust's own values are rows like any other, put in the place of the published ones
 * before the set is made.
 *
 * @throws RangeError when two rows give one code from one date: which of them counts would be chance.
 */
export function parameterSetOf(parameters: readonly Parameter[]): ParameterSet {
  const rows: Record<string, Parameter[]> = {};
  for (const parameter of parameters) (rows[parameter.code] ??= []).push(parameter);
  for (const [code, dated] of Object.entries(rows)) {
    dated.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
    const twice = dated.find((row, index) => row.effectiveFrom === dated[index + 1]?.effectiveFrom);
    if (twice) throw new RangeError(`${code} is given twice from ${twice.effectiveFrom}`);
  }
  return { rows };
}

/** The dated rows of a code, earliest first; none when the set does not know the code. */
export function rowsOf(set: ParameterSet, code: string): readonly Parameter[] {
  return Object.hasOwn(set.rows, code) ? (set.rows[code] ?? []) : [];
}
