import { describe, expect, test } from 'vitest';
import { answerDocument } from '../../shared/model-file/answer-document.ts';
import { chanceOfRate, monthlyOfYearly } from '../../shared/pipeline/monthly-chance.ts';
import { documentOf } from '../support/model-cases.ts';

type Json = Readonly<Record<string, unknown>>;

const start = { start_month: '2026-12', horizon_months: 60 };
const pathway = {
  study_months: [10, 10, 10],
  award_lag_months: [2, 2, 2],
  stage_interval_months: 12,
  max_interruptions: 2,
};
const people = [
  { kind: 'studying', group: 'nurses', count: 12, stage: 1, elapsed: 2 },
  { kind: 'graduated', group: 'nurses', count: 6, held: 2, since_award: 8 },
  { kind: 'pi', group: 'nurses', count: 3 },
];
const fixed = (value: number) => ({ dist: 'fixed', value });
const three = (value: number) => [fixed(value), fixed(value), fixed(value)];
const certain = {
  withdraw: three(0.1),
  interrupt: three(0.2),
  return: fixed(0.7),
  go_on: [fixed(0.6), fixed(0.5)],
  coi: three(0.05),
  pi_from_none: three(0.01),
  pi_from_coi: three(0.03),
  pi_role_loss_yearly: fixed(0.05),
  groups: { nurses: { profession_ratio: fixed(1.2), leave_yearly: fixed(0.1) } },
  bands: [0, 12],
  band_multipliers: [0.5, 1],
};
const beta = (a: number, b: number) => ({ dist: 'beta', a, b });
const doubtful = {
  ...certain,
  withdraw: [beta(3, 27), beta(2, 23), beta(2, 18)],
  go_on: [beta(6, 4), beta(6, 4)],
};

function values(kind: string, inputs: Json, asks: readonly Json[]): number[] {
  const { document } = answerDocument(documentOf([{ id: 'x', kind, inputs, asks }]));
  const [answer] = 'answers' in document ? document.answers : [];
  if (answer === undefined || !('values' in answer)) throw new Error(JSON.stringify(answer ?? document));
  return answer.values as number[];
}

function refusal(inputs: Json): unknown {
  const asks = [{ measure: 'expected_stock', at: 12 }];
  const { document } = answerDocument(documentOf([{ id: 'x', kind: 'forecast', inputs, asks }]));
  const [answer] = 'answers' in document ? document.answers : [];
  return answer !== undefined && 'error' in answer ? [answer.error.code, answer.error.path] : answer;
}

const gain = { role: 'pi', window: [4, 40] };
const both = [
  { measure: 'expected_gain', ...gain },
  { measure: 'variance_gain', ...gain },
  { measure: 'p_gain_ge', ...gain, n: 3 },
  { measure: 'quantile_gain', ...gain, p: 0.9 },
  { measure: 'expected_stock', at: 40 },
  { measure: 'p_stock_ge', at: 40, n: 4 },
  { measure: 'expected_qualified', at: 40, held: 1 },
  { measure: 'p_joint_gain_ge', role: 'coi', window: [4, 16], n: 1, window2: [16, 28], n2: 2 },
];

describe('a forecast from a file', () => {
  test('with every rate certain is the projection with those rates', () => {
    const roles = (rate: number) =>
      [1, 2, 3].map(() => [0.5, 1].map((band) => chanceOfRate(rate * band * 1.2)));
    const nurses = {
      attempt: [1, 2, 3].map(() => ({ complete: 0.72, interrupt: 0.18, withdraw: 0.1 })),
      return: 0.7,
      go_on: [0.6, 0.5],
      bands: [0, 12],
      coi: roles(0.05),
      pi_from_none: roles(0.01),
      pi_from_coi: roles(0.03),
      leave_monthly: monthlyOfYearly(0.1),
      pi_leave_monthly: monthlyOfYearly(0.08),
      pi_role_loss_monthly: monthlyOfYearly(0.05),
    };
    const exact = values('projection', { ...start, pathway, people, groups: { nurses } }, both);
    const mixture = values('forecast', { ...start, pathway, people, priors: certain }, both);
    mixture.forEach((value, index) => expect(value).toBeCloseTo(exact[index]!, 9));
  });

  test('with doubt about the rates the two variances add up, and certainty has no second one', () => {
    const asks = ['variance_gain', 'chance_variance_gain', 'rates_variance_gain'].map((measure) => ({
      measure,
      ...gain,
    }));
    const [all, chance, rates] = values('forecast', { ...start, pathway, people, priors: doubtful }, asks);
    expect(all!).toBeCloseTo(chance! + rates!, 12);
    expect(rates!).toBeGreaterThan(0);
    const [, , none] = values('forecast', { ...start, pathway, people, priors: certain }, asks);
    expect(none!).toBeCloseTo(0, 12);
  });

  test('a history of people who went on raises the qualified, an old one less', () => {
    const asks = [{ measure: 'expected_qualified', at: 48, held: 2 }];
    const history = (cohort: string) => ({ going_on: [{ after: 1, cohort, chances: 40, taken: 38 }] });
    const inputs = { ...start, pathway, people, priors: doubtful, as_at: '2026-11-20', fade: 0.5 };
    const [before] = values('forecast', inputs, asks);
    const [after] = values('forecast', { ...inputs, history: history('2026-09') }, asks);
    const [old] = values('forecast', { ...inputs, history: history('2021-09') }, asks);
    expect(after!).toBeGreaterThan(old!);
    expect(old!).toBeGreaterThan(before!);
  });

  const gains = ['expected_gain', 'variance_gain', 'rates_variance_gain'].map((measure) => ({
    measure,
    ...gain,
  }));

  test('a spread of cohorts or of the nation of 0 changes no digit, and one above widens', () => {
    const asked = (more: Json): number[] =>
      values('forecast', { ...start, pathway, people, priors: doubtful, ...more }, gains);
    const plain = asked({});
    expect(asked({ cohort_spread: 0, national_spread: 0 })).toEqual(plain);
    const [tied, nation] = [asked({ cohort_spread: 0.2 }), asked({ national_spread: 0.3 })];
    expect(tied[1]!).toBeGreaterThan(plain[1]!);
    expect(tied[2]!).toBe(plain[2]!);
    expect(nation[2]!).toBeGreaterThan(plain[2]!);
    expect(Math.abs(tied[0]! - plain[0]!)).toBeLessThan(0.01);
  });

  test('a region is the total of its trusts, which a national effect ties together', () => {
    const inputs = { ...start, pathway, people, priors: doubtful, points: 31 };
    const alone = values('forecast', inputs, gains);
    const trusts = { other_trusts: [{ people }, { people }] };
    const total = values('forecast', { ...inputs, ...trusts }, gains);
    total.forEach((value, index) => expect(value).toBeCloseTo(3 * alone[index]!, 9));
    const tied = values('forecast', { ...inputs, ...trusts, national_spread: 0.3 }, gains);
    expect(tied[1]!).toBeGreaterThan(total[1]! * 1.2);
    expect(refusal({ ...inputs, other_trusts: [{ people: [{ ...people[0], group: 'doctors' }] }] })).toEqual([
      'bad-input',
      '/requests/0/inputs/other_trusts/0/people/0/group',
    ]);
  });

  test('people on other routes have beliefs of their own, which a history moves', () => {
    const route = { withdraw: beta(2, 18), interrupt: fixed(0.1), coi: fixed(0.05) };
    const doctoral = { ...route, pi_from_none: fixed(0.02), pi_from_coi: fixed(0.05) };
    const inputs = {
      ...start,
      pathway: { ...pathway, routes: { doctoral: { study_months: 36, award_lag_months: 0 } } },
      people: [{ kind: 'route', group: 'nurses', count: 5, route: 'doctoral', elapsed: 30 }],
      priors: { ...certain, routes: { doctoral } },
    };
    const [mean, , rates] = values('forecast', inputs, gains);
    expect(mean!).toBeGreaterThan(0);
    expect(rates!).toBeGreaterThan(0);
    const seen = [{ route: 'doctoral', cohort: '2023-09', completed: 10, withdrawn: 30 }];
    const [after] = values('forecast', { ...inputs, history: { route_attempts: seen } }, gains);
    expect(after!).toBeLessThan(mean!);
  });

  test.each([
    [
      'of somebody whose group has no prior',
      { people: [{ kind: 'pi', group: 'doctors', count: 1 }] },
      '/group',
    ],
    [
      'of somebody on a route without a prior',
      { people: [{ kind: 'route', group: 'nurses', count: 1, route: 'doctoral', elapsed: 3 }] },
      '/route',
    ],
  ])('%s is refused where it stands', (_, change, at) => {
    const refused = refusal({ ...start, pathway, priors: certain, ...change });
    expect(refused).toEqual(['bad-input', `/requests/0/inputs/people/0${at}`]);
  });
});
