import { ModelError, type ErrorCode } from '../../shared/core/errors.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { askPipeline } from '../../shared/scenario/ask-pipeline.ts';
import { askTeam } from '../../shared/scenario/ask-team.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';

/** An answer of the model across the worker's border, where an error would lose its code. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly message: string } };

/** What pages may ask the model in its worker: the server's own functions, with the parameters the product ships. */
const questions = {
  scenario: (inputs: Parameters<typeof evaluateScenario>[0]) => evaluateScenario(inputs, publishedParameters),
  pipeline: (ask: Parameters<typeof askPipeline>[0]) => askPipeline(ask, publishedParameters),
  team: (ask: Parameters<typeof askTeam>[0]) => askTeam(ask, publishedParameters),
} as const;

export type Question = keyof typeof questions;
export type InputsOf<Q extends Question> = Parameters<(typeof questions)[Q]>[0];
export type AnswerOf<Q extends Question> = ReturnType<(typeof questions)[Q]>;

/** Answers a question; a refusal of the model comes back as a value, a fault of the program is thrown. */
export function answerTo<Q extends Question>(question: Q, inputs: InputsOf<Q>): Reply<AnswerOf<Q>> {
  const evaluate = questions[question] as (inputs: InputsOf<Q>) => AnswerOf<Q>;
  try {
    return { ok: true, value: evaluate(inputs) };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { ok: false, error: { code: error.code, message: error.message } };
  }
}
