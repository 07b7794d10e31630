import type { PlainDate } from '../../calendar/plain-date.ts';
import { wholeQuantile, type CountDistribution } from '../count-distribution.ts';
import type { ForecastScores } from './forecast-scores.ts';
import type { ByCause } from './reconcile.ts';
import type { RecordBasis } from './register-as-at.ts';

/** What a back-test looks at: gains of a year, gains up to its end, and Principal Investigators in post at its end. */
export type BackTestMeasure = 'coiGained' | 'piGained' | 'piGainedByThen' | 'piInPost';

/** One count that was forecast, and what happened; quantiles are whole people. */
export type Outcome = {
  readonly mean: number;
  readonly p5: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly observed: number;
};

/** Twelve months of a forecast made again. */
export type BackTestYear = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly outcomes: Readonly<Record<BackTestMeasure, Outcome>>;
};

/** The first year of the last forecast that is over, by cause. */
export type Reconciliation = {
  readonly asAt: PlainDate;
  readonly to: PlainDate;
  readonly people: number;
  readonly expected: ByCause;
  readonly observed: ByCause;
};

export type BackTestOrigin = {
  readonly asAt: PlainDate;
  readonly basis: RecordBasis;
  /** People who had completed a stage by then. */
  readonly completedThen: number;
  readonly years: readonly BackTestYear[];
};

export type BackTestScores = Readonly<Record<BackTestMeasure, ForecastScores | null>>;

export type BackTest =
  | {
      readonly kind: 'scored';
      readonly origins: readonly BackTestOrigin[];
      readonly scores: BackTestScores;
      readonly reconciliation: Reconciliation | null;
    }
  /** Fewer than five people have completed: the badge stands in its place. */
  | { readonly kind: 'based-on-assumptions'; readonly completed: number; readonly needed: number };

/** Below this many completed people a back-test would be noise. */
export const fewestCompleted = 5;

export function outcomeOf(law: CountDistribution, observed: number): Outcome {
  const at = (p: number): number => wholeQuantile(law, p);
  const mean = law.pmf.reduce((sum, mass, place) => sum + mass * (law.from + place), 0);
  return { mean, p5: at(0.05), p10: at(0.1), p50: at(0.5), p90: at(0.9), p95: at(0.95), observed };
}

/** One thing for each measure. */
export function byMeasure<T>(of: (measure: BackTestMeasure) => T): Readonly<Record<BackTestMeasure, T>> {
  const [coiGained, piGained] = [of('coiGained'), of('piGained')];
  return { coiGained, piGained, piGainedByThen: of('piGainedByThen'), piInPost: of('piInPost') };
}
