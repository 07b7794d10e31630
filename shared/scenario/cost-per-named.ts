import { ModelError } from '../core/errors.ts';
import { countForecastOf, type CountForecast } from '../pipeline/forecast/count-forecast.ts';
import { evaluateForecast, chancesOf, type Forecast } from '../pipeline/forecast/evaluate-forecast.ts';
import type { ForecastInputs } from '../pipeline/forecast/forecast-inputs.ts';
import type { Person } from '../pipeline/projection-inputs.ts';

/**
 * What a cohort costs, in pence: one whole stage of one person, and what was spent on its people up to now. The fee of a
 * stage under way is spent; its cover still falls for the part of the stage that is left.
 */
export type CohortCost = {
  readonly stageFeesPence: number;
  readonly stageCoverPence: number;
  readonly spentPence: number;
};

/** A cost per person named for the first time, in pence; `null` at a share of the ways it can go in which nobody is. */
export type CostPerNamed = {
  readonly people: number;
  /** Expected cost of all stages, and expected people named, in any role, by the end of the window. */
  readonly expectedCostPence: number;
  readonly named: Pick<CountForecast, 'mean' | 'p10' | 'p50' | 'p90'>;
  /** Expected cost ÷ expected people. */
  readonly perPersonPence: number | null;
  /** From the joint distribution: in how many of 10 ways it is no dearer. */
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly chanceOfNobody: number;
};

type Cohort = Extract<Person, { readonly kind: 'planned' | 'studying' | 'interrupted' }>;

function isInCohort(person: Person): person is Cohort {
  const learning = person.kind === 'planned' || person.kind === 'studying' || person.kind === 'interrupted';
  return learning && person.role === undefined;
}

/** Months of study of a stage. */
const studyMonths = 10;

/** Value of a rate at a point of the forecast. */
function valueAt({ drawn }: Forecast, id: string, point: number): number {
  const value = drawn.values.get(id)?.[point];
  if (value === undefined) throw new ModelError('bad-input', `no rate ${id} in this forecast`, '/beliefs');
  return value;
}

/** The chance to pass a stage, an interruption and a return counted once, at a point. */
function passes(forecast: Forecast, stage: number, point: number): number {
  const withdraw = valueAt(forecast, `withdraw-${stage}`, point);
  const interrupt = (1 - withdraw) * valueAt(forecast, `interrupt-${stage}`, point);
  const complete = 1 - withdraw - interrupt;
  return complete + interrupt * valueAt(forecast, 'return', point) * complete;
}

/** The chance to be on the present stage at all: a planned start, or a return. */
function onStage(person: Cohort, forecast: Forecast, point: number): number {
  if (person.kind === 'planned') return person.uptake;
  return person.kind === 'studying' ? 1 : valueAt(forecast, 'return', point);
}

/** What is still to be paid for the present stage by somebody who is on it. */
function presentPence(person: Cohort, { stageFeesPence, stageCoverPence }: CohortCost): number {
  if (person.kind === 'planned') return stageFeesPence + stageCoverPence;
  return (stageCoverPence * Math.max(0, studyMonths - person.elapsed)) / studyMonths;
}

/** Expected pence of one person from now on at a point: the present stage, and each next one if passed and gone on. */
function costAhead(person: Cohort, cost: CohortCost, forecast: Forecast, point: number): number {
  const stay = 1 - valueAt(forecast, `leave:${person.group}`, point);
  let chance = onStage(person, forecast, point);
  let sum = chance * presentPence(person, cost);
  for (let stage: number = person.stage; stage < 3; stage += 1) {
    chance *= passes(forecast, stage, point) * stay * valueAt(forecast, `go-on-${stage}`, point);
    sum += chance * (cost.stageFeesPence + cost.stageCoverPence);
  }
  return sum;
}

/** Mass of each count at one point: people are named or not, each on their own. */
function countLaw(chances: readonly number[]): number[] {
  let mass = [1];
  for (const chance of chances) {
    const next = [...mass.map((one) => one * (1 - chance)), 0];
    mass.forEach((one, count) => (next[count + 1] = (next[count + 1] ?? 0) + one * chance));
    mass = next;
  }
  return mass;
}

type Way = { readonly costPence: number; readonly share: number };

/** Every way it can go, dearest last; nobody named is dearer than any price. */
function waysOf(forecast: Forecast, lanes: Float64Array, costs: readonly number[]): Way[] {
  const { counts, points } = forecast.source;
  const ways = costs.flatMap((cost, point) => {
    const chances = [...counts].flatMap((count, kind) =>
      Array<number>(count).fill(lanes[kind * points + point] ?? 0),
    );
    return countLaw(chances).map((mass, count) => ({
      costPence: count === 0 ? Infinity : cost / count,
      share: mass / points,
    }));
  });
  return ways.sort((a, b) => a.costPence - b.costPence);
}

function quantile(ways: readonly Way[], share: number): number | null {
  let sum = 0;
  for (const way of ways) {
    sum += way.share;
    if (sum >= share - 1e-12) return Number.isFinite(way.costPence) ? Math.round(way.costPence) : null;
  }
  return null;
}

/**
 * Cost per person named for the first time, in any role, by the end of month `months` − 1: the people on a course or
 * planned now who hold no role, all their stages' expected cost and what was spent on them before, over those of the
 * same people who are named by then. It is not what the programme caused: some would be named without it.
 *
 * The range is of the two together: at each point of the forecast the cost and the law of the count rest on the same
 * rates, so that a year in which many go on is dear and names many. `null` when the cohort is empty.
 *
 * @throws ModelError 'bad-input' for months past the horizon.
 */
export function costPerNamed(
  inputs: ForecastInputs,
  cost: CohortCost,
  months: number,
  points: number,
): CostPerNamed | null {
  const cohort = inputs.people.filter(isInCohort);
  if (cohort.length === 0) return null;
  const forecast = evaluateForecast({ ...inputs, people: cohort }, points);
  const lanes = chancesOf(forecast, { kind: 'gain', gain: 'investigator', window: [0, months] });
  const costs = Array.from({ length: points }, (_, point) =>
    cohort.reduce(
      (sum, person) => sum + person.count * costAhead(person, cost, forecast, point),
      cost.spentPence,
    ),
  );
  const named = countForecastOf(forecast.source, lanes);
  const expected = costs.reduce((sum, one) => sum + one, 0) / points;
  const ways = waysOf(forecast, lanes, costs);
  return {
    people: cohort.reduce((sum, { count }) => sum + count, 0),
    expectedCostPence: Math.round(expected),
    named: { mean: named.mean, p10: named.p10, p50: named.p50, p90: named.p90 },
    perPersonPence: named.mean > 0 ? Math.round(expected / named.mean) : null,
    p10: quantile(ways, 0.1),
    p50: quantile(ways, 0.5),
    p90: quantile(ways, 0.9),
    chanceOfNobody: ways.reduce((sum, { costPence, share }) => sum + (costPence === Infinity ? share : 0), 0),
  };
}
