import type { Profile, Projection } from '../evaluate-projection.ts';
import { evaluateProjection } from '../evaluate-projection.ts';
import { attemptAtHand } from '../study-outlook.ts';
import { cohortKey, completingInCohort } from './cohort-effect.ts';
import {
  gainChances,
  piChances,
  piLossChances,
  piReturnChances,
  qualifiedChances,
} from '../projection-chances.ts';
import type { Chance } from '../count-distribution.ts';
import type { GroupRates, Person } from '../projection-inputs.ts';
import type { ChanceSource } from './chance-source.ts';
import type { DrawnRates } from './drawn-rates.ts';
import type { ForecastInputs, Measure } from './forecast-inputs.ts';
import { groupRatesFrom } from './rates-from-values.ts';

/** The rates of every group at one point. */
export function groupsAt(
  { beliefs, fixedRates }: ForecastInputs,
  drawn: DrawnRates,
  point: number,
): Readonly<Record<string, GroupRates>> {
  const valueOf = (id: string): number => drawn.values.get(id)?.[point] ?? NaN;
  return Object.fromEntries(
    Object.keys(beliefs.groups).map((group) => {
      const [fixed, believed] = [fixedRates?.[group], groupRatesFrom(group, beliefs, valueOf)];
      // Of routes some may be believed and some fixed.
      const routes = believed.routes && { ...fixed?.routes, ...believed.routes };
      return [group, { ...fixed, ...believed, ...(routes === undefined ? {} : { routes }) }];
    }),
  );
}

/** Somebody who is PI when the projection starts is one for certain at 0. */
function wasPi({ series }: Profile): boolean {
  return (series.pi[0] ?? 0) > 0;
}

/** Each kind of person's chance at one point, by the exact monthly engine. */
function chancesAt(projection: Projection, measure: Measure): readonly Chance[] {
  switch (measure.kind) {
    case 'gain':
      return gainChances(projection, measure.gain, measure.window);
    case 'pi-lost':
      return piLossChances(projection, measure.window);
    case 'pi-returned':
      return piReturnChances(projection, measure.window);
    case 'pi':
      return piChances(projection, measure.at);
    case 'existing-pi':
      return piChances(projection, measure.at).map(({ count, probability }, kind) => {
        const profile = projection.profiles[kind];
        return { count, probability: profile !== undefined && wasPi(profile) ? probability : 0 };
      });
    case 'qualified':
      return qualifiedChances(projection, measure.at, measure.held);
  }
}

/** The chance to complete the attempt at hand as the cohort draws it at a point; nothing where it shares nothing. */
function completingAt(
  { cohorts }: DrawnRates,
  point: number,
  person: Person,
  { pathway, horizonMonths }: ForecastInputs,
  rates: GroupRates | undefined,
): number | undefined {
  if (cohorts === undefined || rates === undefined) return undefined;
  const hand = attemptAtHand(person, { rates, pathway, horizonMonths });
  const cohort = hand === null ? undefined : cohorts.get(cohortKey(hand.of, hand.award));
  if (hand === null || cohort === undefined) return undefined;
  const own = hand.attempt.complete;
  const drawn = completingInCohort(own, cohort, point);
  return drawn === own ? undefined : drawn;
}

/**
 * Chances by running the exact monthly engine at every point for every person given: right for every kind of person,
 * and slow. It is the oracle of the sampled kernels, and stands in for them where they cannot go.
 */
export function monthlySource(
  inputs: ForecastInputs,
  drawn: DrawnRates,
  people: readonly Person[] = inputs.people,
): ChanceSource {
  const { startMonth, horizonMonths, pathway } = inputs;
  const counts = Int32Array.from(people, ({ count }) => count);
  const projections = Array.from({ length: drawn.points }, (_, point) => {
    const groups = groupsAt(inputs, drawn, point);
    return people.map((person) =>
      evaluateProjection(
        { startMonth, horizonMonths, pathway, people: [person], groups },
        completingAt(drawn, point, person, inputs, groups[person.group]),
      ),
    );
  });
  return {
    points: drawn.points,
    counts,
    chancesOf: (measure) => {
      const lanes = new Float64Array(counts.length * drawn.points);
      projections.forEach((list, point) => {
        list.forEach((projection, kind) => {
          lanes[kind * drawn.points + point] = chancesAt(projection, measure)[0]?.probability ?? 0;
        });
      });
      return lanes;
    },
  };
}
