import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { parameterSetOf } from '../../shared/parameters/parameter-set.ts';
import { setHash } from '../../shared/parameters/set-hash.ts';
import type { Parameter } from '../../shared/parameters/types.ts';

const rows = Object.values(publishedParameters.rows).flat();
const first = rows[0]!;

function hashWith(change: Partial<Parameter>): string {
  return setHash(parameterSetOf([{ ...first, ...change }, ...rows.slice(1)]));
}

describe('the digest of a set', () => {
  it('an empty set has the FNV-1a offset basis', () => {
    expect(setHash({ rows: {} })).toBe('cbf29ce484222325');
  });

  it('the order of the rows does not matter', () => {
    expect(setHash(parameterSetOf([...rows].reverse()))).toBe(setHash(publishedParameters));
  });

  it('a value, a range, a date, a unit or a status that changes changes it', () => {
    const changed = [
      hashWith({ value: (first.value ?? 0) + 1 }),
      hashWith({ effectiveFrom: asPlainDate('1999-01-01') }),
      hashWith({ unit: 'flag' }),
      hashWith({ low: 0 }),
      hashWith({ high: 10 ** 9 }),
      hashWith({ status: first.status === 'derived' ? 'published' : 'derived' }),
      setHash(parameterSetOf(rows.slice(1))),
    ];
    expect(new Set([...changed, setHash(publishedParameters)]).size).toBe(changed.length + 1);
  });

  it('a corrected source leaves it as it was', () => {
    expect(hashWith({ source: 'a better source' })).toBe(setHash(publishedParameters));
  });
});
