import { distributionOf, meanOf, wholeQuantile, type CountDistribution } from './count-distribution.ts';
import type { Projection } from './evaluate-projection.ts';
import { gainChances } from './projection-chances.ts';

/** The law of min(N, cap): what lies above gathers on it. */
export function cappedLaw({ from, pmf }: CountDistribution, cap: number): CountDistribution {
  if (cap <= from) return { from: cap, pmf: [1] };
  const kept = pmf.slice(0, cap - from);
  const above = pmf.slice(cap - from).reduceRight((sum, mass) => sum + mass, 0);
  return above > 0 ? { from, pmf: [...kept, above] } : { from, pmf: kept };
}

/** E[max(0, N − cap)]: how many are expected to wait. */
export function expectedAbove({ from, pmf }: CountDistribution, cap: number): number {
  return pmf.reduceRight((sum, mass, index) => sum + mass * Math.max(0, from + index - cap), 0);
}

/** First PI roles by a date, with no more of them than openings. */
export type CappedGains = CountDistribution & {
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly openings: number;
  /** Expected people for whom there is no opening by then; they wait, and are not lost. */
  readonly cut: number;
};

/** The cap by a date, or that there is none and why. */
export type PiCap =
  | { readonly kind: 'capped'; readonly gains: CappedGains }
  | { readonly kind: 'not-capped'; readonly why: string };

/**
 * Studies that want a PI, each from the month it does (0: now), as far ahead as they are known; `null` where nobody
 * knows any.
 */
export type Openings = { readonly from: readonly number[]; readonly knownTo: number } | null;

/**
 * First PI roles by the end of month `at` − 1 when each takes an opening. An opening nobody takes stays open and a
 * person without one waits, so that by any date the number is exactly the smaller of gains and openings.
 */
export function cappedPiGains(projection: Projection, openings: Openings, at: number): PiCap {
  if (openings === null) {
    return { kind: 'not-capped', why: 'How many studies will want a Principal Investigator is not known.' };
  }
  if (at > openings.knownTo) {
    return {
      kind: 'not-capped',
      why: `Which studies will want a Principal Investigator is known for ${openings.knownTo} months only.`,
    };
  }
  const chances = gainChances(projection, 'pi', [0, at]);
  const free = distributionOf(chances);
  const cap = openings.from.filter((month) => month < at).length;
  const law = cappedLaw(free, cap);
  const cut = expectedAbove(free, cap);
  const [p10 = 0, p50 = 0, p90 = 0] = [0.1, 0.5, 0.9].map((p) => wholeQuantile(law, p));
  return {
    kind: 'capped',
    gains: { ...law, mean: Math.max(0, meanOf(chances) - cut), p10, p50, p90, openings: cap, cut },
  };
}
