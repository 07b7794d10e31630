import { monthsBetween, type Month } from '../calendar/month.ts';
import { ModelError } from '../core/errors.ts';
import { atLeast, distributionOf, type Chance } from './count-distribution.ts';
import type { Projection } from './evaluate-projection.ts';
import { gainChances, piChances, qualifiedChances } from './projection-chances.ts';

/** What a target may be set on: a stock on a date, or gains from the start up to it. */
export type TargetOf =
  'pi-in-post' | 'qualified-in-post' | 'coi-gained' | 'pi-gained' | 'investigators-gained';

function targetChances(projection: Projection, target: TargetOf, at: number): Chance[] {
  switch (target) {
    case 'pi-in-post':
      return piChances(projection, at);
    case 'qualified-in-post':
      return qualifiedChances(projection, at, 1);
    case 'coi-gained':
      return gainChances(projection, 'coi', [0, at]);
    case 'pi-gained':
      return gainChances(projection, 'pi', [0, at]);
    case 'investigators-gained':
      return gainChances(projection, 'investigator', [0, at]);
  }
}

/** The `at` of a month's last day: from 2026-12, the end of 2030-03 (31 March 2030) is 40. */
export function atEndOf(startMonth: Month, month: Month): number {
  return monthsBetween(startMonth, month) + 1;
}

/**
 * Chance of at least `n` at the end of month `at` − 1. For gains it is also the chance that the n-th comes by then;
 * a stock can fall, so its chance is of that date and no other.
 *
 * @throws ModelError 'bad-input' for a date outside the projection.
 */
export function chanceOfAtLeast(projection: Projection, target: TargetOf, n: number, at: number): number {
  if (!Number.isInteger(at) || at < 0 || at > projection.horizonMonths) {
    throw new ModelError('bad-input', `not within the ${projection.horizonMonths} months projected`, '/at');
  }
  return atLeast(distributionOf(targetChances(projection, target, at)), n);
}
