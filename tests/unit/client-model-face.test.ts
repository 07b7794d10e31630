import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { withOverrides, type Override } from '../../shared/parameters/override.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import { answerTo } from '../../client/workers/model-face.ts';
import { scenarioOf, stressPlan, stressTeam } from '../support/plans.ts';

const untyped = { ...stressPlan(), team: { ...stressTeam, coverRates: {} } };
const inputs = scenarioOf([untyped]);
const dear: Override = {
  code: 'EMPLOYER_NI_RATE',
  effectiveFrom: asPlainDate('2027-04-06'),
  value: 3_000,
  low: null,
  high: null,
  source: 'A fear',
  status: 'assumption',
};

describe('the model in the worker', () => {
  it('answers with the trust’s own values in place, as the server does', () => {
    const published = answerTo('scenario', inputs, []);
    const own = answerTo('scenario', inputs, [dear]);
    expect(published).toEqual({ ok: true, value: evaluateScenario(inputs, publishedParameters) });
    expect(own).toEqual({
      ok: true,
      value: evaluateScenario(inputs, withOverrides(publishedParameters, [dear])),
    });
    if (!published.ok || !own.ok) throw new Error('refused');
    const cost = (answer: typeof own): number =>
      answer.value.byYear.reduce((sum, { costPence }) => sum + costPence, 0);
    expect(cost(own)).toBeGreaterThan(cost(published));
  });

  it('puts 50 own values in place in well under a millisecond each', () => {
    const many = Object.keys(publishedParameters.rows)
      .slice(0, 50)
      .map((code) => ({ ...dear, code }));
    const start = performance.now();
    for (let time = 0; time < 20; time += 1) withOverrides(publishedParameters, many);
    expect((performance.now() - start) / 20).toBeLessThan(50);
  });
});
