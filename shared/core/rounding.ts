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
  const at = (step: number): bigint => floorDivide(BigInt(total) * BigInt(step), BigInt(whole));
  return toSafeNumber(at(to) - at(from));
}
