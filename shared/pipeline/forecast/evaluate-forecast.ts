import type { Month } from '../../calendar/month.ts';
import { ModelError } from '../../core/errors.ts';
import type { Person } from '../projection-inputs.ts';
import type { ChanceSource } from './chance-source.ts';
import { withCohorts } from './cohort-lanes.ts';
import { countForecastOf, withCohortsAsChance, type CountForecast } from './count-forecast.ts';
import { drawRates, newDrawnRatesCache, type DrawnRates, type DrawnRatesCache } from './drawn-rates.ts';
import type { ForecastInputs, Measure } from './forecast-inputs.ts';
import { momentsByPoint } from './mixture-law.ts';
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
  /** The same with every cohort as expected at its point: what rates alone decide. `source` without over-dispersion. */
  readonly ratesAlone: ChanceSource;
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
 * @param everybody all people of the trust, where `inputs` holds some of them: whom cohorts are made of.
 * @throws ModelError 'bad-input' where inputs contradict each other or there is no such lattice, 'too-large'.
 */
export function evaluateForecast(
  inputs: ForecastInputs,
  points: number,
  caches: ForecastCaches = newForecastCaches(),
  everybody: readonly Person[] = inputs.people,
): Forecast {
  const { startMonth, horizonMonths } = inputs;
  const drawn = drawRates(inputs.beliefs, points, caches.drawn);
  const ratesAlone = sourceOf(inputs, drawn, caches);
  const shared = withCohorts(inputs, drawn, everybody, caches.drawn);
  const source = shared === null ? ratesAlone : sourceOf(inputs, shared, caches);
  return { startMonth, horizonMonths, inputs, drawn, source, ratesAlone };
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

/** The same as the rates alone decide them. @throws ModelError 'bad-input' for a time past the horizon. */
export function chancesByRates({ ratesAlone, horizonMonths }: Forecast, measure: Measure): Float64Array {
  checkTimes(measure, horizonMonths);
  return ratesAlone.chancesOf(measure);
}

/** One count with its law. @throws ModelError 'bad-input' for a time past the horizon. */
export function countOf(forecast: Forecast, measure: Measure): CountForecast {
  const { source, ratesAlone } = forecast;
  const count = countForecastOf(source, chancesOf(forecast, measure));
  if (ratesAlone === source) return count;
  return withCohortsAsChance(count, momentsByPoint(ratesAlone, chancesByRates(forecast, measure)).means);
}
