import {
  distributionOf,
  meanOf,
  varianceOf,
  wholeQuantile,
  type Chance,
  type CountDistribution,
} from './count-distribution.ts';

/** A count of people with its exact law. `p10` and `p90` are whole people: the 80% range as the page says it. */
export type CountSummary = CountDistribution & {
  readonly mean: number;
  readonly variance: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
};

/** The law of a count of independent people, and the figures that are shown of it. */
export function summaryOf(chances: readonly Chance[]): CountSummary {
  const distribution = distributionOf(chances);
  return {
    ...distribution,
    mean: meanOf(chances),
    variance: varianceOf(chances),
    p10: wholeQuantile(distribution, 0.1),
    p50: wholeQuantile(distribution, 0.5),
    p90: wholeQuantile(distribution, 0.9),
  };
}
