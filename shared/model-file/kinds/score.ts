import { z } from 'zod';
import { centralInterval, contains, crps, pitOf } from '../../pipeline/calibration/scores.ts';
import { spreadQuantile, type CountDistribution } from '../../pipeline/count-distribution.ts';
import { FileRefusal } from '../file-refusal.ts';
import { defineKind } from '../kind.ts';

const outcome = z.int().min(0).max(1_000_000);

/** How far from 1 the chances may add up to, for the digits that a file leaves out. */
const slack = 1e-6;

const inputsSchema = z.object({
  pmf: z.array(z.number().min(0).max(1)).min(1).max(100_000),
  observed: z.union([outcome, z.array(outcome).max(100_000)]).optional(),
});

const askSchema = z.discriminatedUnion('measure', [
  z.object({ measure: z.literal('crps'), observed: outcome }),
  z.object({ measure: z.literal('pit_lower'), observed: outcome }),
  z.object({ measure: z.literal('pit_upper'), observed: outcome }),
  z.object({ measure: z.literal('central80_contains'), observed: outcome }),
  z.object({ measure: z.literal('central90_contains'), observed: outcome }),
  z.object({ measure: z.literal('quantile'), p: z.number().gt(0).lt(1) }),
]);

function answerAsk(law: CountDistribution, ask: z.output<typeof askSchema>): number {
  switch (ask.measure) {
    case 'crps':
      return crps(law, ask.observed);
    case 'pit_lower':
      return pitOf(law, ask.observed).lower;
    case 'pit_upper':
      return pitOf(law, ask.observed).upper;
    case 'central80_contains':
      return contains(centralInterval(law, 0.8), ask.observed) ? 1 : 0;
    case 'central90_contains':
      return contains(centralInterval(law, 0.9), ask.observed) ? 1 : 0;
    case 'quantile':
      return spreadQuantile(law, ask.p);
  }
}

/** How well a forecast of a count did against what happened. */
export const scoreKind = defineKind({
  inputs: inputsSchema,
  ask: askSchema,
  measures: askSchema.options.map((option) => option.shape.measure.value),
  evaluate: ({ pmf }) => {
    const total = pmf.reduce((sum, mass) => sum + mass, 0);
    if (Math.abs(total - 1) > slack) {
      throw new FileRefusal('bad-input', 'The chances must add up to 1.', '/pmf');
    }
    return (ask) => answerAsk({ from: 0, pmf }, ask);
  },
});
