import { exp } from '../../core/exp.ts';
import { log } from '../../core/log.ts';
import { distributionOf, exactly, type CountDistribution } from '../count-distribution.ts';
import { clopperPearson, type Band } from './clopper-pearson.ts';
import { centralInterval, contains, crps, pitOf } from './scores.ts';

/** One forecast of a count with what happened, and the count of the year before where it is known. */
export type Scored = {
  readonly law: CountDistribution;
  readonly observed: number;
  readonly lastYear: number | null;
};

/** How often an interval held what happened. Shares are of the forecasts. */
export type Coverage = {
  /** Asked for, such as 0.8. */
  readonly share: number;
  readonly forecasts: number;
  readonly covered: number;
  /** What the intervals of whole people really held, on average: at least the share. */
  readonly mass: number;
  /** Where the true share may lie given so few forecasts: Clopper and Pearson's 95% band. */
  readonly band: Band;
  /** If the forecasts are right, how many outcomes would fall inside, 9 times in 10: "we would expect 9 to 13". */
  readonly expected: { readonly low: number; readonly high: number };
};

export type ForecastScores = {
  readonly forecasts: number;
  /** Mean continuous ranked probability score, in persons. */
  readonly crps: number;
  /** 1 − CRPS ÷ that of last year's count with Poisson spread; `null` where that is not known or never missed. */
  readonly skill: number | null;
  /** Mean of forecast mean − observed, in persons. */
  readonly bias: number;
  /** Mean of −ln P(observed); `null` where something happened that had no chance. */
  readonly logScore: number | null;
  /** The mean transform in ten bins: 0.1 each is calibrated, a U shape is ranges too narrow, a hump too wide. */
  readonly pit: readonly number[];
  readonly coverage: readonly Coverage[];
};

const binCount = 10;

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Poisson law up to where what is left is below 1e-16. */
export function poisson(mean: number): CountDistribution {
  const last = Math.ceil(mean + 12 * Math.sqrt(mean + 1) + 12);
  const pmf = [exp(-mean)];
  for (let k = 1; k <= last; k += 1) pmf.push(((pmf[k - 1] ?? 0) * mean) / k);
  return { from: 0, pmf };
}

/** The share of each tenth that the transform of one outcome is spread over. */
function pitBins({ law, observed }: Scored): number[] {
  const { lower, upper } = pitOf(law, observed);
  const below = (u: number): number => {
    if (u === 1 || (u > 0 && u >= upper)) return 1;
    return u <= lower ? 0 : (u - lower) / (upper - lower);
  };
  return Array.from({ length: binCount }, (_, bin) => below((bin + 1) / binCount) - below(bin / binCount));
}

/** Coverage of the central interval of whole people with at least this mass. */
export function coverageOf(scored: readonly Scored[], share: number): Coverage {
  const intervals = scored.map(({ law, observed }) => {
    const interval = centralInterval(law, share);
    return { mass: interval.mass, inside: contains(interval, observed) };
  });
  const covered = intervals.filter(({ inside }) => inside).length;
  const inside = distributionOf(intervals.map(({ mass }) => ({ probability: mass, count: 1 })));
  const { low, high } = centralInterval(inside, 0.9);
  return {
    share,
    forecasts: scored.length,
    covered,
    mass: average(intervals.map(({ mass }) => mass)),
    band: clopperPearson(covered, scored.length, 0.95),
    expected: { low, high },
  };
}

/** Against last year's count repeated; only the forecasts that have one. */
function skillOf(scored: readonly Scored[]): number | null {
  const known = scored.flatMap(({ law, observed, lastYear }) =>
    lastYear === null ? [] : [{ ours: crps(law, observed), naive: crps(poisson(lastYear), observed) }],
  );
  const naive = known.reduce((sum, one) => sum + one.naive, 0);
  return naive > 0 ? 1 - known.reduce((sum, one) => sum + one.ours, 0) / naive : null;
}

function meanOfLaw({ from, pmf }: CountDistribution): number {
  return pmf.reduce((sum, mass, place) => sum + mass * (from + place), 0);
}

/** How well forecasts of a count did (model.md 4.2); `null` where there are none. */
export function scoresOf(scored: readonly Scored[]): ForecastScores | null {
  if (scored.length === 0) return null;
  const chances = scored.map(({ law, observed }) => exactly(law, observed));
  const bins = scored.map(pitBins);
  return {
    forecasts: scored.length,
    crps: average(scored.map(({ law, observed }) => crps(law, observed))),
    skill: skillOf(scored),
    bias: average(scored.map(({ law, observed }) => meanOfLaw(law) - observed)),
    logScore: chances.every((chance) => chance > 0) ? -average(chances.map(log)) : null,
    pit: Array.from({ length: binCount }, (_, bin) => average(bins.map((one) => one[bin] ?? 0))),
    coverage: [0.8, 0.9].map((share) => coverageOf(scored, share)),
  };
}
