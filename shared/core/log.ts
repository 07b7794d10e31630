import { exponentOf, powerOfTwo } from './power-of-two.ts';

/** ln 2 in two parts: the first has trailing zero bits, so that k·ln 2 is exact for every k we meet. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** Below it a double has fewer digits, and is first made larger by an exact step. */
const smallestWhole = powerOfTwo(-1022);
const lift = 54;

/** 1/25, 1/23 … 1/3: the series of the inverse hyperbolic tangent is exact to a double for |s| ≤ 0.172. */
function seriesOf(square: number): number {
  // Written out, not looped over: a fresh worker runs it thousands of times before anything is compiled.
  let sum = (1 / 25) * square;
  sum = (sum + 1 / 23) * square;
  sum = (sum + 1 / 21) * square;
  sum = (sum + 1 / 19) * square;
  sum = (sum + 1 / 17) * square;
  sum = (sum + 1 / 15) * square;
  sum = (sum + 1 / 13) * square;
  sum = (sum + 1 / 11) * square;
  sum = (sum + 1 / 9) * square;
  sum = (sum + 1 / 7) * square;
  sum = (sum + 1 / 5) * square;
  return (sum + 1 / 3) * square;
}

/**
 * The natural logarithm of a positive number, to about one unit in the last place, from + − × ÷ alone: the library's
 * may differ in its last bit between versions of Node. 0 gives −Infinity.
 */
export function log(x: number): number {
  if (Number.isNaN(x) || x < 0) return NaN;
  if (x === 0 || x === Infinity) return x === 0 ? -Infinity : x;
  if (x < smallestWhole) return log(x * powerOfTwo(lift)) - lift * (ln2High + ln2Low);
  // The mantissa in [√½, √2): both steps are exact.
  let exponent = x >= 1 && x < 2 ? 0 : exponentOf(x);
  let mantissa = x / powerOfTwo(exponent);
  if (mantissa >= Math.SQRT2) [mantissa, exponent] = [mantissa / 2, exponent + 1];
  const s = (mantissa - 1) / (mantissa + 1);
  return exponent * ln2High + (2 * s + (2 * s * seriesOf(s * s) + exponent * ln2Low));
}
