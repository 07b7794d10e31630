import { describe, expect, it } from 'vitest';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { oncePerSet } from '../../shared/parameters/once-per-set.ts';
import { parameterSetOf } from '../../shared/parameters/parameter-set.ts';
import { valueOn } from '../../shared/parameters/value-on.ts';
import { asFinancialYear } from '../../shared/calendar/years.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { withOverrides } from '../../shared/parameters/override.ts';
import { coverRatesOfYear } from '../../shared/pay/cover-rate.ts';

describe('what is worked out once for a set of parameters', () => {
  it('is worked out once for each key, and for another set anew', () => {
    const once = oncePerSet<number>();
    const other = parameterSetOf([]);
    let worked = 0;
    const ask = (set: typeof other, key: string): number => once(set, key, () => (worked += 1));
    expect([ask(other, 'a'), ask(other, 'a'), ask(other, 'b'), ask(publishedParameters, 'a')]).toEqual([
      1, 1, 2, 3,
    ]);
  });

  it('is asked again where it could not be worked out', () => {
    const once = oncePerSet<number>();
    const day = asPlainDate('2026-11-20');
    const ask = () =>
      once(publishedParameters, 'x', () => valueOn(publishedParameters, 'NO_SUCH', day).value);
    expect(ask).toThrow('NO_SUCH');
    expect(ask).toThrow('NO_SUCH');
  });

  it('a trust’s own award is in its bank rates, and in nobody else’s', () => {
    const year = asFinancialYear('2028/29');
    const own = withOverrides(publishedParameters, [
      {
        code: 'PAY_AWARD_AFC',
        effectiveFrom: asPlainDate('2028-04-01'),
        value: 900,
        ...{ low: null, high: null, source: 'The trust’s own guess', status: 'assumption' as const },
      },
    ]);
    const pence = (set: typeof own): number[] =>
      coverRatesOfYear('5', year, 'trust', set).map((rate) => rate.pence);
    const published = pence(publishedParameters);
    expect(pence(own)[0]).toBeGreaterThan(published[0]!);
    expect(pence(publishedParameters)).toEqual(published);
    expect(coverRatesOfYear('5', year, 'full', own)[0]!.pence).toBeGreaterThan(pence(own)[0]!);
    expect(coverRatesOfYear('6', year, 'trust', own)[0]!.pence).toBeGreaterThan(pence(own)[0]!);
  });
});
