/**
 * 1 − e^(−rate) from + − × ÷ alone: the same bytes on every version of Node. Halving the rate until the series is
 * short and doubling back by y(2 − y) keeps the digits of a small chance, which 1 − exp would lose.
 */
export function chanceOfRate(rate: number): number {
  if (rate > 0.5) {
    const half = chanceOfRate(rate / 2);
    return half * (2 - half);
  }
  let sum = 0;
  // A small rate needs fewer terms: what the eleventh adds at 1/16 is 1e-19 of the whole.
  for (let n = rate <= 0.0625 ? 10 : 18; n >= 1; n -= 1) sum = ((1 - sum) * rate) / n;
  return sum;
}

/** The cube root of a number in (0, 1] by Newton's steps, which from 1 fall to it and then stop. */
function cubeRoot(x: number): number {
  let root = 1;
  for (let next = 0; ; root = next) {
    next = root - (root - x / (root * root)) / 3;
    if (!(next < root)) return root;
  }
}

/** The chance a month that makes `yearly` over twelve: 1 − (1 − y)^(1/12), without the library's pow. */
export function monthlyOfYearly(yearly: number): number {
  if (yearly >= 1) return 1;
  return 1 - cubeRoot(Math.sqrt(Math.sqrt(1 - yearly)));
}
