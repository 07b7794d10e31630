import { formatNumber } from './numbers.ts';

const bpPerPercent = 100;

/** Integer basis points as a percentage, with no decimals that are zero: "56%", "9.4%", "14.38%". */
export function percent(basisPoints: number): string {
  return `${formatNumber(basisPoints / bpPerPercent, 2)}%`;
}

/**
 * A chance (0 to 1) as whole percent; the ends are never printed as certain: "56%", "less than 1%", "more than 99%".
 * Exactly 0 and exactly 1 print as "0%" and "100%".
 */
export function chance(probability: number): string {
  if (probability > 0 && probability < 0.01) return 'less than 1%';
  if (probability < 1 && probability > 0.99) return 'more than 99%';
  return `${formatNumber(Math.round(probability * 100))}%`;
}

/** Lower bounds in whole percent, highest first: one set of words for a chance throughout the product. */
const words: readonly (readonly [number, string])[] = [
  [99, 'almost certain'],
  [90, 'very likely'],
  [75, 'likely'],
  [60, 'more likely than not'],
  [53, 'a little better than even'],
  [48, 'about even'],
  [41, 'a little worse than even'],
  [25, 'less likely than not'],
  [10, 'unlikely'],
  [1, 'very unlikely'],
  [0, 'almost no chance'],
];

/** A chance (0 to 1) in words, from the whole percent that is printed beside it: 0.56 is "a little better than even". */
export function chanceInWords(probability: number): string {
  const shown = Math.round(probability * 100);
  return words.find(([from]) => shown >= from)?.[1] ?? 'almost no chance';
}

/** A chance (0 to 1) as "1 in 3", for a small trust where a percentage promises too much; the nearest of 1 in 2 to 1 in 100. */
export function oneIn(probability: number): string {
  if (probability <= 0) return 'no chance';
  return probability >= 0.67
    ? chance(probability)
    : `1 in ${formatNumber(Math.max(2, Math.min(100, Math.round(1 / probability))))}`;
}
