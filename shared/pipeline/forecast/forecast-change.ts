import { averageOf } from './count-forecast.ts';
import { chancesByRates, type Forecast } from './evaluate-forecast.ts';
import type { Measure } from './forecast-inputs.ts';
import { momentsByPoint } from './mixture-law.ts';

/** What a change of the plan does to the expected count: on average, and at the 10% and 90% of the rates. */
export type ForecastChange = { readonly mean: number; readonly low: number; readonly high: number };

/** The expected count at each point. @throws ModelError 'bad-input' for a time past the horizon. */
export function meansOf(forecast: Forecast, measure: Measure): Float64Array {
  return momentsByPoint(forecast.ratesAlone, chancesByRates(forecast, measure)).means;
}

/** The smallest value with at least this share of the points at or below it. */
function pointAt(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/**
 * The difference that one plan makes against another, rate by rate: both use the same draws (common random numbers), so
 * that what they share cancels and the range is of the difference alone.
 *
 * @param before `meansOf` of the other plan, at the same points.
 * @throws ModelError 'bad-input' for a time past the horizon.
 */
export function changeOf(before: Float64Array, after: Forecast, measure: Measure): ForecastChange {
  const differences = meansOf(after, measure).map((mean, point) => mean - (before[point] ?? 0));
  const sorted = differences.toSorted();
  return { mean: averageOf(differences), low: pointAt(sorted, 0.1), high: pointAt(sorted, 0.9) };
}
