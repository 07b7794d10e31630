import type { GroupRates, Person, ProjectionInputs } from './projection-inputs.ts';

/** Whether a group's rates ask for more than the base model: going on one interval later. */
function defers({ deferGoOn = [] }: Pick<GroupRates, 'deferGoOn'>): boolean {
  return deferGoOn.some((chance) => chance > 0);
}

/**
 * Whether somebody's chances need more than the base model (framework alone, leaving at a rate, PI roles open to all,
 * going on at once or not at all). Only the month-by-month engine follows these.
 */
export function isBeyondBase(person: Person, rates: Pick<GroupRates, 'deferGoOn'>): boolean {
  if (person.kind === 'route' || person.leavesIn !== undefined || (person.piFrom ?? 0) > 0) return true;
  return person.kind !== 'pi' && defers(rates);
}

/** Whether people of one cohort are tied together, so that counts are no longer sums of independent people. */
export function hasCohortSpread({ cohortSpread = 0 }: ProjectionInputs): boolean {
  return cohortSpread > 0;
}

/** What of a group's rates is no belief of the forecast, but rests on the tables: deferral and other routes. */
export type RatesBesideBeliefs = Pick<GroupRates, 'deferGoOn' | 'routes'>;

/** The fixed part of every group's rates, for a forecast made from a projection's inputs; only of groups that have any. */
export function ratesBesideBeliefs(
  groups: ProjectionInputs['groups'],
): Readonly<Record<string, RatesBesideBeliefs>> {
  const extra = Object.entries(groups).flatMap(([name, { deferGoOn, routes }]) =>
    deferGoOn === undefined && routes === undefined ? [] : [[name, { deferGoOn, routes }] as const],
  );
  return Object.fromEntries(extra);
}
