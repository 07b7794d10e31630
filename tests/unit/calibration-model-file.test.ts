import { describe, expect, it } from 'vitest';
import { answerDocument } from '../../shared/model-file/answer-document.ts';
import { documentOf } from '../support/model-cases.ts';

type Answer = { readonly values?: readonly number[]; readonly error?: { code: string; path: string } };

function ask(kind: string, inputs: unknown, asks: readonly unknown[]): Answer {
  const { document } = answerDocument(documentOf([{ id: 'a', kind, inputs, asks }]));
  const { error, ...answer } = ('answers' in document ? document.answers[0] : document) as Answer;
  return error === undefined ? answer : { error: { ...error, path: error.path.replace('/requests/0', '') } };
}

const measure = (name: string, more: object = {}) => ({ measure: name, ...more });

describe('mixture', () => {
  it('a role taken up by half of those who complete halves the mean and keeps the law a chance', () => {
    const inputs = { n: 12, completion_prior: { dist: 'beta', a: 6, b: 2 }, role_hazard: 0.5 };
    const counts = Array.from({ length: 13 }, (_, n) => measure('p_eq', { n }));
    const { values } = ask('mixture', inputs, [measure('mean'), measure('variance'), ...counts]);
    const [mean, variance, ...law] = values!;
    const moment = (power: number): number => law.reduce((sum, mass, n) => sum + mass * n ** power, 0);
    expect(moment(0)).toBeCloseTo(1, 12);
    expect(mean).toBeCloseTo(4.5, 12);
    expect(moment(1)).toBeCloseTo(4.5, 12);
    expect(variance).toBeCloseTo(moment(2) - 4.5 ** 2, 10);
  });

  it('weights are brought to one, and left out weigh the same', () => {
    const asks = [measure('mean'), measure('p_ge', { n: 18 })];
    const values = { n: 20, completion_values: [0.7, 0.9] };
    const even = ask('mixture', values, asks);
    expect(ask('mixture', { ...values, weights: [3, 3] }, asks)).toEqual(even);
    expect(ask('mixture', { ...values, weights: [1, 3] }, asks).values![0]).toBeCloseTo(17, 12);
  });

  it.each([
    [{ n: 5 }, '/inputs/completion_prior'],
    [{ n: 5, completion_values: [0.5], weights: [1, 2] }, '/inputs/weights'],
    [{ n: 5, completion_values: [1.5] }, '/inputs/completion_values/0'],
    [{ n: -1, completion_values: [0.5] }, '/inputs/n'],
    [{ n: 5, completion_prior: { dist: 'beta', a: 0, b: 2 } }, '/inputs/completion_prior/a'],
  ])('%j is refused at %s', (inputs, path) => {
    expect(ask('mixture', inputs, [measure('mean')]).error).toMatchObject({ code: 'bad-input', path });
  });
});

describe('posterior', () => {
  const prior = { dist: 'beta', a: 27, b: 3 };

  it('takes one cohort or many, as started and completed, trials and successes, or successes and failures', () => {
    const asks = [measure('posterior_a'), measure('posterior_b')];
    const shapes = [
      { started: 24, completed: 19, censored: 2 },
      [{ trials: 22, successes: 19 }],
      [
        { successes: 10, failures: 1 },
        { successes: 9, failures: 2 },
      ],
    ];
    for (const history of shapes) expect(ask('posterior', { prior, history }, asks).values).toEqual([46, 6]);
  });

  it('lets what is old count for less', () => {
    const history = [{ started: 10, completed: 5, age_years: 3 }];
    const { values } = ask('posterior', { prior, history, fade: 0.8 }, [measure('posterior_a')]);
    expect(values![0]).toBeCloseTo(27 + 5 * 0.512, 12);
  });

  it('of a fractional shape has the predictive of the formula', () => {
    const gamma = { dist: 'gamma', shape: 2.5, rate_months: 200 };
    const { values } = ask('posterior', { prior: gamma }, [
      measure('predictive_p_event_within', { months: 24 }),
    ]);
    expect(values![0]).toBeCloseTo(1 - (200 / 224) ** 2.5, 13);
  });

  it('of a dirichlet says how many of the next complete', () => {
    const dirichlet = { dist: 'dirichlet', complete: 17, interrupt: 1, withdraw: 2 };
    const { values } = ask('posterior', { prior: dirichlet, future_n: 1 }, [
      measure('predictive_p_ge', { n: 1 }),
    ]);
    expect(values![0]).toBeCloseTo(0.85, 14);
  });

  it.each([
    [{ prior, history: { person_months: 3, events: 1 } }, 'posterior_a', '/inputs/history'],
    [{ prior, history: { started: 3, completed: 4 } }, 'posterior_a', '/inputs/history'],
    [{ prior }, 'posterior_shape', '/asks/0/measure'],
  ])('%j asked for %s is refused at %s', (inputs, name, path) => {
    expect(ask('posterior', inputs, [measure(name)]).error).toMatchObject({ code: 'bad-input', path });
  });

  it('has no predictive without the number to come', () => {
    const { error } = ask('posterior', { prior }, [measure('predictive_p_ge', { n: 1 })]);
    expect(error).toMatchObject({ code: 'bad-input', path: '/asks/0/measure' });
  });
});

describe('score', () => {
  it('refuses chances that do not add up to one', () => {
    const { error } = ask('score', { pmf: [0.5, 0.4] }, [measure('quantile', { p: 0.5 })]);
    expect(error).toMatchObject({ code: 'bad-input', path: '/inputs/pmf' });
  });

  it('takes outcomes the forecast gave no chance', () => {
    const names = ['pit_lower', 'pit_upper', 'central80_contains', 'central90_contains'];
    const asks = names.map((name) => measure(name, { observed: 9 }));
    expect(ask('score', { pmf: [0.5, 0.5] }, asks).values).toEqual([1, 1, 0, 0]);
  });
});
