import type { Beliefs } from '../pipeline/beliefs.ts';
import { ratesBesideBeliefs } from '../pipeline/beyond-base.ts';
import type { ForecastInputs } from '../pipeline/forecast/forecast-inputs.ts';
import type { ProjectionInputs } from '../pipeline/projection-inputs.ts';

/** The people of a plan with what is believed of the rates in the place of fixed rates. */
export function forecastPlan(inputs: ProjectionInputs, beliefs: Beliefs): ForecastInputs {
  const { startMonth, horizonMonths, pathway, people, groups } = inputs;
  return { startMonth, horizonMonths, pathway, people, beliefs, fixedRates: ratesBesideBeliefs(groups) };
}
