import { useEffect, useMemo, useRef, useState } from 'react';
import { latestWins, type LatestWins } from '../workers/latest-wins.ts';
import type { AnswerOf, InputsOf, Question, Reply } from '../workers/model-face.ts';
import { useOverrides } from './parameters.ts';
import { askModel } from '../workers/model.ts';

export type ModelAnswer<A> = {
  /** The last good answer: it stays on screen, marked "updating", while the next is worked out. */
  readonly answer: A | null;
  readonly updating: boolean;
  /** Why there is no answer to what is asked now, in the model's own words. */
  readonly error: string | null;
};

const fault = 'The answer could not be worked out. Reload the page; nothing you typed is stored yet.';

/**
 * Asks the model in its worker whenever the inputs change; the latest answer wins.
 *
 * `const { answer, updating, error } = useModelAnswer('team', ask);` where `ask` is `null` until it is complete. Inputs
 * are compared by value, so they may be built anew on every render.
 */
export function useModelAnswer<Q extends Question>(
  question: Q,
  inputs: InputsOf<Q> | null,
): ModelAnswer<AnswerOf<Q>> {
  const [state, setState] = useState<ModelAnswer<AnswerOf<Q>>>({
    answer: null,
    updating: inputs !== null,
    error: null,
  });
  const key = inputs === null ? null : JSON.stringify(inputs);
  const asked = useMemo(() => (key === null ? null : (JSON.parse(key) as InputsOf<Q>)), [key]);
  const overrides = useOverrides();
  const queue = useRef<LatestWins<InputsOf<Q>> | null>(null);

  useEffect(() => {
    queue.current = latestWins<InputsOf<Q>, Reply<AnswerOf<Q>>>(
      (next) => askModel(question, next, overrides),
      {
        onAnswer: (reply, newer) =>
          setState((last) =>
            reply.ok
              ? { answer: reply.value, updating: newer, error: null }
              : { answer: last.answer, updating: newer, error: reply.error.message },
          ),
        onFault: () => setState((last) => ({ answer: last.answer, updating: false, error: fault })),
      },
    );
    return () => queue.current?.stop();
  }, [question, overrides]);

  useEffect(() => {
    if (asked === null) return;
    setState((last) => ({ ...last, updating: true }));
    queue.current?.ask(asked);
  }, [asked, question, overrides]);

  return state;
}
