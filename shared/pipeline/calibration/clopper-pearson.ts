import { atLeast, distributionOf } from '../count-distribution.ts';

/** Shares, both ends included. */
export type Band = { readonly low: number; readonly high: number };

/** Halvings: the ends are right to 1e-12. */
const rounds = 40;

/** Where a chance that rises with the share passes a level. */
function whereReaching(level: number, chanceAt: (share: number) => number): number {
  let [low, high] = [0, 1];
  for (let round = 0; round < rounds; round += 1) {
    const middle = (low + high) / 2;
    if (chanceAt(middle) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function atLeastOf(successes: number, trials: number, share: number): number {
  return atLeast(distributionOf([{ probability: share, count: trials }]), successes);
}

/**
 * Where the true share may lie when so many of so many trials succeeded: Clopper and Pearson's exact band, which holds
 * it at least as often as `confidence` says. Of no trials it is everything.
 */
export function clopperPearson(successes: number, trials: number, confidence: number): Band {
  const tail = (1 - confidence) / 2;
  const low = successes === 0 ? 0 : whereReaching(tail, (share) => atLeastOf(successes, trials, share));
  const high =
    successes === trials ? 1 : whereReaching(1 - tail, (share) => atLeastOf(successes + 1, trials, share));
  return { low, high };
}
