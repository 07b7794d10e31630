import { halfUp } from './rounding.ts';

/**
 * Half up of a product of non-negative integers over a positive integer, rounded once.
 *
 * Plain numbers while the product is safe, which is nearly always and many times faster; `bigint` beyond.
 *
 * @throws RangeError when an argument is not an integer or the answer is unsafe.
 */
export function productHalfUp(factors: readonly number[], denominator: number): number {
  const product = factors.reduce((left, right) => left * right, 1);
  const doubled = 2 * product + denominator;
  if (!Number.isSafeInteger(doubled)) {
    return halfUp(
      factors.reduce((left, right) => left * BigInt(right), 1n),
      denominator,
    );
  }
  // Exact: a remainder of safe integers has no rounding, and what is left divides evenly.
  return (doubled - (doubled % (2 * denominator))) / (2 * denominator);
}
