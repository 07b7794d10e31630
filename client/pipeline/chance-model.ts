import { atLeast } from '../../shared/pipeline/count-distribution.ts';
import type { CountSummary } from '../../shared/pipeline/count-summary.ts';
import type { ForecastYear } from '../../shared/pipeline/forecast/forecast-years.ts';
import { barsModel, type BarsModel } from '../charts/bars.ts';
import { longDate } from '../format/dates.ts';
import { formatNumber } from '../format/numbers.ts';
import { chance, chanceInWords } from '../format/shares.ts';
import { targetFacts, type Target } from './targets.ts';

/** The chance of at least `n` of something on or by a day. */
export type ChanceOfTarget = {
  readonly n: number;
  readonly probability: number;
  /** "At least 20 is a little better than even". */
  readonly headline: string;
  /** "The chance of at least 20 named PIs on 31 March 2030 is 56%, a little better than even." */
  readonly sentence: string;
  readonly subtitle: string;
  readonly bars: BarsModel;
};

/** What to ask first: the middle forecast, which is about as likely as not, and never nobody. */
export function suggestedTarget({ p50 }: CountSummary): number {
  return Math.max(1, p50);
}

/** The typed number with two steps on either side; a step is wider where the count is less sure. */
export function numbersAround(n: number, { variance }: CountSummary): readonly number[] {
  const step = Math.max(1, Math.round(0.6 * Math.sqrt(variance)));
  return [n - 2 * step, n - step, n, n + step, n + 2 * step].filter((one) => one >= 1);
}

/** The answer to "at least `n` by then", with a few numbers around it. */
export function chanceOfTarget(year: ForecastYear, of: Target, typed: number | null): ChanceOfTarget {
  const { one, many, when, of: countOf } = targetFacts[of];
  const count = countOf(year);
  const n = typed ?? suggestedTarget(count);
  const probability = atLeast(count, n);
  const [said, day] = [`at least ${formatNumber(n)}`, `${when} ${longDate(year.lastDay)}`];
  const caption = `Chance of at least N ${many} ${day}`;
  return {
    n,
    probability,
    headline: `At least ${formatNumber(n)} is ${chanceInWords(probability)}`,
    sentence: `The chance of ${said} ${n === 1 ? one : many} ${day} is ${chance(probability)}, ${chanceInWords(probability)}.`,
    subtitle: caption,
    bars: barsModel({
      what: 'chance',
      caption,
      rowLabel: 'At least',
      full: 1,
      rows: numbersAround(n, count).map((number) => {
        const value = atLeast(count, number);
        return {
          label: `at least ${formatNumber(number)}`,
          value,
          text: chance(value),
          emphasised: number === n,
        };
      }),
    }),
  };
}

/** As far as the slider goes: beyond it nothing is left of the chance. */
export function mostToAsk(year: ForecastYear, of: Target): number {
  const { from, pmf } = targetFacts[of].of(year);
  const least = 10;
  return Math.max(least, from + pmf.length);
}
