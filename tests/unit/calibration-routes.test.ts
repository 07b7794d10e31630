import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { Learner } from '../../shared/learners/learner.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { historyOf } from '../../shared/pipeline/calibration/history-of.ts';
import { meanOfBelief } from '../../shared/pipeline/calibration/mean-of-belief.ts';
import { priorBeliefsOn } from '../../shared/pipeline/calibration/prior-beliefs.ts';
import type { RegisterFacts } from '../../shared/pipeline/calibration/register-facts.ts';
import { noHistory, type RouteHistory } from '../../shared/pipeline/calibration/trust-history.ts';
import { updateBeliefs } from '../../shared/pipeline/calibration/update-beliefs.ts';
import { ratesBesideBeliefs } from '../../shared/pipeline/beyond-base.ts';
import { defaultGroupsOn, pathwayOn } from '../../shared/pipeline/default-rates.ts';
import { dimensionsOf } from '../../shared/pipeline/forecast/dimensions.ts';
import { countOf, evaluateForecast } from '../../shared/pipeline/forecast/evaluate-forecast.ts';
import type { Measure } from '../../shared/pipeline/forecast/forecast-inputs.ts';
import type { Person } from '../../shared/pipeline/projection-inputs.ts';
import { isOtherRoute, routeClocksOn, routeRatesOn } from '../../shared/pipeline/route-rates.ts';
import { routes } from '../../shared/programmes/routes.ts';
import { forecastPlan } from '../../shared/scenario/forecast-plan.ts';

const day = asPlainDate;
const cut = day('2026-11-20');
const group = 'Nursing and Midwifery Registered';
const others = routes.filter(isOtherRoute);
const prior = priorBeliefsOn(publishedParameters, cut, others).value;
const months = { internship: 6, doctoral: 36, appointed: 0 };

function row(personId: string, over: Partial<Learner>): Learner {
  return {
    ...{ id: `${personId} ${over.route}`, personId, route: 'internship', university: 'none', stage: 'none' },
    ...{ intakeMonth: asMonth('2023-09'), weeklyReleaseMinutes: null, statedReleaseMinutes: null },
    ...{ releaseDays: null, studyDayRule: 'lapses', supervisor: null, fundingSource: null },
    ...{ feePence: null, fundingPence: null, status: 'enrolled', statusDate: day('2023-09-15') },
    ...{ startedOn: day('2023-09-15'), interruptedOn: null, returnsOn: null, withdrawnOn: null },
    ...{ qualifiedOn: null, interruptions: 0, roleHeld: null, roleSince: null, version: 1 },
    ...over,
  };
}

function history(
  over: Partial<RegisterFacts>,
  asAt: PlainDate = day('2025-08-31'),
): RouteHistory | undefined {
  const posts = (over.learners ?? []).map(({ personId }) => ({
    ...{ personId, staffGroup: group, ageBand: '31-35', from: day('2018-01-01'), to: null },
  }));
  const facts = { asAt, learners: [], leftTrust: new Set<string>(), studies: [], entries: [], posts };
  return historyOf({ ...facts, staffSeenFrom: null, ...over }, [0, 6, 12, 24], months).routes;
}

const done = { status: 'qualified', qualifiedOn: day('2024-03-10') } as const;

describe('what a register says of other routes', () => {
  it('attempts end as the register says, and a direct appointment is none', () => {
    const seen = history({
      learners: [
        row('a', done),
        row('b', { status: 'withdrawn', withdrawnOn: day('2023-12-01') }),
        row('c', { route: 'doctoral' }),
        row('d', { route: 'appointed' }),
      ],
    })!;
    expect(seen.attempts).toEqual([
      {
        route: 'doctoral',
        cohort: '2023-09',
        completed: 0,
        interrupted: 0,
        withdrawn: 0,
        censored: [24 / 36],
      },
      { route: 'internship', cohort: '2023-09', completed: 1, interrupted: 0, withdrawn: 1, censored: [] },
    ]);
  });

  it('who left the trust on the way neither completed nor withdrew', () => {
    const learners = [row('a', { status: 'withdrawn', withdrawnOn: day('2023-12-01') })];
    const seen = history({ learners, leftTrust: new Set([learners[0]!.id]) })!;
    expect(seen.attempts[0]).toMatchObject({ withdrawn: 0, censored: [0.5] });
  });

  it('the intake after an internship is a chance to start the PGCert, once it is over', () => {
    const started = row('b', { ...done, route: 'internship' });
    const pgcert = row('b', { route: 'framework', stage: 'pgcert', startedOn: day('2024-09-20') });
    const learners = [row('a', done), started, pgcert];
    expect(history({ learners })!.entries).toEqual([
      { route: 'internship', cohort: '2024-09', chances: 2, taken: 1 },
    ]);
    expect(history({ learners: [row('a', done)] }, day('2024-08-31'))!.entries).toEqual([]);
  });

  it('months after a route count for it up to an award, and for the award from then on', () => {
    const learners = [
      row('a', done),
      row('a', {
        ...{ route: 'framework', stage: 'pgcert', startedOn: day('2024-09-20') },
        ...{ status: 'qualified', qualifiedOn: day('2025-07-01') },
      }),
    ];
    const entries = [
      { studyId: 's', personId: 'a', role: 'coi' as const, startedOn: day('2024-12-05'), endedOn: null },
    ];
    const facts = { asAt: day('2025-08-31'), leftTrust: new Set<string>(), studies: [], staffSeenFrom: null };
    const posts = [{ personId: 'a', staffGroup: group, ageBand: null, from: day('2018-01-01'), to: null }];
    const seen = historyOf({ ...facts, learners, entries, posts }, [0, 6, 12, 24], months);
    const months_ = (rows: readonly { months: number }[]) => rows.reduce((sum, one) => sum + one.months, 0);
    // March 2024 to June 2025, then July and August.
    expect(months_(seen.routes!.roles)).toBe(16);
    expect(months_(seen.roles)).toBe(2);
    expect(seen.routes!.roles.reduce((sum, one) => sum + one.coiEvents, 0)).toBe(1);
    expect(seen.roles.every(({ from }) => from === 'coi')).toBe(true);
  });

  it('a register without such rows has no history of routes', () => {
    expect(history({ learners: [row('a', { route: 'framework', stage: 'pgcert' })] })).toBeUndefined();
  });
});

describe('what is believed of other routes', () => {
  it('has the mean of the table: Beta(2, 18) of the doctorate, Gamma(3, 45) of the first Co-I role after it', () => {
    expect(prior.routes!['doctoral']!.withdraw).toEqual({ kind: 'beta', a: 2, b: 18 });
    const fixed = routeRatesOn(publishedParameters, cut, others).value.rates;
    for (const route of others) {
      const { withdraw, coi } = prior.routes![route]!;
      expect(meanOfBelief(withdraw)).toBeCloseTo(fixed[route]!.attempt.withdraw, 12);
      // Chance a month in the second band, whose multiplier is 1.
      expect(1 - Math.exp(-meanOfBelief(coi))).toBeCloseTo(fixed[route]!.coi[1]!, 12);
      if (coi.kind === 'gamma') expect(coi.shape).toBe(3);
    }
    expect(prior.routes!['appointed']!.withdraw).toEqual({ kind: 'fixed', value: 0 });
  });

  it('history moves the rates of its own route, and says with how many people', () => {
    const cohort = asMonth('2025-09');
    const attempts = [
      { route: 'doctoral' as const, cohort, completed: 12, interrupted: 0, withdrawn: 8, censored: [] },
    ];
    const seen = { ...noHistory, routes: { attempts, entries: [], roles: [] } };
    const { beliefs, workings } = updateBeliefs(prior, seen, { asAt: cut, fade: 1 });
    expect(beliefs.routes!['doctoral']!.withdraw).toEqual({ kind: 'beta', a: 10, b: 30 });
    expect(beliefs.routes!['predoctoral']).toEqual(prior.routes!['predoctoral']);
    const working = workings.find(({ id }) => id === 'route-withdraw:doctoral')!;
    expect([working.priorWorth, working.yours, working.events]).toEqual([20, 20, 8]);
    expect(workings.some(({ id }) => id === 'route-withdraw:appointed')).toBe(false);
  });
});

describe('a forecast of people on other routes', () => {
  const groups = Object.fromEntries(
    Object.entries(defaultGroupsOn(publishedParameters, cut).value).map(([name, rates]) => [
      name,
      { ...rates, routes: routeRatesOn(publishedParameters, cut, others).value.rates },
    ]),
  );
  const pathway = {
    ...pathwayOn(publishedParameters, cut).value,
    routes: routeClocksOn(publishedParameters, cut, others),
  };
  const people: readonly Person[] = [
    { kind: 'route', route: 'doctoral', group, count: 6, elapsed: 30 },
    { kind: 'route', route: 'associate-pi', group, count: 5, sinceEnd: 2 },
    { kind: 'studying', stage: 1, group, count: 4, elapsed: 2 },
  ];
  const inputs = { startMonth: asMonth('2026-12'), horizonMonths: 40, pathway, groups, people };
  const gained: Measure = { kind: 'gain', gain: 'pi', window: [0, 40] };

  it('holds what is not known of their rates, those of the framework keeping their draws', () => {
    const fixed = { ...forecastPlan(inputs, { ...prior, routes: undefined }) };
    const believed = forecastPlan(inputs, prior);
    const [one, two] = [fixed, believed].map((plan) => countOf(evaluateForecast(plan, 127), gained));
    expect(two!.ratesVariance).toBeGreaterThan(one!.ratesVariance * 1.2);
    expect(Math.abs(two!.mean - one!.mean)).toBeLessThan(0.12 * one!.mean);
    const slots = new Map(dimensionsOf(fixed.beliefs).map(({ id, slot }) => [id, slot]));
    for (const { id, slot } of dimensionsOf(believed.beliefs)) {
      if (slots.has(id)) expect(slot).toBe(slots.get(id));
    }
    expect(new Set(dimensionsOf(prior).map(({ slot }) => slot)).size).toBe(dimensionsOf(prior).length);
  });

  it('asks of the beliefs only the routes that somebody is on', () => {
    expect(Object.keys(forecastPlan(inputs, prior).beliefs.routes!).sort()).toEqual([
      'associate-pi',
      'doctoral',
    ]);
    const framework = { ...inputs, people: people.slice(2) };
    expect(forecastPlan(framework, prior).beliefs.routes).toBeUndefined();
    expect(Object.keys(forecastPlan(inputs, prior).fixedRates!)).toEqual(
      Object.keys(ratesBesideBeliefs(groups)),
    );
  });

  it('ties those who began a route together as those of a course, where asked', () => {
    const plan = forecastPlan(inputs, prior, { cohort: 0.3, national: 0 });
    const done_: Measure = { kind: 'gain', gain: 'investigator', window: [0, 40] };
    const apart = countOf(evaluateForecast(forecastPlan(inputs, prior), 31), done_);
    const tied = countOf(evaluateForecast(plan, 31), done_);
    expect(tied.variance).toBeGreaterThan(apart.variance);
    expect(Math.abs(tied.mean - apart.mean)).toBeLessThan(0.02);
  });
});
