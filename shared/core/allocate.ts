import { floorDivide, toSafeNumber } from './rounding.ts';

/**
 * Largest-remainder split of an integer total (pence or minutes) over non-negative integer weights.
 *
 * Parts add up to the total exactly and each is within 1 of its exact share. Ties go to the earlier part.
 *
 * @throws RangeError when no weight is positive and the total is not zero.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((left, right) => left + BigInt(right), 0n);
  if (sum === 0n) {
    if (total !== 0) throw new RangeError('allocate: a total needs at least one positive weight');
    return weights.map(() => 0);
  }
  const shares = weights.map((weight, index) => {
    const product = BigInt(total) * BigInt(weight);
    const floor = floorDivide(product, sum);
    return { index, floor, remainder: product - floor * sum };
  });
  const left = toSafeNumber(shares.reduce((rest, share) => rest - share.floor, BigInt(total)));
  const receivers = [...shares]
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
    .slice(0, left);
  const extra = new Set(receivers.map((share) => share.index));
  return shares.map((share) => toSafeNumber(share.floor) + (extra.has(share.index) ? 1 : 0));
}
