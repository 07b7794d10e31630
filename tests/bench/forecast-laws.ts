import type { CountDistribution } from '../../shared/pipeline/count-distribution.ts';
import {
  countOf,
  evaluateForecast,
  type ForecastCaches,
} from '../../shared/pipeline/forecast/evaluate-forecast.ts';
import type { ForecastInputs, Measure } from '../../shared/pipeline/forecast/forecast-inputs.ts';
import { yearWindows } from '../../shared/pipeline/project-years.ts';
import type { Window } from '../../shared/pipeline/projection-chances.ts';

export function yearsOf({ startMonth, horizonMonths }: ForecastInputs): Window[] {
  return yearWindows(startMonth, horizonMonths, 'financial');
}

/** Yearly Co-I and PI gains, cumulative PI gains and PI stock: the laws of model.md section 3. */
export function measuresOf(inputs: ForecastInputs): Measure[] {
  const years = yearsOf(inputs);
  return [
    ...years.map((window): Measure => ({ kind: 'gain', gain: 'coi', window })),
    ...years.map((window): Measure => ({ kind: 'gain', gain: 'pi', window })),
    ...years.map(([, to]): Measure => ({ kind: 'gain', gain: 'pi', window: [0, to] })),
    ...years.map(([, to]): Measure => ({ kind: 'pi', at: to })),
  ];
}

export function forecastLaws(
  inputs: ForecastInputs,
  points: number,
  caches?: ForecastCaches,
): CountDistribution[] {
  const forecast = evaluateForecast(inputs, points, caches);
  return measuresOf(inputs).map((measure) => countOf(forecast, measure));
}
