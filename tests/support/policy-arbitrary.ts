import fc from 'fast-check';
import type { CoverPolicy } from '../../shared/backfill/cover-policy.ts';
import { highCostAreas } from '../../shared/pay/high-cost-area.ts';
import type { HoursByKind } from '../../shared/pay/hour-terms.ts';
import { boughtRungs } from '../../shared/pay/rungs.ts';

const share = fc.integer({ min: 0, max: 10_000 });
const pence = fc.option(fc.integer({ min: 1, max: 20_000 }), { nil: null });

/** Any shares of hours by kind that add up to all of them. */
export const anyHours: fc.Arbitrary<HoursByKind> = fc
  .tuple(share, share)
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  .map(([a, b]) => ({ plain: a, 'saturday-or-night': b - a, 'sunday-or-bank-holiday': 10_000 - b }));

/** Any policy of a Band 4 to 7 team that can be priced: every rung, in any order, with any shares. */
export const anyPolicy: fc.Arbitrary<CoverPolicy> = fc.record({
  ownTimeBp: share,
  absorbedBp: fc.option(share, { nil: null }),
  rungs: fc
    .subarray([...boughtRungs])
    .chain((some) => fc.shuffledSubarray(some, { minLength: some.length }))
    .chain((some) =>
      fc.tuple(...some.map((rung) => fc.record({ rung: fc.constant(rung), shareBp: share, pence }))),
    ),
  fillByNotice: fc.uniqueArray(fc.record({ weeks: fc.integer({ min: 0, max: 20 }), fillBp: share }), {
    maxLength: 3,
    selector: ({ weeks }) => weeks,
  }),
  lagWeeks: fc.integer({ min: 0, max: 12 }),
  lateChanceBp: fc.option(share, { nil: null }),
  actingUp: fc.constant(['7' as const, '6' as const, '5' as const]),
  medicalGrade: fc.constant('YC72' as const),
  shiftMinutes: fc.constant(null),
  coverBand: fc.constant(null),
  highCostArea: fc.option(fc.constantFrom(...highCostAreas), { nil: null }),
  hoursByKind: anyHours,
});
