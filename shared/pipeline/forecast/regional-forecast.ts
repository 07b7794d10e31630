import { ModelError } from '../../core/errors.ts';
import { withNationalRatio, type Belief } from '../beliefs.ts';
import { wholeQuantile } from '../count-distribution.ts';
import { totalOfLaws } from '../regional-total.ts';
import { beliefTable, quantileOf } from './belief-table.ts';
import type { CountForecast } from './count-forecast.ts';
import { countOf, evaluateForecast, newForecastCaches, type Forecast } from './evaluate-forecast.ts';
import type { ForecastInputs, Measure } from './forecast-inputs.ts';

/**
 * A total over trusts. Its variance is that of chance, of what each trust does not know of its own rates, and of what
 * happens to the nation and so to all of them; `ratesVariance` is the last two.
 */
export type RegionalCount = CountForecast & { readonly nationalVariance: number };

/** Values of the national effect, which weigh the same: enough for its spread to be right within 2%. */
const nationalPoints = 15;

/** Forecasts of every trust at each value of the national effect; one value where there is none. */
export type RegionalForecast = readonly (readonly Forecast[])[];

function nationalValues(sigma: number): readonly (Belief | null)[] {
  if (sigma <= 0) return [null];
  const belief: Belief = { kind: 'log-normal', sigma, logMedian: (-sigma * sigma) / 2 };
  const table = beliefTable(belief);
  return Array.from({ length: nationalPoints }, (_, index) => ({
    kind: 'fixed',
    value: quantileOf(belief, table, (index + 0.5) / nationalPoints),
  }));
}

/**
 * The forecasts of several trusts whose role rates rest on one national effect: given it trusts are independent, each
 * with what is believed of its own rates.
 *
 * @param sigma standard deviation of the effect's logarithm; without any the trusts are independent.
 * @throws ModelError as `evaluateForecast`; 'bad-input' without a trust.
 */
export function regionalForecast(
  trusts: readonly ForecastInputs[],
  sigma: number,
  points: number,
): RegionalForecast {
  if (trusts.length === 0) throw new ModelError('bad-input', 'a total needs a trust', '/trusts');
  const caches = newForecastCaches();
  return nationalValues(sigma).map((ratio) =>
    trusts.map((trust) => {
      const beliefs = ratio === null ? trust.beliefs : withNationalRatio(trust.beliefs, ratio);
      return evaluateForecast({ ...trust, beliefs }, points, caches);
    }),
  );
}

function sumOf(counts: readonly CountForecast[], of: (count: CountForecast) => number): number {
  return counts.reduce((sum, count) => sum + of(count), 0);
}

/** One count over all trusts, with its law. @throws ModelError 'bad-input' for a time past the horizon. */
export function regionalCount(region: RegionalForecast, measure: Measure): RegionalCount {
  const byPoint = region.map((forecasts) => forecasts.map((forecast) => countOf(forecast, measure)));
  const average = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
  const means = byPoint.map((counts) => sumOf(counts, ({ mean }) => mean));
  const mean = average(means);
  const nationalVariance = average(means.map((one) => (one - mean) * (one - mean)));
  const chanceVariance = average(byPoint.map((counts) => sumOf(counts, (count) => count.chanceVariance)));
  const ownVariance = average(byPoint.map((counts) => sumOf(counts, (count) => count.ratesVariance)));
  const law = totalOfLaws(byPoint);
  const ratesVariance = ownVariance + nationalVariance;
  return {
    ...law,
    mean,
    variance: chanceVariance + ratesVariance,
    chanceVariance,
    ratesVariance,
    nationalVariance,
    p5: wholeQuantile(law, 0.05),
    p10: wholeQuantile(law, 0.1),
    p50: wholeQuantile(law, 0.5),
    p90: wholeQuantile(law, 0.9),
    p95: wholeQuantile(law, 0.95),
  };
}
