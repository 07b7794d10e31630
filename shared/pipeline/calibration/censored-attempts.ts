import { exp } from '../../core/exp.ts';
import { log } from '../../core/log.ts';
import type { BetaBelief } from './conjugate.ts';

/** Somebody who had done this share of the study months without stopping, and how much they count for. */
export type Censored = { readonly done: number; readonly weight: number };

/** What is believed of withdrawing, and of interrupting among those who do not withdraw. */
export type AttemptBeliefs = { readonly withdraw: BetaBelief; readonly interrupt: BetaBelief };

/** Cells a side: with priors worth some ten people the mean is right to 1e-5. */
const points = 64;
/** Standard deviations each side that the lattice spans. */
const reach = 8;

type Axis = { readonly at: readonly number[]; readonly logDensity: readonly number[] };

export type Moments = { readonly mean: number; readonly variance: number };

export function betaMoments({ a, b }: BetaBelief): Moments {
  const mean = a / (a + b);
  return { mean, variance: (mean * (1 - mean)) / (a + b + 1) };
}

/** The beta of a mean and a variance; what it is worth falls out. */
export function betaOfMoments(mean: number, variance: number): BetaBelief {
  const worth = (mean * (1 - mean)) / variance - 1;
  return { kind: 'beta', a: mean * worth, b: (1 - mean) * worth };
}

/**
 * Middles of equal cells over where the belief has its mass. Where that begins at 0 the cells are equal in the square
 * root: the density may rise steeply there.
 */
function axisOf(belief: BetaBelief): Axis {
  const { mean, variance } = betaMoments(belief);
  const spread = reach * Math.sqrt(variance);
  const [low, high] = [Math.max(0, mean - spread), Math.min(1, mean + spread)];
  const cells = Array.from({ length: points }, (_, index) => (index + 0.5) / points);
  const fromZero = low === 0;
  const at = cells.map((u) => (fromZero ? high * u * u : low + u * (high - low)));
  const logDensity = at.map((x, index) => {
    const stretch = fromZero ? log(cells[index] ?? 1) : 0;
    return (belief.a - 1) * log(x) + (belief.b - 1) * log(1 - x) + stretch;
  });
  return { at, logDensity };
}

/** Σ weight × log(1 − stop × done), people alike taken together. */
function logLikelihood(censored: readonly Censored[]): (stop: number) => number {
  const byDone = new Map<number, number>();
  for (const { done, weight } of censored) byDone.set(done, (byDone.get(done) ?? 0) + weight);
  const alike = [...byDone].filter(([done]) => done > 0).sort(([a], [b]) => a - b);
  return (stop) => alike.reduce((sum, [done, weight]) => sum + weight * log(1 - stop * done), 0);
}

/** Mean and variance of each coordinate under the weights of a lattice; rows are withdraw, columns interrupt. */
function momentsOn(
  rows: Axis,
  columns: Axis,
  weightAt: (row: number, column: number) => number,
): { readonly withdraw: Moments; readonly interrupt: Moments } {
  let [total, w1, w2, i1, i2] = [0, 0, 0, 0, 0];
  rows.at.forEach((w, row) => {
    columns.at.forEach((i, column) => {
      const weight = weightAt(row, column);
      total += weight;
      w1 += weight * w;
      w2 += weight * w * w;
      i1 += weight * i;
      i2 += weight * i * i;
    });
  });
  const [withdraw, interrupt] = [w1 / total, i1 / total];
  return {
    withdraw: { mean: withdraw, variance: w2 / total - withdraw * withdraw },
    interrupt: { mean: interrupt, variance: i2 / total - interrupt * interrupt },
  };
}

/**
 * Beliefs about an attempt given people of whom it is only known that they had not stopped by some point of the stage.
 * Stops are spread evenly over the study months, so that each has the likelihood 1 − (i + w) × share done (model.md
 * 4.1), with i + w = w + (1 − w) × interrupt. On a lattice over both; what comes out is the betas of the same means
 * and variances.
 */
export function withCensored(beliefs: AttemptBeliefs, censored: readonly Censored[]): AttemptBeliefs {
  const likelihood = logLikelihood(censored);
  const [rows, columns] = [axisOf(beliefs.withdraw), axisOf(beliefs.interrupt)];
  const heights = rows.at.map((w, row) =>
    columns.at.map(
      (i, column) =>
        (rows.logDensity[row] ?? 0) + (columns.logDensity[column] ?? 0) + likelihood(w + (1 - w) * i),
    ),
  );
  const top = heights.flat().reduce((highest, height) => Math.max(highest, height), -Infinity);
  const moments = momentsOn(rows, columns, (row, column) => exp((heights[row]?.[column] ?? -Infinity) - top));
  return {
    withdraw: betaOfMoments(moments.withdraw.mean, moments.withdraw.variance),
    interrupt: betaOfMoments(moments.interrupt.mean, moments.interrupt.variance),
  };
}
