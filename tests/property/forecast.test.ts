import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Belief, Beliefs } from '../../shared/pipeline/beliefs.ts';
import { distributionOf, exactly } from '../../shared/pipeline/count-distribution.ts';
import { countForecastOf } from '../../shared/pipeline/forecast/count-forecast.ts';
import { drawRates, newDrawnRatesCache } from '../../shared/pipeline/forecast/drawn-rates.ts';
import type { ForecastInputs, Measure } from '../../shared/pipeline/forecast/forecast-inputs.ts';
import { monthlySource } from '../../shared/pipeline/forecast/monthly-source.ts';
import { personKinds } from '../../shared/pipeline/forecast/person-kinds.ts';
import { newSampledCaches, sampledSource } from '../../shared/pipeline/forecast/sampled-source.ts';
import { toProjectionInputs } from '../../shared/pipeline/projection-schema.ts';
import { projectionFile } from '../support/pipeline-arbitrary.ts';

const beta: fc.Arbitrary<Belief> = fc
  .tuple(fc.double({ min: 0.6, max: 30, noNaN: true }), fc.double({ min: 0.6, max: 60, noNaN: true }))
  .map(([a, b]) => ({ kind: 'beta', a, b }));
const gamma: fc.Arbitrary<Belief> = fc
  .tuple(fc.double({ min: 0.6, max: 9, noNaN: true }), fc.double({ min: 30, max: 500, noNaN: true }))
  .map(([shape, months]) => ({ kind: 'gamma', shape, months }));
const seldom = (value: number): fc.Arbitrary<Belief> => fc.constant({ kind: 'fixed', value });
/** Mostly not all of a year's PIs lose the role: powers of the rest keep their digits. */
const yearly: fc.Arbitrary<Belief> = fc.oneof(
  fc.constantFrom<Belief>({ kind: 'beta', a: 3, b: 17 }, { kind: 'beta', a: 3, b: 57 }),
  seldom(0),
);
const three = (one: fc.Arbitrary<Belief>) => fc.array(one, { minLength: 3, maxLength: 3 });
const group = fc.record({
  professionRatio: fc.constantFrom<Belief>(
    { kind: 'log-normal', sigma: 0.25 },
    { kind: 'fixed', value: 0.7 },
  ),
  leaveYearly: fc.oneof(yearly, seldom(0.1)),
});
const beliefs: fc.Arbitrary<Beliefs> = fc.record({
  withdraw: three(fc.oneof(beta, seldom(0))),
  interrupt: three(fc.oneof(beta, seldom(0.1))),
  returnAfterInterruption: beta,
  goOn: fc.array(beta, { minLength: 2, maxLength: 2 }),
  coi: three(gamma),
  piFromNone: three(fc.oneof(gamma, seldom(0))),
  piFromCoi: three(gamma),
  piRoleLossYearly: yearly,
  piReturnYearly: yearly,
  groups: fc.record({ a: group, b: group }),
  bands: fc.constantFrom([0, 6, 12, 24], [0], [0, 5]),
  bandMultipliers: fc.constant([0.5, 1, 1.2, 0.8]),
  piLeaveRatio: fc.constantFrom(0.8, 1, 0),
});
const inputs: fc.Arbitrary<ForecastInputs> = fc.tuple(projectionFile, beliefs).map(([file, known]) => {
  const { startMonth, horizonMonths, pathway, people } = toProjectionInputs(file);
  const bandMultipliers = known.bandMultipliers.slice(0, known.bands.length);
  return { startMonth, horizonMonths, pathway, people, beliefs: { ...known, bandMultipliers } };
});

function measuresOf(horizon: number, from: number, to: number): Measure[] {
  const window = [Math.min(from, to) % (horizon + 1), Math.max(from, to) % (horizon + 1)].sort(
    (a, b) => a - b,
  ) as [number, number];
  const gains = (['coi', 'pi', 'investigator', 'award'] as const).map((gain): Measure => ({
    kind: 'gain',
    gain,
    window,
  }));
  const at = window[1];
  return [
    ...gains,
    { kind: 'pi-lost', window },
    { kind: 'pi-returned', window },
    { kind: 'pi', at },
    { kind: 'existing-pi', at },
    { kind: 'qualified', at, held: 1 },
    { kind: 'qualified', at, held: 2 },
  ];
}

const month = fc.integer({ min: 0, max: 110 });

test('the sampled kernels give every chance the monthly engine gives, within 2e-13', () => {
  let compared = 0;
  fc.assert(
    fc.property(inputs, month, month, (plan, from, to) => {
      const drawn = drawRates(plan.beliefs, 31, newDrawnRatesCache());
      const { sampled } = personKinds(plan);
      const fast = sampledSource(plan, drawn, sampled, newSampledCaches());
      if (fast === null) return;
      const slow = monthlySource(
        plan,
        drawn,
        sampled.map(({ person }) => person),
      );
      for (const measure of measuresOf(plan.horizonMonths, from, to)) {
        const [a, b] = [fast.chancesOf(measure), slow.chancesOf(measure)];
        const apart = a.reduce((most, chance, at) => Math.max(most, Math.abs(chance - b[at]!)), 0);
        if (!(apart <= 2e-13)) throw new Error(`${JSON.stringify(measure)}: ${apart} apart`);
        compared += a.length;
      }
    }),
    { numRuns: 25, seed: 4 },
  );
  expect(compared).toBeGreaterThan(10_000);
});

test('the law of a count is the average over the points of the exact law at each', () => {
  const chance = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1));
  const kinds = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), chance, chance), { maxLength: 12 });
  fc.assert(
    fc.property(kinds, (list) => {
      const source = {
        points: 2,
        counts: Int32Array.from(list, ([count]) => count),
        chancesOf: () => new Float64Array(),
      };
      const lanes = Float64Array.from(list.flatMap(([, one, two]) => [one, two]));
      const law = countForecastOf(source, lanes);
      const [first, second] = [1, 2].map((at) =>
        distributionOf(list.map((kind) => ({ count: kind[0], probability: kind[at]! }))),
      );
      const people = list.reduce((sum, [count]) => sum + count, 0);
      for (let n = 0; n <= people; n += 1) {
        const wanted = (exactly(first!, n) + exactly(second!, n)) / 2;
        expect(Math.abs(exactly(law, n) - wanted)).toBeLessThan(2e-13);
      }
    }),
    { numRuns: 200, seed: 4 },
  );
});
