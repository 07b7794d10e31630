import type { AttemptChances } from './projection-inputs.ts';

/**
 * The attempt a person is at, or comes to first: what it is of, the month it began or begins (interruptions move it),
 * and how it ends. People with the same stage and month are one cohort.
 */
export type AttemptAtHand = {
  readonly of: string;
  readonly begins: number;
  readonly attempt: AttemptChances;
  /** How a later attempt ends, after an interruption. */
  readonly fresh: AttemptChances;
  /** Chance of starting or resuming, and the month in which it shows; 1 for someone studying now. */
  readonly chance: number;
  readonly showsIn: number;
  /** Month of the award when no interruption comes. */
  readonly award: number;
  readonly interruptionsLeft: number;
};

/**
 * How an attempt ends for someone with `elapsed` months of it done who has not stopped. Stops are spread evenly over
 * the study months: complete = c ÷ (1 − (i + w)e/D), interrupt = i(1 − e/D) ÷ (1 − (i + w)e/D).
 */
export function attemptAfter(attempt: AttemptChances, elapsed: number, studyMonths: number): AttemptChances {
  const left = 1 - Math.min(1, elapsed / studyMonths);
  const stillGoing = attempt.complete + (attempt.interrupt + attempt.withdraw) * left;
  return {
    complete: attempt.complete / stillGoing,
    interrupt: (attempt.interrupt * left) / stillGoing,
    withdraw: (attempt.withdraw * left) / stillGoing,
  };
}

/** The same attempt with another chance to complete it; interruptions and withdrawals keep their proportion. */
export function completingWith(attempt: AttemptChances, complete: number | undefined): AttemptChances {
  if (complete === undefined) return attempt;
  const rest = (1 - complete) / (1 - attempt.complete);
  return { complete, interrupt: attempt.interrupt * rest, withdraw: attempt.withdraw * rest };
}
