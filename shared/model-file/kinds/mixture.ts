import { z } from 'zod';
import {
  countMixture,
  type CompletionBelief,
  type CountMixture,
} from '../../pipeline/calibration/count-mixture.ts';
import { atLeast, exactly, spreadQuantile } from '../../pipeline/count-distribution.ts';
import { FileRefusal } from '../file-refusal.ts';
import { defineKind } from '../kind.ts';

const chance = z.number().min(0).max(1);
/** A parameter of a beta distribution. */
const betaParameter = z.number().min(1e-6).max(1e9);
const people = z.int().min(0).max(1_000_000);

const inputsSchema = z.object({
  n: z.int().min(0).max(5_000),
  completion_values: z.array(chance).min(1).max(1_000).optional(),
  weights: z.array(z.number().min(0).max(1e9)).optional(),
  completion_prior: z.object({ dist: z.literal('beta'), a: betaParameter, b: betaParameter }).optional(),
  role_hazard: chance.default(1),
});

const askSchema = z.discriminatedUnion('measure', [
  z.object({ measure: z.literal('mean') }),
  z.object({ measure: z.literal('variance') }),
  z.object({ measure: z.literal('aleatoric_variance') }),
  z.object({ measure: z.literal('epistemic_variance') }),
  z.object({ measure: z.literal('p_eq'), n: people }),
  z.object({ measure: z.literal('p_ge'), n: people }),
  z.object({ measure: z.literal('quantile'), p: z.number().gt(0).lt(1) }),
]);

type Ask = z.output<typeof askSchema>;

/** Weights are brought to 1; without them the values weigh the same. */
function valuesOf(values: readonly number[], given: readonly number[] | undefined): CompletionBelief {
  const weights = given ?? values.map(() => 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length !== values.length || total <= 0) {
    throw new FileRefusal('bad-input', 'Every value needs a weight, and one must be above 0.', '/weights');
  }
  return { kind: 'values', values, weights: weights.map((weight) => weight / total) };
}

function completionOf(file: z.output<typeof inputsSchema>): CompletionBelief {
  const { completion_values: values, completion_prior: prior, weights } = file;
  if ((values === undefined) === (prior === undefined)) {
    const message = 'Give completion_values or completion_prior, and not both.';
    throw new FileRefusal('bad-input', message, '/completion_prior');
  }
  if (values !== undefined) return valuesOf(values, weights);
  return { kind: 'beta', a: prior?.a ?? 1, b: prior?.b ?? 1 };
}

function answerAsk(mixture: CountMixture, ask: Ask): number {
  const { distribution, mean, aleatoricVariance, epistemicVariance } = mixture;
  switch (ask.measure) {
    case 'mean':
      return mean;
    case 'variance':
      return aleatoricVariance + epistemicVariance;
    case 'aleatoric_variance':
      return aleatoricVariance;
    case 'epistemic_variance':
      return epistemicVariance;
    case 'p_eq':
      return exactly(distribution, ask.n);
    case 'p_ge':
      return atLeast(distribution, ask.n);
    case 'quantile':
      return spreadQuantile(distribution, ask.p);
  }
}

/** A count of people whose common rate is not known: chance and doubt about the rate together and apart. */
export const mixtureKind = defineKind({
  inputs: inputsSchema,
  ask: askSchema,
  measures: askSchema.options.map((option) => option.shape.measure.value),
  evaluate: (file) => {
    const mixture = countMixture({
      n: file.n,
      completion: completionOf(file),
      roleHazard: file.role_hazard,
    });
    return (ask) => answerAsk(mixture, ask);
  },
});
