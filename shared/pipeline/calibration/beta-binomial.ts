import type { CountDistribution } from '../count-distribution.ts';

/** Where the mass of a beta-binomial is largest, or one of its two ends where it has a hollow in the middle. */
function modeOf(n: number, a: number, b: number): number {
  if (a > 1 && b > 1) return Math.min(n, Math.floor(((n + 1) * (a - 1)) / (a + b - 2)));
  return a >= b ? n : 0;
}

/**
 * How many of `n` succeed when their common chance is Beta(a, b): by ratios outward from the mode and one division at
 * the end, so that no logarithm is taken and nothing that matters is lost, whatever the count.
 */
export function betaBinomial(n: number, a: number, b: number): CountDistribution {
  const terms = new Float64Array(n + 1);
  const mode = modeOf(n, a, b);
  terms[mode] = 1;
  for (let k = mode; k < n; k += 1) {
    terms[k + 1] = ((terms[k] ?? 0) * ((n - k) * (a + k))) / ((k + 1) * (b + n - k - 1));
  }
  for (let k = mode; k > 0; k -= 1) {
    terms[k - 1] = ((terms[k] ?? 0) * (k * (b + n - k))) / ((n - k + 1) * (a + k - 1));
  }
  const total = terms.reduce((sum, term) => sum + term, 0);
  return { from: 0, pmf: Array.from(terms, (term) => term / total) };
}

/**
 * How many are left of a count when each is kept with this chance: the generating function taken at 1 − kept + kept·s,
 * by Horner's rule. All terms are positive, so nothing cancels.
 */
export function thinned({ from, pmf }: CountDistribution, kept: number): CountDistribution {
  if (kept === 1) return { from, pmf };
  const most = from + pmf.length - 1;
  const law = new Float64Array(most + 1);
  for (let count = most, size = 0; count >= 0; count -= 1, size += 1) {
    for (let k = size; k > 0; k -= 1) law[k] = (law[k] ?? 0) * (1 - kept) + (law[k - 1] ?? 0) * kept;
    law[0] = (law[0] ?? 0) * (1 - kept) + (pmf[count - from] ?? 0);
  }
  return { from: 0, pmf: Array.from(law) };
}
