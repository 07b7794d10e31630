import { ModelError } from '../../core/errors.ts';
import type { Belief, Beliefs } from '../beliefs.ts';
import { beliefTable, quantileOf, type BeliefTable } from './belief-table.ts';
import type { Cohorts } from './cohort-effect.ts';
import { dimensionsOf, type Dimension } from './dimensions.ts';
import { isLatticeSize, latticeCoordinates } from './lattice.ts';
import { remembered } from './remembered.ts';

/** The value of every rate at every point; a list holds one value a point. */
export type DrawnRates = {
  readonly points: number;
  /** Drawn from the lattice of so many points, and so the same for the same beliefs. */
  readonly onLattice: boolean;
  readonly dimensions: readonly Dimension[];
  readonly values: ReadonlyMap<string, Float64Array>;
  /** Share of its belief below the value, for each uncertain rate. */
  readonly shares: ReadonlyMap<string, Float64Array>;
  /** What the people of each cohort share; absent where people are independent given the rates. */
  readonly cohorts?: Cohorts | undefined;
};

/** Tables and values already made, by belief; kept by who asks again and again. */
export type DrawnRatesCache = {
  readonly tables: Map<string, BeliefTable | null>;
  readonly values: Map<string, Float64Array>;
  readonly cohorts: Map<string, Cohorts>;
};

export function newDrawnRatesCache(): DrawnRatesCache {
  return { tables: new Map(), values: new Map(), cohorts: new Map() };
}

function keyOf(belief: Belief): string {
  switch (belief.kind) {
    case 'beta':
      return `beta ${belief.a} ${belief.b}`;
    case 'gamma':
      return `gamma ${belief.shape} ${belief.months}`;
    case 'log-normal':
      return `log-normal ${belief.sigma} ${belief.logMedian ?? 0}`;
    case 'fixed':
      return `fixed ${belief.value}`;
  }
}

/** Lists of a few kilobytes each. */
const kept = 2_000;

function tableFor(belief: Belief, cache: DrawnRatesCache): BeliefTable | null {
  const key = belief.kind === 'gamma' ? `gamma ${belief.shape}` : keyOf(belief);
  return remembered(cache.tables, key, () => beliefTable(belief), kept);
}

/** The values of one rate at all the points of the lattice. */
function drawOf({ belief, slot }: Dimension, points: number, cache: DrawnRatesCache): Float64Array {
  const key = `${points} ${slot} ${keyOf(belief)}`;
  const make = (): Float64Array => {
    const table = tableFor(belief, cache);
    if (!isLatticeSize(points)) throw new ModelError('bad-input', 'points are 31, 64 or 127', '/points');
    return latticeCoordinates(points, slot).map((u) => quantileOf(belief, table, u));
  };
  return remembered(cache.values, key, make, kept);
}

/**
 * All rates at the points of the lattice: what is uncertain spread over its belief.
 *
 * @throws ModelError 'bad-input' when there is no lattice of so many points.
 */
export function drawRates(beliefs: Beliefs, points: number, cache: DrawnRatesCache): DrawnRates {
  if (!isLatticeSize(points)) throw new ModelError('bad-input', 'points are 31, 64 or 127', '/points');
  const dimensions = dimensionsOf(beliefs);
  const uncertain = dimensions.filter(({ belief }) => belief.kind !== 'fixed');
  return {
    points,
    onLattice: true,
    dimensions,
    values: new Map(dimensions.map((dimension) => [dimension.id, drawOf(dimension, points, cache)])),
    shares: new Map(uncertain.map(({ id, slot }) => [id, latticeCoordinates(points, slot)])),
  };
}

/**
 * Rates for a tornado: all at their medians (the first point), then each uncertain one at its lower and its upper
 * share with the rest at their medians.
 */
export function oneAtATime(beliefs: Beliefs, shares: readonly [number, number]): DrawnRates {
  const cache = newDrawnRatesCache();
  const dimensions = dimensionsOf(beliefs);
  const uncertain = dimensions.filter(({ belief }) => belief.kind !== 'fixed');
  const points = 1 + 2 * uncertain.length;
  const place = new Map(uncertain.map(({ id }, index) => [id, 1 + 2 * index]));
  const values = dimensions.map(({ id, belief }): [string, Float64Array] => {
    const table = tableFor(belief, cache);
    const list = new Float64Array(points).fill(quantileOf(belief, table, 0.5));
    const at = place.get(id);
    if (at !== undefined)
      shares.forEach((share, side) => (list[at + side] = quantileOf(belief, table, share)));
    return [id, list];
  });
  return { points, onLattice: false, dimensions, values: new Map(values), shares: new Map() };
}
