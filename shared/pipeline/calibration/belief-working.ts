import type { Belief } from '../beliefs.ts';
import type { Sums } from './belief-sums.ts';
import { withExposure, withTrials } from './conjugate.ts';

/** How one belief came about: "prior worth n people + your m people (weighted k)". */
export type BeliefWorking = {
  /** As the drivers of the forecast are called: 'withdraw-1', 'pi-from-coi-2', 'leave:Medical and Dental'. */
  readonly id: string;
  readonly prior: Belief;
  readonly belief: Belief;
  readonly unit: 'people' | 'person-months' | 'person-years';
  /** What the prior is worth, in the unit. */
  readonly priorWorth: number;
  /** What the trust recorded, in the unit, and what it counts for with old cohorts faded. */
  readonly yours: number;
  readonly weighted: number;
  /** Of `yours`: withdrawn, went on, named, left … */
  readonly events: number;
  /** People in mid-stage: left out where they are few, weighed by how far they came where they are many. */
  readonly censored: number;
  readonly censoredUsed: boolean;
};

const nobodyCensored = { censored: 0, censoredUsed: false };

/** How a belief came about, from both and what was recorded. */
export function working(
  id: string,
  prior: Belief,
  belief: Belief,
  unit: BeliefWorking['unit'],
  { yours, weighted, events }: Sums,
): BeliefWorking {
  const priorWorth = prior.kind === 'beta' ? prior.a + prior.b : prior.kind === 'gamma' ? prior.months : 0;
  return { id, prior, belief, unit, priorWorth, yours, weighted, events, ...nobodyCensored };
}

/** Beta + counts. A belief of another kind, such as a value somebody fixed, is not moved by history. */
export function byTrials(id: string, prior: Belief, unit: BeliefWorking['unit'], sums: Sums): BeliefWorking {
  const failures = Math.max(0, sums.weighted - sums.weightedEvents);
  const belief =
    prior.kind === 'beta' ? withTrials(prior, { successes: sums.weightedEvents, failures }) : prior;
  return working(id, prior, belief, unit, sums);
}

/** Gamma + (events, person-months). */
export function byExposure(id: string, prior: Belief, sums: Sums): BeliefWorking {
  const exposure = { events: sums.weightedEvents, months: sums.weighted };
  const belief = prior.kind === 'gamma' ? withExposure(prior, exposure) : prior;
  return working(id, prior, belief, 'person-months', sums);
}
