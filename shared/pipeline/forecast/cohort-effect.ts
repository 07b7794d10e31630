import { atEffect, completeIfAll } from '../cohort-spread.ts';

/** What the people of one cohort share, at every point: the chance to complete expected of them, and the one drawn. */
export type CohortLanes = { readonly mean: Float64Array; readonly drawn: Float64Array };

/** By `cohortKey`. */
export type Cohorts = ReadonlyMap<string, CohortLanes>;

/** People at the same stage or route whose award would come in the same month began together. */
export function cohortKey(of: string, award: number): string {
  return `${of} ${award}`;
}

/**
 * Somebody's chance to complete the attempt at hand where the cohort's is the one drawn: on average over the draws it
 * is the person's own. Who is sure to complete, or not to, stays so.
 */
export function completingInCohort(own: number, { mean, drawn }: CohortLanes, point: number): number {
  if (!(own > 0 && own < 1)) return own;
  const expected = mean[point] ?? own;
  const effect = ((drawn[point] ?? expected) - expected) / (1 - expected);
  return atEffect(own, completeIfAll(own, expected), effect);
}
