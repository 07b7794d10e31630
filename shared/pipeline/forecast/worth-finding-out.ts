import { distributionOf } from '../count-distribution.ts';
import type { Person } from '../projection-inputs.ts';
import { binsOf } from './drivers.ts';
import { chancesByRates, evaluateForecast, type Forecast } from './evaluate-forecast.ts';

/** How many more people to start, so as to have so many PIs on a date: costs are in any one unit. */
export type StartsDecision = {
  /** One person more, as the projection takes them. */
  readonly starter: Person;
  readonly mostStarts: number;
  /** PIs in post wanted at the end of month `at` − 1. */
  readonly target: number;
  readonly at: number;
  readonly costOfStart: number;
  readonly costOfMissingPi: number;
};

export type WorthOfRate = {
  readonly id: string;
  /** What knowing the rate would save on average, in starts (EVPPI ÷ the cost of a start). */
  readonly starts: number;
  /** Another number of starts would be best for some values of the rate. */
  readonly couldChange: boolean;
};

export type WorthFindingOut = {
  readonly bestStarts: number;
  /** What knowing every rate would save, in starts (EVPI). */
  readonly everything: number;
  /** The rate most worth knowing first. */
  readonly rates: readonly WorthOfRate[];
};

/** Few, so that the best of each is not the luck of a handful of points. */
const bins = 5;

/** Expected number missing at one point, by the number of starters who are PI by then, 0 to `most`. */
function missingAt(
  forecast: Forecast,
  lanes: Float64Array,
  point: number,
  decision: StartsDecision,
): number[] {
  const { counts, points } = forecast.ratesAlone;
  const { from, pmf } = distributionOf(
    Array.from(counts, (count, kind) => ({ count, probability: lanes[kind * points + point] ?? 0 })),
  );
  return Array.from({ length: decision.mostStarts + 1 }, (_, more) =>
    pmf.reduce((sum, mass, index) => sum + mass * Math.max(0, decision.target - more - from - index), 0),
  );
}

/** Cost at one point by the number of starts: each starter is PI by the date with the same chance. */
function costsAt(missing: readonly number[], chance: number, decision: StartsDecision): number[] {
  const { costOfStart, costOfMissingPi } = decision;
  let expected = [...missing];
  return missing.map((_, starts) => {
    const cost = starts * costOfStart + costOfMissingPi * (expected[0] ?? 0);
    expected = expected
      .slice(0, -1)
      .map((value, more) => value * (1 - chance) + (expected[more + 1] ?? 0) * chance);
    return cost;
  });
}

/** The number of starts with the lowest cost on average over some points, and that cost. */
function cheapest(
  costs: readonly (readonly number[])[],
  points: readonly number[],
): { starts: number; cost: number } {
  let best = { starts: 0, cost: Infinity };
  costs[0]?.forEach((_, starts) => {
    const cost = points.reduce((sum, point) => sum + (costs[point]?.[starts] ?? 0), 0) / points.length;
    if (cost < best.cost) best = { starts, cost };
  });
  return best;
}

/**
 * Which rate, once known, could change how many people to start, and what that is worth (model.md 4.6): the best
 * decision for each fifth of what is believed of the rate against the best for all of it, from the points already
 * there. Estimates, to be shown in whole starts and as "could change your decision: yes or no".
 *
 * @throws ModelError 'bad-input' for a date past the horizon.
 */
export function worthFindingOut(forecast: Forecast, decision: StartsDecision): WorthFindingOut {
  const { inputs, ratesAlone: source, drawn } = forecast;
  const measure = { kind: 'pi', at: decision.at } as const;
  const lanes = chancesByRates(forecast, measure);
  const alone = evaluateForecast({ ...inputs, people: [{ ...decision.starter, count: 1 }] }, source.points);
  const chances = chancesByRates(alone, measure);
  const points = Array.from({ length: source.points }, (_, point) => point);
  const costs = points.map((point) =>
    costsAt(missingAt(forecast, lanes, point, decision), chances[point] ?? 0, decision),
  );
  const best = cheapest(costs, points);
  const saved = (groups: readonly (readonly number[])[]): number =>
    groups.reduce(
      (sum, group) => sum + (group.length * (best.cost - cheapest(costs, group).cost)) / points.length,
      0,
    ) / decision.costOfStart;
  const rates = [...drawn.shares].map(([id, shares]): WorthOfRate => {
    const groups = binsOf(shares, bins);
    const couldChange = groups.some((group) => cheapest(costs, group).starts !== best.starts);
    return { id, starts: Math.max(0, saved(groups)), couldChange };
  });
  return {
    bestStarts: best.starts,
    everything: Math.max(0, saved(points.map((point) => [point]))),
    rates: rates.sort((a, b) => b.starts - a.starts),
  };
}
