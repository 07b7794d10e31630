import { ModelError, type ErrorCode } from '../../shared/core/errors.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { withOverrides, type Override } from '../../shared/parameters/override.ts';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import { askForecast, type ForecastAsk } from '../../shared/scenario/ask-forecast.ts';
import { askLevers, type LeverAsk } from '../../shared/scenario/ask-levers.ts';
import { askTeam } from '../../shared/scenario/ask-team.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import { newLeverCaches } from '../../shared/scenario/lever-forecast.ts';

/** An answer of the model across the worker's border, where an error would lose its code. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly message: string } };

/** Kept as long as the worker is: a lever's next step finds the lattice, the plan and the unchanged rates made. */
const caches = newLeverCaches();

/** What pages may ask the model in its worker: the server's own functions, with the parameters of the trust. */
const questions = {
  scenario: evaluateScenario,
  team: askTeam,
  forecast: (ask: ForecastAsk) => askForecast(ask, caches.forecast),
  levers: (ask: LeverAsk) => askLevers(ask, caches),
} as const;

export type Question = keyof typeof questions;
export type InputsOf<Q extends Question> = Parameters<(typeof questions)[Q]>[0];
export type AnswerOf<Q extends Question> = ReturnType<(typeof questions)[Q]>;

/**
 * Answers a question with a trust's own values in the place of the published ones; a refusal of the model comes back as
 * a value, a fault of the program is thrown.
 */
export function answerTo<Q extends Question>(
  question: Q,
  inputs: InputsOf<Q>,
  overrides: readonly Override[],
): Reply<AnswerOf<Q>> {
  const evaluate = questions[question] as (inputs: InputsOf<Q>, set: ParameterSet) => AnswerOf<Q>;
  try {
    return { ok: true, value: evaluate(inputs, withOverrides(publishedParameters, overrides)) };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { ok: false, error: { code: error.code, message: error.message } };
  }
}
