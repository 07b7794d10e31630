/**
 * Round half up of `numerator / denominator` for integers: floor((2a + b) / 2b).
 *
 * The one rounding policy of the product: a line is rounded once, totals are sums of lines. Works on `bigint`
 * inside, since salary × hours passes 2^53.
 *
 * @throws RangeError when an argument is not an integer, the denominator is not positive or the answer is unsafe.
 */
export function halfUp(numerator: number | bigint, denominator: number | bigint): number {
  const a = BigInt(numerator);
  const b = BigInt(denominator);
  if (b <= 0n) throw new RangeError('halfUp: the denominator must be positive');
  return toSafeNumber(floorDivide(2n * a + b, 2n * b));
}

/** Floor of an exact quotient of integers, also for negative numerators. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** A `bigint` as a number; a value beyond 2^53 is an error, never a silent loss. */
export function toSafeNumber(value: bigint): number {
  const result = Number(value);
  if (!Number.isSafeInteger(result)) throw new RangeError('integer outside the safe range');
  return result;
}

/**
 * Part (from, to] of `total` spread over `whole` equal steps by cumulative flooring:
 * floor(total·to/whole) − floor(total·from/whole). Parts of one total always add up to it.
 */
export function cumulativePart(total: number, from: number, to: number, whole: number): number {
  if (isSmall(total, from, whole) && isSmall(total, to, whole)) {
    return smallFloor(total * to, whole) - smallFloor(total * from, whole);
  }
  const at = (step: number): bigint => floorDivide(BigInt(total) * BigInt(step), BigInt(whole));
  return toSafeNumber(at(to) - at(from));
}

/** Whole numbers whose product is exact as a plain number, which is many times faster than `bigint`. */
function isSmall(total: number, step: number, whole: number): boolean {
  const product = total * step;
  return (
    Number.isSafeInteger(total) &&
    Number.isSafeInteger(step) &&
    Number.isSafeInteger(whole) &&
    Number.isSafeInteger(product) &&
    product >= 0 &&
    whole > 0
  );
}

/** Exact for safe whole numbers: a remainder has no rounding, and what is left divides evenly. */
function smallFloor(product: number, whole: number): number {
  return (product - (product % whole)) / whole;
}
