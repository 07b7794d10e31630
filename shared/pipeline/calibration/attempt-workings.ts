import type { Belief } from '../beliefs.ts';
import { sumsOf, type Weighing } from './belief-sums.ts';
import { byTrials, type BeliefWorking } from './belief-working.ts';
import { withCensored, type Censored } from './censored-attempts.ts';
import type { BetaBelief } from './conjugate.ts';
import type { AttemptCounts } from './trust-history.ts';

/** Above this share of the starts, people in mid-stage are no longer left out. */
const mostCensored = 0.2;

function censoredOf(
  rows: readonly Pick<AttemptCounts, 'censored' | 'cohort'>[],
  weightOf: Weighing,
): Censored[] {
  return rows.flatMap((row) => row.censored.map((done) => ({ done, weight: weightOf(row.cohort) })));
}

type BetaWorking = BeliefWorking & { readonly belief: BetaBelief };

function isBeta(working: BeliefWorking): working is BetaWorking {
  return working.belief.kind === 'beta';
}

/** Withdrawing of all who came to an end, and interrupting of those who did not withdraw. */
export function attemptWorkings(
  [withdrawId, interruptId]: readonly [string, string],
  [withdrawPrior, interruptPrior]: readonly [Belief, Belief],
  rows: readonly Omit<AttemptCounts, 'stage'>[],
  weightOf: Weighing,
): readonly [BeliefWorking, BeliefWorking] {
  const ended = sumsOf(rows, weightOf, (row) => [
    row.completed + row.interrupted + row.withdrawn,
    row.withdrawn,
  ]);
  const stayed = sumsOf(rows, weightOf, (row) => [row.completed + row.interrupted, row.interrupted]);
  const withdraw = byTrials(withdrawId, withdrawPrior, 'people', ended);
  const interrupt = byTrials(interruptId, interruptPrior, 'people', stayed);
  const censored = censoredOf(rows, weightOf);
  const many = censored.length > mostCensored * (ended.yours + censored.length);
  const noted = { censored: censored.length, censoredUsed: many };
  if (!many || !isBeta(withdraw) || !isBeta(interrupt)) {
    const leftOut = { ...noted, censoredUsed: false };
    return [
      { ...withdraw, ...leftOut },
      { ...interrupt, ...leftOut },
    ];
  }
  const beliefs = withCensored({ withdraw: withdraw.belief, interrupt: interrupt.belief }, censored);
  return [
    { ...withdraw, ...noted, belief: beliefs.withdraw },
    { ...interrupt, ...noted, belief: beliefs.interrupt },
  ];
}
