import { spreadOf } from './count-forecast.ts';
import { momentsByPoint } from './mixture-law.ts';
import { oneAtATime } from './drawn-rates.ts';
import { chancesByRates, newForecastCaches, sourceOf, type Forecast } from './evaluate-forecast.ts';
import type { ForecastInputs, Measure } from './forecast-inputs.ts';

/** One uncertain rate: its range, what the expected count would be at both ends, and its share of the spread. */
export type Driver = {
  /** Name of the rate: 'pi-role-loss', 'pi-from-coi-2', 'leave:Medical and Dental'. */
  readonly id: string;
  /** 10% and 90% points of what is known of the rate. */
  readonly low: number;
  readonly high: number;
  /** Expected count with the rate there and all others at their medians. */
  readonly atLow: number;
  readonly atHigh: number;
};

export type Drivers = {
  /** Expected count with every rate at its median. */
  readonly atMedians: number;
  /** The widest swing first. */
  readonly drivers: readonly Driver[];
};

/** Tornado of a measure: each uncertain rate moved alone from its 10% to its 90% point (model.md 4.5). */
export function driversOf(inputs: ForecastInputs, measure: Measure): Drivers {
  const drawn = oneAtATime(inputs.beliefs, [0.1, 0.9]);
  const source = sourceOf(inputs, drawn, newForecastCaches());
  const { means } = momentsByPoint(source, source.chancesOf(measure));
  const uncertain = drawn.dimensions.filter(({ belief }) => belief.kind !== 'fixed');
  const drivers = uncertain.map(({ id }, index): Driver => {
    const at = 1 + 2 * index;
    const values = drawn.values.get(id);
    const [low, high] = [values?.[at] ?? NaN, values?.[at + 1] ?? NaN];
    return { id, low, high, atLow: means[at] ?? 0, atHigh: means[at + 1] ?? 0 };
  });
  const swing = ({ atLow, atHigh }: Driver): number => Math.abs(atHigh - atLow);
  return { atMedians: means[0] ?? 0, drivers: drivers.sort((a, b) => swing(b) - swing(a)) };
}

/** Points by rising share of a rate's belief, cut into runs as equal as can be. */
export function binsOf(shares: Float64Array, bins: number): number[][] {
  const order = [...shares.keys()].sort((a, b) => (shares[a] ?? 0) - (shares[b] ?? 0));
  return Array.from({ length: bins }, (_, bin) =>
    order.slice(Math.floor((bin * order.length) / bins), Math.floor(((bin + 1) * order.length) / bins)),
  );
}

/** Between-bin spread of the means, less what the spread within the bins would give by itself. */
function explained(values: Float64Array, bins: readonly (readonly number[])[]): number {
  const lists = bins.map((bin) => Float64Array.from(bin, (point) => values[point] ?? 0));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const parts = lists.map((list) => {
    const own = list.reduce((sum, value) => sum + value, 0) / list.length;
    const noise = list.length > 1 ? spreadOf(list) / (list.length - 1) : 0;
    return (list.length * ((own - mean) * (own - mean) - noise)) / values.length;
  });
  return Math.max(
    0,
    parts.reduce((sum, part) => sum + part, 0),
  );
}

export type FirstOrderShare = { readonly id: string; readonly share: number };

/**
 * Share of the spread of the expected count that each uncertain rate alone accounts for, from the points already
 * there (model.md 4.5); the largest first. Estimates: with 127 points good to a few hundredths.
 */
export function firstOrderShares(forecast: Forecast, measure: Measure): FirstOrderShare[] {
  const { ratesAlone: source, drawn } = forecast;
  const { means } = momentsByPoint(source, chancesByRates(forecast, measure));
  const whole = spreadOf(means);
  const bins = Math.max(2, Math.round(Math.sqrt(source.points) * 0.7));
  const shares = [...drawn.shares].map(([id, coordinates]) => ({
    id,
    share: whole > 0 ? Math.min(1, explained(means, binsOf(coordinates, bins)) / whole) : 0,
  }));
  return shares.sort((a, b) => b.share - a.share);
}
