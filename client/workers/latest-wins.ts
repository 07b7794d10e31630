/** Asks at most one thing at a time; of what is asked meanwhile only the newest is kept. */
export type LatestWins<I> = {
  readonly ask: (inputs: I) => void;
  /** Nothing is called back any more. */
  readonly stop: () => void;
};

type Listeners<A> = {
  /** `newer` is true while a newer question is already waiting. */
  readonly onAnswer: (answer: A, newer: boolean) => void;
  readonly onFault: (fault: unknown) => void;
};

/**
 * A queue of one: while an answer is being worked out, questions asked meanwhile replace one another, and the last of
 * them is asked next. An answer is never followed by an older one.
 */
export function latestWins<I, A>(
  evaluate: (inputs: I) => Promise<A>,
  { onAnswer, onFault }: Listeners<A>,
): LatestWins<I> {
  let waiting: { readonly inputs: I } | null = null;
  let running = false;
  let stopped = false;

  async function run(inputs: I): Promise<void> {
    try {
      const answer = await evaluate(inputs);
      if (!stopped) onAnswer(answer, waiting !== null);
    } catch (fault) {
      if (!stopped) onFault(fault);
    }
  }

  async function drain(): Promise<void> {
    running = true;
    while (waiting !== null && !stopped) {
      const { inputs } = waiting;
      waiting = null;
      await run(inputs);
    }
    running = false;
  }

  return {
    ask: (inputs) => {
      waiting = { inputs };
      if (!running) void drain();
    },
    stop: () => {
      stopped = true;
    },
  };
}
