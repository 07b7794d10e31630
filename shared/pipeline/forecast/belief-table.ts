import { exp } from '../../core/exp.ts';
import { log } from '../../core/log.ts';
import type { Belief } from '../beliefs.ts';
import { onceOnly } from './remembered.ts';

/**
 * A law on a scale of its own (logit of a chance, log of a rate, standard normal score), where its density has one
 * peak and light tails: at 129 points or more the chance of a value below, the density, and the density's slope.
 */
export type BeliefTable = {
  readonly from: number;
  readonly step: number;
  readonly below: Float64Array;
  readonly density: Float64Array;
  readonly slope: Float64Array;
};

/** Cells of a table, and the widest one: a law with a long tail has more of them, so that its bend is followed. */
const [fewestCells, widestCell] = [128, 0.5];
/** Beyond it a chance is 0 or 1 and a rate 0, to the digits of a double. */
const farthest = 40;
/** The density at both ends of a table, as a logarithm below its peak, unless `farthest` comes first. */
const drop = 24;

type Uncertain = Exclude<Belief, { readonly kind: 'fixed' }>;

/** The logarithm of the density on its own scale, but for a constant, where eᵗ is `power`. */
function logDensity(belief: Uncertain, t: number, power: number): number {
  switch (belief.kind) {
    case 'beta': {
      const softPlus = t > 0 ? t + log(1 + 1 / power) : log(1 + power);
      return belief.a * t - (belief.a + belief.b) * softPlus;
    }
    case 'gamma':
      return belief.shape * t - power;
    case 'log-normal':
      return (-t * t) / 2;
  }
}

/** The slope of the logarithm, and the slope of that. */
function slopesOf(belief: Uncertain, t: number, power: number): readonly [number, number] {
  switch (belief.kind) {
    case 'beta': {
      const all = belief.a + belief.b;
      const share = power / (1 + power);
      return [belief.a - all * share, -all * share * (1 - share)];
    }
    case 'gamma':
      return [belief.shape - power, -power];
    case 'log-normal':
      return [-t, -1];
  }
}

function peakOf(belief: Uncertain): number {
  switch (belief.kind) {
    case 'beta':
      return log(belief.a / belief.b);
    case 'gamma':
      return log(belief.shape);
    case 'log-normal':
      return 0;
  }
}

/** First point in the direction where the density, which falls from the peak on, is below the drop, or far enough. */
function endOf(belief: Uncertain, peak: number, direction: 1 | -1): number {
  const at = (far: number): number => {
    const t = peak + direction * far;
    return logDensity(belief, t, exp(t));
  };
  const floor = at(0) - drop;
  const [, bend] = slopesOf(belief, peak, exp(peak));
  // Of a normal law it would be seven deviations.
  let [near, far] = [0, 4 / Math.sqrt(-bend)];
  while (at(far) > floor) [near, far] = [far, far * 2];
  for (let round = 0; round < 3; round += 1) {
    const middle = (near + far) / 2;
    if (at(middle) > floor) near = middle;
    else far = middle;
  }
  return Math.max(-farthest, Math.min(farthest, peak + direction * far));
}

/**
 * The mass of a cell is that of the polynomial that has height, slope and bend of the density at both ends, right to
 * the sixth power of the step; past the ends the density falls as it does there. The whole is made 1, so that no
 * constant of the law is needed.
 */
function tableOf(belief: Uncertain): BeliefTable {
  const peak = peakOf(belief);
  const from = endOf(belief, peak, -1);
  const range = endOf(belief, peak, 1) - from;
  const cells = Math.max(fewestCells, Math.ceil(range / widestCell));
  const step = range / cells;
  const top = logDensity(belief, peak, exp(peak));
  const [below, density, slope] = [1, 2, 3].map(() => new Float64Array(cells + 1)) as Lists;
  const ratio = exp(step);
  let power = exp(from);
  let bendBefore = 0;
  for (let index = 0; index <= cells; index += 1) {
    const t = from + index * step;
    const height = exp(logDensity(belief, t, power) - top);
    const [first, second] = slopesOf(belief, t, power);
    const bend = height * (first * first + second);
    density[index] = height;
    slope[index] = height * first;
    if (index === 0) below[index] = height / Math.abs(first);
    else {
      const heights = (density[index - 1] ?? 0) + height;
      const slopes = (slope[index - 1] ?? 0) - height * first;
      const mass = step * (heights / 2 + step * (slopes / 10 + (step * (bendBefore + bend)) / 120));
      below[index] = (below[index - 1] ?? 0) + mass;
    }
    bendBefore = bend;
    power *= ratio;
  }
  const total = (below[cells] ?? 1) + Math.abs((density[cells] ?? 0) ** 2 / (slope[cells] ?? 1));
  for (const list of [below, density, slope]) {
    for (let index = 0; index <= cells; index += 1) list[index] = (list[index] ?? 0) / total;
  }
  return { from, step, below, density, slope };
}

type Lists = [Float64Array, Float64Array, Float64Array];

/** The standard normal law, scaled by sigma when it is read: one table for all log-normal beliefs. */
const normalTable = onceOnly(() => tableOf({ kind: 'log-normal', sigma: 1 }));

/** `null` for a value taken as certain. */
export function beliefTable(belief: Belief): BeliefTable | null {
  if (belief.kind === 'fixed') return null;
  return belief.kind === 'log-normal' ? normalTable() : tableOf(belief);
}

/**
 * Where in a cell the polynomial of the fifth power that has the chance below, the density and its slope of both ends
 * reaches `wanted`: Newton's steps kept inside.
 */
function withinCell(table: BeliefTable, cell: number, wanted: number): number {
  const { step, below, density, slope } = table;
  const low = below[cell] ?? 0;
  const rise = (below[cell + 1] ?? 1) - low;
  const [d0, d1] = [(density[cell] ?? 0) * step, (density[cell + 1] ?? 0) * step];
  const [s0, s1] = [(slope[cell] ?? 0) * step * step, (slope[cell + 1] ?? 0) * step * step];
  const third = 10 * rise - 6 * d0 - 4 * d1 - 1.5 * s0 + 0.5 * s1;
  const fourth = -15 * rise + 8 * d0 + 7 * d1 + 1.5 * s0 - s1;
  const fifth = 6 * rise - 3 * d0 - 3 * d1 - 0.5 * s0 + 0.5 * s1;
  let left = 0;
  let right = 1;
  let x = rise > 0 ? (wanted - low) / rise : 0.5;
  for (let round = 0; round < 40; round += 1) {
    const gap = low - wanted + x * (d0 + x * (s0 / 2 + x * (third + x * (fourth + x * fifth))));
    if (gap > 0) right = x;
    else left = x;
    const rate = d0 + x * (s0 + x * (3 * third + x * (4 * fourth + x * 5 * fifth)));
    const newton = x - gap / rate;
    const next = newton > left && newton < right ? newton : (left + right) / 2;
    // Newton's next step would change it by the square of this one.
    if (Math.abs(next - x) < 1e-9) return next;
    x = next;
  }
  return x;
}

/** The point below which the share `u` of the law lies. */
function scoreAt(table: BeliefTable, u: number): number {
  let low = 0;
  let high = table.below.length - 1;
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
