import { distributionOf, type CountDistribution } from '../count-distribution.ts';
import { betaBinomial, thinned } from './beta-binomial.ts';

/** What is known of the chance of completing: some values with their weights, or a beta belief. */
export type CompletionBelief =
  | { readonly kind: 'values'; readonly values: readonly number[]; readonly weights: readonly number[] }
  | { readonly kind: 'beta'; readonly a: number; readonly b: number };

/** `n` people who complete with one common, uncertain chance; who completes takes up the role with `roleHazard`. */
export type CountMixtureInputs = {
  readonly n: number;
  readonly completion: CompletionBelief;
  readonly roleHazard: number;
};

export type CountMixture = {
  readonly distribution: CountDistribution;
  readonly mean: number;
  /** Chance alone: the mean, over the rates, of the variance given the rate. */
  readonly aleatoricVariance: number;
  /** Not knowing the rate: the variance of the mean given the rate. */
  readonly epistemicVariance: number;
};

type Moments = { readonly mean: number; readonly variance: number };

function weightedSum(weights: readonly number[], valueOf: (index: number) => number): number {
  return weights.reduce((sum, weight, index) => sum + weight * valueOf(index), 0);
}

function momentsOf(belief: CompletionBelief): Moments {
  if (belief.kind === 'beta') {
    const { a, b } = belief;
    const mean = a / (a + b);
    return { mean, variance: (mean * (b / (a + b))) / (a + b + 1) };
  }
  const { values, weights } = belief;
  const mean = weightedSum(weights, (index) => values[index] ?? 0);
  const variance = weightedSum(weights, (index) => ((values[index] ?? 0) - mean) ** 2);
  return { mean, variance };
}

/** Binomial laws side by side, each with its weight. */
function ofValues(n: number, chances: readonly number[], weights: readonly number[]): CountDistribution {
  const pmf = new Array<number>(n + 1).fill(0);
  chances.forEach((probability, index) => {
    const law = distributionOf([{ probability, count: n }]);
    law.pmf.forEach((mass, place) => {
      const k = law.from + place;
      pmf[k] = (pmf[k] ?? 0) + (weights[index] ?? 0) * mass;
    });
  });
  return { from: 0, pmf };
}

/**
 * The law of the number of people who complete and take up the role, chance and doubt about the rate together
 * (model.md 0, kind `mixture`). Exact: a beta belief gives a beta-binomial, of which each is kept with `roleHazard`.
 * Weights add up to 1.
 */
export function countMixture({ n, completion, roleHazard }: CountMixtureInputs): CountMixture {
  const { mean, variance } = momentsOf(completion);
  const chance = roleHazard * mean;
  const chanceVariance = roleHazard * roleHazard * variance;
  const distribution =
    completion.kind === 'beta'
      ? thinned(betaBinomial(n, completion.a, completion.b), roleHazard)
      : ofValues(
          n,
          completion.values.map((value) => value * roleHazard),
          completion.weights,
        );
  return {
    distribution,
    mean: n * chance,
    aleatoricVariance: n * (chance * (1 - chance) - chanceVariance),
    epistemicVariance: n * n * chanceVariance,
  };
}
