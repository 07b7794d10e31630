import { wholeQuantiles } from '../count-distribution.ts';
import type { CountSummary } from '../count-summary.ts';
import type { ChanceSource } from './chance-source.ts';
import { mixtureLaw } from './mixture-law.ts';

/**
 * A count of people with its law over both kinds of uncertainty. `variance` is the sum of its two parts: chance (few
 * people) and rates (not knowing them). Quantiles are whole people.
 */
export type CountForecast = CountSummary & {
  readonly p5: number;
  readonly p95: number;
  readonly chanceVariance: number;
  readonly ratesVariance: number;
};

export function averageOf(list: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < list.length; k += 1) sum += list[k] ?? 0;
  return sum / list.length;
}

/** Spread over the points, which are all there is: no correction for a sample. */
export function spreadOf(list: Float64Array): number {
  const mean = averageOf(list);
  let sum = 0;
  for (let k = 0; k < list.length; k += 1) {
    const gap = (list[k] ?? 0) - mean;
    sum += gap * gap;
  }
  return sum / list.length;
}

/** A count and its law from each kind's chance at each point. */
export function countForecastOf(source: ChanceSource, lanes: Float64Array): CountForecast {
  const { law, moments } = mixtureLaw(source, lanes);
  const chanceVariance = averageOf(moments.variances);
  const ratesVariance = spreadOf(moments.means);
  const [p5 = 0, p10 = 0, p50 = 0, p90 = 0, p95 = 0] = wholeQuantiles(law, [0.05, 0.1, 0.5, 0.9, 0.95]);
  return {
    ...law,
    mean: averageOf(moments.means),
    variance: chanceVariance + ratesVariance,
    chanceVariance,
    ratesVariance,
    ...{ p5, p10, p50, p90, p95 },
  };
}

/** How well or badly a cohort does is chance: what the rates alone account for is the spread of their own means. */
export function withCohortsAsChance(count: CountForecast, meansByRates: Float64Array): CountForecast {
  const ratesVariance = Math.min(count.variance, spreadOf(meansByRates));
  return { ...count, ratesVariance, chanceVariance: count.variance - ratesVariance };
}
