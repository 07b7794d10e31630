import { exp } from '../../core/exp.ts';
import { log } from '../../core/log.ts';
import type { Belief } from '../beliefs.ts';

/**
 * A law on a scale of its own (logit of a chance, log of a rate, standard normal score), where its density has one
 * peak and light tails: at 257 points the chance of a value below, and the density.
 */
export type BeliefTable = {
  readonly from: number;
  readonly step: number;
  readonly below: Float64Array;
  readonly density: Float64Array;
};

const cells = 256;
/** The density at both ends of a table, as a logarithm below its peak: what lies outside is under 1e-10. */
const drop = 24;

/** ln(1 + eᵗ). */
function softPlus(t: number): number {
  return t > 0 ? t + log(1 + exp(-t)) : log(1 + exp(t));
}

/** First point in the direction of `step` where the density, which falls from the peak on, is below the drop. */
function endOf(logDensity: (t: number) => number, peak: number, direction: 1 | -1): number {
  const floor = logDensity(peak) - drop;
  let [near, far] = [0, 0.01];
  while (logDensity(peak + direction * far) > floor) [near, far] = [far, far * 2];
  for (let round = 0; round < 12; round += 1) {
    const middle = (near + far) / 2;
    if (logDensity(peak + direction * middle) > floor) near = middle;
    else far = middle;
  }
  return peak + direction * far;
}

/** Simpson's rule over each cell, and the whole made 1: no constant of the law is needed. */
function tableOf(logDensity: (t: number) => number, peak: number): BeliefTable {
  const from = endOf(logDensity, peak, -1);
  const step = (endOf(logDensity, peak, 1) - from) / cells;
  const top = logDensity(peak);
  const at = (index: number): number => exp(logDensity(from + index * step) - top);
  const density = Float64Array.from({ length: cells + 1 }, (_, index) => at(index));
  const below = new Float64Array(cells + 1);
  for (let cell = 0; cell < cells; cell += 1) {
    const ends = (density[cell] ?? 0) + (density[cell + 1] ?? 0);
    below[cell + 1] = (below[cell] ?? 0) + ((ends + 4 * at(cell + 0.5)) * step) / 6;
  }
  const total = below[cells] ?? 1;
  return {
    from,
    step,
    below: below.map((mass) => mass / total),
    density: density.map((height) => height / total),
  };
}

/** The standard normal law, scaled by sigma when it is read: one table for all log-normal beliefs. */
const normalTable = tableOf((z) => (-z * z) / 2, 0);

/** `null` for a value taken as certain. */
export function beliefTable(belief: Belief): BeliefTable | null {
  switch (belief.kind) {
    case 'beta': {
      const { a, b } = belief;
      return tableOf((t) => a * t - (a + b) * softPlus(t), log(a / b));
    }
    case 'gamma': {
      const { shape } = belief;
      return tableOf((t) => shape * t - exp(t), log(shape));
    }
    case 'log-normal':
      return normalTable;
    case 'fixed':
      return null;
  }
}

/** Where in a cell the cubic through both ends, with their slopes, reaches `wanted`: Newton's steps kept inside. */
function withinCell(table: BeliefTable, cell: number, wanted: number): number {
  const { step, below, density } = table;
  const [low, high] = [below[cell] ?? 0, below[cell + 1] ?? 1];
  const [slope, slope2] = [(density[cell] ?? 0) * step, (density[cell + 1] ?? 0) * step];
  const rise = high - low;
  const square = 3 * rise - 2 * slope - slope2;
  const cube = slope + slope2 - 2 * rise;
  let [left, right] = [0, 1];
  let x = rise > 0 ? (wanted - low) / rise : 0.5;
  for (let round = 0; round < 40; round += 1) {
    const gap = low - wanted + x * (slope + x * (square + x * cube));
    if (gap > 0) right = x;
    else left = x;
    const newton = x - gap / (slope + x * (2 * square + 3 * x * cube));
    const next = newton > left && newton < right ? newton : (left + right) / 2;
    if (Math.abs(next - x) < 1e-15) return next;
    x = next;
  }
  return x;
}

/** The point below which the share `u` of the law lies. */
function scoreAt(table: BeliefTable, u: number): number {
  let low = 0;
  let high = cells;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((table.below[middle] ?? 0) <= u) low = middle;
    else high = middle;
  }
  return table.from + (low + withinCell(table, low, u)) * table.step;
}

/** The quantile of a belief at `u` in [0, 1], from its table: a chance, a rate a month, a ratio. */
export function quantileOf(belief: Belief, table: BeliefTable | null, u: number): number {
  if (belief.kind === 'fixed' || table === null) return belief.kind === 'fixed' ? belief.value : NaN;
  const score = scoreAt(table, u);
  switch (belief.kind) {
    case 'beta':
      return 1 / (1 + exp(-score));
    case 'gamma':
      return exp(score) / belief.months;
    case 'log-normal':
      return exp((belief.logMedian ?? 0) + belief.sigma * score);
  }
}
