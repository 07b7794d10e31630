import { wholeQuantile, type CountDistribution } from '../count-distribution.ts';

/** P(N ≤ n). */
export function cumulative({ from, pmf }: CountDistribution, n: number): number {
  if (n < from) return 0;
  if (n >= from + pmf.length - 1) return 1;
  let sum = 0;
  for (let k = 0; k <= n - from; k += 1) sum += pmf[k] ?? 0;
  return Math.min(1, sum);
}

/**
 * Continuous ranked probability score of a count, in persons: Σ over k ≥ 0 of (F(k) − 1{k ≥ y})². Smaller is better,
 * 0 is a forecast that was certain and right.
 */
export function crps(law: CountDistribution, observed: number): number {
  const last = Math.max(law.from + law.pmf.length - 1, observed);
  let [below, score] = [0, 0];
  for (let k = Math.min(law.from, observed); k < last; k += 1) {
    below = Math.min(1, below + (law.pmf[k - law.from] ?? 0));
    const miss = below - (k >= observed ? 1 : 0);
    score += miss * miss;
  }
  return score;
}

/** The stretch [F(y − 1), F(y)] on which the probability integral transform of an outcome lies. */
export type PitRange = { readonly lower: number; readonly upper: number };

export function pitOf(law: CountDistribution, observed: number): PitRange {
  return { lower: cumulative(law, observed - 1), upper: cumulative(law, observed) };
}

/** Both ends included, in whole people. */
export type CountInterval = { readonly low: number; readonly high: number; readonly mass: number };

/**
 * The central interval of whole people with at least this mass (4 in 5 for 80%), and the mass it holds, which a count
 * makes larger than asked for.
 */
export function centralInterval(law: CountDistribution, share: number): CountInterval {
  const low = wholeQuantile(law, (1 - share) / 2);
  const high = wholeQuantile(law, (1 + share) / 2);
  return { low, high, mass: cumulative(law, high) - cumulative(law, low - 1) };
}

export function contains({ low, high }: CountInterval, observed: number): boolean {
  return low <= observed && observed <= high;
}
