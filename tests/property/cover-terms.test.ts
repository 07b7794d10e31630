import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters as set } from '../../shared/parameters/default-set.ts';
import { bands } from '../../shared/pay/bands.ts';
import { costBases } from '../../shared/pay/employer-cost.ts';
import { hourKinds } from '../../shared/pay/enhanced-hours.ts';
import { highCostAreas } from '../../shared/pay/high-cost-area.ts';
import { plainHours, type HoursByKind } from '../../shared/pay/hour-terms.ts';
import { rungRateOn, type RungOf } from '../../shared/pay/rung-rate.ts';
import { boughtRungs } from '../../shared/pay/rungs.ts';
import { anyHours } from '../support/policy-arbitrary.ts';

const date = fc.nat(2000).map((days) => addDays(asPlainDate('2024-04-06'), days));
const area = fc.option(fc.constantFrom(...highCostAreas), { nil: null });
const rung = fc.constantFrom(...boughtRungs);
const basis = fc.constantFrom(...costBases);
const above = fc.nat(bands.length - 3);

/** Everything of one kind of hour. */
const wholly = hourKinds.map((kind): HoursByKind => ({ ...plainHours, plain: 0, [kind]: 10_000 }));

function rungOf(at: number, terms: RungOf['terms']): RungOf {
  const [own = '2', higher = '3', highest = '4'] = bands.slice(at);
  return {
    ...{ band: own, agencyStaff: 'other', actingUp: [highest, higher, own], medicalGrade: 'YC72' },
    ...{ ownUnavailabilityBp: 2_100, terms },
  };
}

describe('where and when cover is worked', () => {
  it('the weighted rate lies between those of the kinds that are worked, the least and the largest', () => {
    fc.assert(
      fc.property(above, rung, date, basis, area, anyHours, (at, name, day, on, place, hours) => {
        const price = (mix: HoursByKind): number | null => {
          const rate = rungRateOn(name, rungOf(at, { area: place, hours: mix }), day, on, set);
          return rate.ok ? rate.value.pence : null;
        };
        const own = price(hours);
        const worked = wholly.filter((_, index) => hours[hourKinds[index]!] > 0);
        const prices = worked.map(price);
        expect(prices.every((one) => (one === null) === (own === null))).toBe(true);
        if (own === null) return;
        const known = prices.map((one) => one ?? Number.NaN);
        expect(own).toBeGreaterThanOrEqual(Math.min(...known));
        expect(own).toBeLessThanOrEqual(Math.max(...known));
      }),
      { numRuns: 300 },
    );
  });

  it('lines add up to the rate, every one but a post’s own leave names its rows, and no supplement lowers a price', () => {
    fc.assert(
      fc.property(above, rung, date, basis, area, anyHours, (at, name, day, on, place, hours) => {
        const rate = rungRateOn(name, rungOf(at, { area: place, hours }), day, on, set);
        const outside = rungRateOn(name, rungOf(at, { area: null, hours }), day, on, set);
        expect(rate.ok).toBe(outside.ok);
        if (!rate.ok || !outside.ok) return;
        const { lines, pence } = rate.value;
        expect(lines.reduce((sum, line) => sum + line.pence, 0)).toBe(pence);
        expect(lines.filter(({ uses }) => uses.length === 0).map(({ label }) => label)).toEqual(
          name === 'fixed-term' ? ['Its own leave, sickness and training'] : [],
        );
        expect(pence).toBeGreaterThanOrEqual(outside.value.pence);
      }),
      { numRuns: 200 },
    );
  });
});
