import { halfUp } from './rounding.ts';

/**
 * A sum in pence cut into instalments by shares in basis points: each is rounded half up, the last takes the
 * remainder, so that they always add up to the sum. No shares give no instalments.
 */
export function instalments(totalPence: number, sharesBp: readonly number[]): number[] {
  const last = sharesBp.length - 1;
  let rest = totalPence;
  return sharesBp.map((share, index) => {
    const amount = index === last ? rest : halfUp(BigInt(totalPence) * BigInt(share), 10_000);
    rest -= amount;
    return amount;
  });
}
