import { wrap, type Remote } from 'comlink';
import type { Override } from '../../shared/parameters/override.ts';
import type { AnswerOf, answerTo, InputsOf, Question, Reply } from './model-face.ts';

type Face = { readonly answerTo: typeof answerTo };

let worker: Remote<Face> | null = null;

/** One worker, started at the first question and kept: starting one costs more than most answers. */
function theWorker(): Remote<Face> {
  worker ??= wrap<Face>(new Worker(new URL('./model.worker.ts', import.meta.url), { type: 'module' }));
  return worker;
}

/** Asks the model in its worker. Rejects only for a fault of the program; a refusal is a value. */
export function askModel<Q extends Question>(
  question: Q,
  inputs: InputsOf<Q>,
  overrides: readonly Override[],
): Promise<Reply<AnswerOf<Q>>> {
  const ask = theWorker().answerTo as unknown as (
    ...asked: [Q, InputsOf<Q>, readonly Override[]]
  ) => Promise<Reply<AnswerOf<Q>>>;
  return ask(question, inputs, overrides);
}
