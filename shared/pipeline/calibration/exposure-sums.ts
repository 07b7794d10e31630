import type { Belief, Beliefs } from '../beliefs.ts';
import { sumsOf, type Sums, type Weighing } from './belief-sums.ts';
import { meanOfBelief } from './mean-of-belief.ts';
import type { RoleExposure } from './trust-history.ts';

/** The prior, what each cohort counts for, and what is now believed of the ratios of the staff groups. */
export type Making = {
  readonly prior: Beliefs;
  readonly weightOf: Weighing;
  readonly ratios: ReadonlyMap<string, Belief>;
};

function ratioOf(group: string, { ratios }: Making): number {
  const belief = ratios.get(group);
  return belief === undefined ? 1 : meanOfBelief(belief);
}

/** Months and first roles, each month weighed as the rates are multiplied in it. */
export function exposureSums<Row extends Omit<RoleExposure, 'held'>>(
  rows: readonly Row[],
  events: (row: Row) => number,
  making: Making,
): Sums {
  const { bands, bandMultipliers } = making.prior;
  return sumsOf(rows, making.weightOf, (row) => [
    row.months,
    events(row),
    (bandMultipliers[bands.indexOf(row.band)] ?? 1) * ratioOf(row.group, making),
  ]);
}
