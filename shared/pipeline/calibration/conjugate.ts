import { exp } from '../../core/exp.ts';
import { log } from '../../core/log.ts';

/** About a chance; worth a + b people. */
export type BetaBelief = { readonly kind: 'beta'; readonly a: number; readonly b: number };

/** About a rate a person-month; worth `months` person-months. */
export type GammaBelief = { readonly kind: 'gamma'; readonly shape: number; readonly months: number };

/** Successes and failures, weighted where old ones count for less. */
export type Trials = { readonly successes: number; readonly failures: number };

/** Events over person-months, weighted where old ones count for less. */
export type Exposure = { readonly events: number; readonly months: number };

/** Beta + counts. */
export function withTrials(prior: BetaBelief, { successes, failures }: Trials): BetaBelief {
  return { kind: 'beta', a: prior.a + successes, b: prior.b + failures };
}

/** Gamma + (events, person-months). Censored people give exposure and no event. */
export function withExposure(prior: GammaBelief, { events, months }: Exposure): GammaBelief {
  return { kind: 'gamma', shape: prior.shape + events, months: prior.months + months };
}

/** x^n for whole n ≥ 0, exact in its products. */
function wholePower(x: number, n: number): number {
  let value = 1;
  for (let base = x, rest = n; rest > 0; rest = Math.floor(rest / 2), base *= base) {
    if (rest % 2 === 1) value *= base;
  }
  return value;
}

/** x^y for 0 < x ≤ 1 and y ≥ 0, the same bytes everywhere. */
export function power(x: number, y: number): number {
  return Number.isInteger(y) && y <= 1_000 ? wholePower(x, y) : exp(y * log(x));
}

/** Chance that one more person has the event within some months: 1 − (b ÷ (b + m))^a. */
export function chanceOfEventWithin({ shape, months }: GammaBelief, within: number): number {
  return 1 - power(months / (months + within), shape);
}
