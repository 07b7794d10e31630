import type { CountDistribution } from '../count-distribution.ts';
import { betaBinomial } from './beta-binomial.ts';
import { betaMoments, betaOfMoments } from './censored-attempts.ts';
import type { BetaBelief } from './conjugate.ts';

export type TotalOnly = {
  /** How many had started, given that so many completed. */
  readonly started: CountDistribution;
  /** The beta with the mean and the variance of what is now believed. */
  readonly belief: BetaBelief;
};

/**
 * What a bare total says ("14 finished last year"): the likelihood summed over how many may have started, by the
 * intake prior (model.md 1.5, under-determined counts). The unknown number is never invented, so the belief gains
 * less than with it.
 *
 * @returns `null` when no intake of the prior could have so many completed.
 */
export function withTotalOnly(
  prior: BetaBelief,
  completed: number,
  intake: CountDistribution,
): TotalOnly | null {
  const starts = intake.pmf.map((mass, place) => ({ started: intake.from + place, mass }));
  const weights = starts.map(({ started, mass }) =>
    started < completed ? 0 : mass * (betaBinomial(started, prior.a, prior.b).pmf[completed] ?? 0),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return null;
  const parts = starts.map(({ started }, place) => ({
    weight: (weights[place] ?? 0) / total,
    ...betaMoments({ kind: 'beta', a: prior.a + completed, b: prior.b + Math.max(0, started - completed) }),
  }));
  const mean = parts.reduce((sum, part) => sum + part.weight * part.mean, 0);
  const square = parts.reduce((sum, part) => sum + part.weight * (part.variance + part.mean * part.mean), 0);
  return {
    started: { from: intake.from, pmf: parts.map(({ weight }) => weight) },
    belief: betaOfMoments(mean, square - mean * mean),
  };
}
