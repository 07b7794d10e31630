import { withNationalSpread, type Beliefs } from '../pipeline/beliefs.ts';
import { ratesBesideBeliefs } from '../pipeline/beyond-base.ts';
import type { SharedSpreads } from '../pipeline/calibration/prior-beliefs.ts';
import type { ForecastInputs } from '../pipeline/forecast/forecast-inputs.ts';
import type { Person, ProjectionInputs } from '../pipeline/projection-inputs.ts';

/** Nothing ties people together but the rates they share. */
export const nothingShared: SharedSpreads = { cohort: 0, national: 0 };

/** What is believed of the rates these people meet: of other routes, those that somebody is on. */
export function believedOf(beliefs: Beliefs, people: readonly Person[]): Beliefs {
  const { routes, ...others } = beliefs;
  const used = new Set(people.flatMap((person) => (person.kind === 'route' ? [person.route] : [])));
  const kept = Object.entries(routes ?? {}).filter(([name]) => used.has(name));
  return kept.length === 0 ? others : { ...others, routes: Object.fromEntries(kept) };
}

/** The people of a plan with what is believed of the rates in the place of fixed rates, and what else they share. */
export function forecastPlan(
  inputs: ProjectionInputs,
  beliefs: Beliefs,
  { cohort, national }: SharedSpreads = nothingShared,
): ForecastInputs {
  const { startMonth, horizonMonths, pathway, people, groups } = inputs;
  const known = withNationalSpread(believedOf(beliefs, people), national);
  const plan = { startMonth, horizonMonths, pathway, people, beliefs: known };
  const fixed = { ...plan, fixedRates: ratesBesideBeliefs(groups) };
  return cohort > 0 ? { ...fixed, cohortSpread: cohort } : fixed;
}
