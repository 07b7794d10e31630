import type { ChanceSource } from '../pipeline/forecast/chance-source.ts';
import {
  evaluateForecast,
  newForecastCaches,
  type Forecast,
  type ForecastCaches,
} from '../pipeline/forecast/evaluate-forecast.ts';
import { meansOf } from '../pipeline/forecast/forecast-change.ts';
import type { ForecastInputs, Measure } from '../pipeline/forecast/forecast-inputs.ts';
import type { LatticeSize } from '../pipeline/forecast/lattice.ts';
import { personKinds } from '../pipeline/forecast/person-kinds.ts';
import type { Person } from '../pipeline/projection-inputs.ts';

/** What may be kept from one step of a lever to the next; it changes how long an answer takes and no byte of it. */
export type LeverCaches = {
  readonly forecast: ForecastCaches;
  /** Chances of those whom only the monthly engine follows, by all that decides them. */
  readonly slow: Map<string, Pick<Forecast, 'source' | 'ratesAlone'>>;
  /** Expected counts of the plan, which stays the same while a lever moves. */
  readonly plan: Map<string, readonly Float64Array[]>;
};

export function newLeverCaches(): LeverCaches {
  return { forecast: newForecastCaches(), slow: new Map(), plan: new Map() };
}

/** More than a person goes back and forth between; then the oldest goes. */
const mostKept = 8;

/** People on other routes and on rotation, whom only the month-by-month engine follows, apart from all others. */
function byPace(inputs: ForecastInputs): { readonly quick: Person[]; readonly slow: Person[] } {
  const isSlow = (person: Person): boolean => personKinds({ ...inputs, people: [person] }).monthly.length > 0;
  const slow = inputs.people.filter(isSlow);
  const known = new Set(slow);
  return { quick: inputs.people.filter((person) => !known.has(person)), slow };
}

/** Every question is answered once. */
function answeredOnce(source: ChanceSource): ChanceSource {
  const answers = new Map<string, Float64Array>();
  return {
    ...source,
    chancesOf: (measure) => {
      const key = JSON.stringify(measure);
      const known = answers.get(key) ?? source.chancesOf(measure);
      answers.set(key, known);
      return known;
    },
  };
}

function kept<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  const [oldest] = cache.keys();
  if (cache.size >= mostKept && oldest !== undefined) cache.delete(oldest);
  cache.set(key, made);
  return made;
}

/** Chances with what cohorts draw, and as the rates alone decide them: one source where nothing is shared. */
type Sources = Pick<Forecast, 'source' | 'ratesAlone'>;

function slowSources(
  inputs: ForecastInputs,
  points: LatticeSize,
  caches: LeverCaches,
  everybody: readonly Person[],
): Sources {
  const cohorts = (inputs.cohortSpread ?? 0) > 0 ? everybody : null;
  return kept(caches.slow, JSON.stringify([points, inputs, cohorts]), () => {
    const made = evaluateForecast(inputs, points, caches.forecast, everybody);
    const ratesAlone = answeredOnce(made.ratesAlone);
    return { ratesAlone, source: made.source === made.ratesAlone ? ratesAlone : answeredOnce(made.source) };
  });
}

function joined(first: ChanceSource, second: ChanceSource): ChanceSource {
  const split = first.counts.length;
  const counts = new Int32Array(split + second.counts.length);
  counts.set(first.counts);
  counts.set(second.counts, split);
  return {
    points: first.points,
    counts,
    chancesOf: (measure) => {
      const lanes = new Float64Array(counts.length * first.points);
      lanes.set(first.chancesOf(measure));
      lanes.set(second.chancesOf(measure), split * first.points);
      return lanes;
    },
  };
}

/**
 * The forecast of a plan as `evaluateForecast` gives it, byte for byte. With `slowAs`, people on other routes and on
 * rotation stand as in that plan instead: while a lever is dragged there is no time to follow them month by month.
 */
export function leverForecast(
  inputs: ForecastInputs,
  points: LatticeSize,
  caches: LeverCaches,
  slowAs: ForecastInputs = inputs,
): Forecast {
  const { quick, slow } = byPace(inputs);
  const forecast = evaluateForecast({ ...inputs, people: quick }, points, caches.forecast, inputs.people);
  if (slow.length === 0) return { ...forecast, inputs };
  const slowPeople = slowAs === inputs ? slow : byPace(slowAs).slow;
  const others = slowSources({ ...slowAs, people: slowPeople }, points, caches, slowAs.people);
  const source = joined(forecast.source, others.source);
  const apart = forecast.source !== forecast.ratesAlone || others.source !== others.ratesAlone;
  const ratesAlone = apart ? joined(forecast.ratesAlone, others.ratesAlone) : source;
  return { ...forecast, inputs, source, ratesAlone };
}

/** The expected counts of a plan at every point, in the order of the measures. */
export function planMeans(
  plan: ForecastInputs,
  points: LatticeSize,
  measures: readonly Measure[],
  caches: LeverCaches,
): readonly Float64Array[] {
  return kept(caches.plan, JSON.stringify([points, plan, measures]), () => {
    const forecast = leverForecast(plan, points, caches);
    return measures.map((measure) => meansOf(forecast, measure));
  });
}
