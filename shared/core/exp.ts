import { powerOfTwo } from './power-of-two.ts';

const log2e = 1.4426950408889634;
/** ln 2 in two parts: the first has trailing zero bits, so that k·ln 2 is exact for every k we meet. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** 1/13!, 1/12! … 1/2!: the series to the power 13 is exact to a double for |x| ≤ ln 2 / 2. */
function seriesOf(x: number): number {
  // Written out, not looped over: a fresh worker runs it thousands of times before anything is compiled.
  let sum = 1 / 6227020800;
  sum = sum * x + 1 / 479001600;
  sum = sum * x + 1 / 39916800;
  sum = sum * x + 1 / 3628800;
  sum = sum * x + 1 / 362880;
  sum = sum * x + 1 / 40320;
  sum = sum * x + 1 / 5040;
  sum = sum * x + 1 / 720;
  sum = sum * x + 1 / 120;
  sum = sum * x + 1 / 24;
  sum = sum * x + 1 / 6;
  sum = sum * x + 1 / 2;
  sum = sum * x + 1;
  return sum * x + 1;
}

/**
 * e to the power `x`, to about one unit in the last place, from + − × ÷ alone.
 *
 * The library's exponential may differ in its last bit between versions of Node; ours gives the same bytes
 * everywhere. Past the ends of the double range it gives 0 or Infinity.
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.2) return 0;
  const k = Math.floor(x * log2e + 0.5);
  const reduced = x - k * ln2High - k * ln2Low;
  // Two steps keep 2^k inside the range of a double at both ends.
  const half = Math.trunc(k / 2);
  return seriesOf(reduced) * powerOfTwo(half) * powerOfTwo(k - half);
}
