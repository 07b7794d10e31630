/**
 * 1 − e^(−rate) from + − × ÷ alone: the same bytes on every version of Node. Halving the rate until the series is
 * short and doubling back by y(2 − y) keeps the digits of a small chance, which 1 − exp would lose.
 */
export function chanceOfRate(rate: number): number {
  if (rate > 0.5) {
    const half = chanceOfRate(rate / 2);
    return half * (2 - half);
  }
  // A small rate needs fewer terms: what the eleventh adds at 1/16 is 1e-19 of the whole.
  const rest = rate <= 0.0625 ? 0 : termsFrom11(rate);
  // Written out, not looped over: a fresh worker runs it thousands of times before anything is compiled.
  let sum = ((1 - rest) * rate) / 10;
  sum = ((1 - sum) * rate) / 9;
  sum = (1 - sum) * rate * 0.125;
  sum = ((1 - sum) * rate) / 7;
  sum = ((1 - sum) * rate) / 6;
  sum = ((1 - sum) * rate) / 5;
  sum = (1 - sum) * rate * 0.25;
  sum = ((1 - sum) * rate) / 3;
  sum = (1 - sum) * rate * 0.5;
  return (1 - sum) * rate;
}

/** The terms of the same series from the eighteenth to the eleventh. */
function termsFrom11(rate: number): number {
  let sum = 0;
  for (let n = 18; n >= 11; n -= 1) sum = ((1 - sum) * rate) / n;
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
