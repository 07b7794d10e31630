import type { Measure } from './forecast-inputs.ts';

/** Where the chances of every kind of person at every point come from. */
export type ChanceSource = {
  readonly points: number;
  /** People of each kind. */
  readonly counts: Int32Array;
  /** Chance of one person of a kind to be counted: kind × points + point. Never written to. */
  readonly chancesOf: (measure: Measure) => Float64Array;
};
