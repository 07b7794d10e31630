/** ln 2 in two parts: the first has trailing zero bits, so that k·ln 2 is exact for every k we meet. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** Steps by which a number is brought near 1; each product is exact. */
const steps = [512, 256, 128, 64, 32, 16, 8, 4, 2, 1].map((power) => ({ power, factor: 2 ** power }));

/** `x` as mantissa × 2^exponent with the mantissa in [√½, √2). */
function split(x: number): { readonly mantissa: number; readonly exponent: number } {
  let mantissa = x;
  let exponent = 0;
  for (const { power, factor } of steps) {
    if (mantissa >= factor) {
      mantissa /= factor;
      exponent += power;
    } else if (mantissa * factor < 2) {
      mantissa *= factor;
      exponent -= power;
    }
  }
  return mantissa >= Math.SQRT2
    ? { mantissa: mantissa / 2, exponent: exponent + 1 }
    : mantissa < Math.SQRT1_2
      ? { mantissa: mantissa * 2, exponent: exponent - 1 }
      : { mantissa, exponent };
}

/** 1/25, 1/23 … 1/3: the series of the inverse hyperbolic tangent is exact to a double for |s| ≤ 0.172. */
const oddReciprocals = [25, 23, 21, 19, 17, 15, 13, 11, 9, 7, 5, 3].map((odd) => 1 / odd);

/**
 * The natural logarithm of a positive number, to about one unit in the last place, from + − × ÷ alone: the library's
 * may differ in its last bit between versions of Node. 0 gives −Infinity.
 */
export function log(x: number): number {
  if (Number.isNaN(x) || x < 0) return NaN;
  if (x === 0 || x === Infinity) return x === 0 ? -Infinity : x;
  const { mantissa, exponent } = split(x);
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let series = 0;
  for (const reciprocal of oddReciprocals) series = (series + reciprocal) * square;
  return exponent * ln2High + (2 * s + (2 * s * series + exponent * ln2Low));
}
