import type { DrawnRates } from './drawn-rates.ts';

/** The rates at some of the points alone. */
export function drawnAt(drawn: DrawnRates, points: readonly number[]): DrawnRates {
  const pick = (list: Float64Array): Float64Array => Float64Array.from(points, (point) => list[point] ?? NaN);
  return {
    points: points.length,
    onLattice: false,
    dimensions: drawn.dimensions,
    values: new Map([...drawn.values].map(([id, list]) => [id, pick(list)])),
    shares: new Map([...drawn.shares].map(([id, list]) => [id, pick(list)])),
    ...(drawn.cohorts === undefined
      ? {}
      : {
          cohorts: new Map(
            [...drawn.cohorts].map(([key, { mean, drawn: own }]) => [
              key,
              { mean: pick(mean), drawn: pick(own) },
            ]),
          ),
        }),
  };
}
