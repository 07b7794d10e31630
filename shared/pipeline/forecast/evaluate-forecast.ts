import type { Month } from '../../calendar/month.ts';
import { ModelError } from '../../core/errors.ts';
import type { ChanceSource } from './chance-source.ts';
import { countForecastOf, type CountForecast } from './count-forecast.ts';
import { drawRates, newDrawnRatesCache, type DrawnRates, type DrawnRatesCache } from './drawn-rates.ts';
import type { ForecastInputs, Measure } from './forecast-inputs.ts';
import { monthlySource } from './monthly-source.ts';
import { personKinds } from './person-kinds.ts';
import { newSampledCaches, sampledSource, type SampledCaches } from './sampled-source.ts';

/** All chances of all people at all points: what every question about the forecast is answered from. */
export type Forecast = {
  readonly startMonth: Month;
  readonly horizonMonths: number;
  readonly inputs: ForecastInputs;
  readonly drawn: DrawnRates;
  readonly source: ChanceSource;
};

/** What may be kept from one evaluation to the next; it changes how long an answer takes and no byte of it. */
export type ForecastCaches = {
  readonly drawn: DrawnRatesCache;
  readonly sampled: SampledCaches;
};

export function newForecastCaches(): ForecastCaches {
  return { drawn: newDrawnRatesCache(), sampled: newSampledCaches() };
}

/**
 * The posterior mixture: the exact engine at each point of a rank-1 lattice over everything uncertain, the points
 * weighing the same (model.md 2.2). `points` is 31, 64 or 127. The same inputs give the same bytes; forecasts of two
 * scenarios use the same draw of every rate they both have.
 *
 * Measures are worked out when they are asked for: `countOf`, `forecastYears` and the other questions of this folder.
 *
 * @throws ModelError 'bad-input' where inputs contradict each other or there is no such lattice, 'too-large'.
 */
export function evaluateForecast(
  inputs: ForecastInputs,
  points: number,
  caches: ForecastCaches = newForecastCaches(),
): Forecast {
  const { startMonth, horizonMonths } = inputs;
  const drawn = drawRates(inputs.beliefs, points, caches.drawn);
  return { startMonth, horizonMonths, inputs, drawn, source: sourceOf(inputs, drawn, caches) };
}

/** Sampled kernels for whom they can take, the monthly engine for the rest. */
export function sourceOf(inputs: ForecastInputs, drawn: DrawnRates, caches: ForecastCaches): ChanceSource {
  const { sampled, monthly } = personKinds(inputs);
  const fast = sampledSource(inputs, drawn, sampled, caches.sampled);
  if (fast === null) return monthlySource(inputs, drawn);
  return monthly.length === 0 ? fast : joined(fast, monthlySource(inputs, drawn, monthly));
}

/** The people of two sources, those of the first before those of the second. */
function joined(first: ChanceSource, second: ChanceSource): ChanceSource {
  const length = first.counts.length + second.counts.length;
  const counts = new Int32Array(length);
  counts.set(first.counts);
  counts.set(second.counts, first.counts.length);
  return {
    points: first.points,
    counts,
    chancesOf: (measure) => {
      const lanes = new Float64Array(length * first.points);
      lanes.set(first.chancesOf(measure));
      lanes.set(second.chancesOf(measure), first.counts.length * first.points);
      return lanes;
    },
  };
}

function checkTimes(measure: Measure, horizonMonths: number): void {
  const [from, to] = 'window' in measure ? measure.window : [0, measure.at];
  if (!(Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to && to <= horizonMonths)) {
    throw new ModelError('bad-input', `not within the ${horizonMonths} months projected`, '/window');
  }
}

/** Chances of every kind of person at every point. @throws ModelError 'bad-input' for a time past the horizon. */
export function chancesOf({ source, horizonMonths }: Forecast, measure: Measure): Float64Array {
  checkTimes(measure, horizonMonths);
  return source.chancesOf(measure);
}

/** One count with its law. @throws ModelError 'bad-input' for a time past the horizon. */
export function countOf(forecast: Forecast, measure: Measure): CountForecast {
  const lanes = chancesOf(forecast, measure);
  return countForecastOf(forecast.source, lanes);
}
