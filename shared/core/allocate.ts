import { floorDivide, toSafeNumber } from './rounding.ts';

/**
 * Largest-remainder split of an integer total (pence or minutes) over non-negative integer weights.
 *
 * Parts add up to the total exactly and each is within 1 of its exact share. Ties go to the earlier part.
 *
 * @throws RangeError when no weight is positive and the total is not zero.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  return allocateSmall(total, weights) ?? allocateLarge(total, weights);
}

type Share = { readonly index: number; readonly floor: number; readonly remainder: number };

/** The same in plain numbers, where every product is exact; `null` where it might not be. */
function allocateSmall(total: number, weights: readonly number[]): number[] | null {
  // Most weeks lie in one month and most teams on one centre: nothing to split.
  if (weights.length === 1 && (weights[0] ?? 0) > 0) return [total];
  const sum = weights.reduce((left, right) => left + right, 0);
  const isExact = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
  if (!isExact(total) || !isExact(sum) || sum === 0 || !isExact(total * sum) || !weights.every(isExact)) {
    return null;
  }
  const shares = weights.map((weight, index): Share => {
    const remainder = (total * weight) % sum;
    return { index, floor: (total * weight - remainder) / sum, remainder };
  });
  const parts = shares.map(({ floor }) => floor);
  const left = shares.reduce((rest, { floor }) => rest - floor, total);
  const receivers = [...shares].sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of receivers.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

function allocateLarge(total: number, weights: readonly number[]): number[] {
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
