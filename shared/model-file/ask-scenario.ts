import { asPlainDate } from '../calendar/plain-date.ts';
import { publishedParameters } from '../parameters/default-set.ts';
import { evaluateScenario } from '../scenario/evaluate-scenario.ts';
import type { ScenarioAnswer } from '../scenario/scenario-answer.ts';
import type { ScenarioInputs } from '../scenario/scenario-inputs.ts';

/** A request of the file holds all its figures: no team, no default and no pay table stands behind it. */
const nothingElse = {
  schema: 1,
  dataCut: asPlainDate('2026-11-20'),
  basis: 'trust',
  horizon: null,
  teams: [],
  pipeline: null,
} as const satisfies ScenarioInputs;

/** Asks the one function that page and server ask, so that a file cannot be answered otherwise than they are. */
export function askScenario(
  asked: Pick<ScenarioInputs, 'wards'> | Pick<ScenarioInputs, 'pipeline'>,
): ScenarioAnswer {
  return evaluateScenario({ ...nothingElse, ...asked }, publishedParameters);
}
