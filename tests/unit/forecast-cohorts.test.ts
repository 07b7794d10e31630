import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import {
  withNationalRatio,
  withNationalSpread,
  type Belief,
  type Beliefs,
} from '../../shared/pipeline/beliefs.ts';
import { meanOfBelief } from '../../shared/pipeline/calibration/mean-of-belief.ts';
import { distributionOf, exactly } from '../../shared/pipeline/count-distribution.ts';
import { evaluateProjection } from '../../shared/pipeline/evaluate-projection.ts';
import { withCohorts } from '../../shared/pipeline/forecast/cohort-lanes.ts';
import { drawRates, newDrawnRatesCache } from '../../shared/pipeline/forecast/drawn-rates.ts';
import {
  countOf,
  evaluateForecast,
  newForecastCaches,
} from '../../shared/pipeline/forecast/evaluate-forecast.ts';
import type { ForecastInputs, Measure } from '../../shared/pipeline/forecast/forecast-inputs.ts';
import { forecastYears } from '../../shared/pipeline/forecast/forecast-years.ts';
import { monthlySource } from '../../shared/pipeline/forecast/monthly-source.ts';
import { personKinds } from '../../shared/pipeline/forecast/person-kinds.ts';
import { regionalCount, regionalForecast } from '../../shared/pipeline/forecast/regional-forecast.ts';
import { groupRatesFrom } from '../../shared/pipeline/forecast/rates-from-values.ts';
import { newSampledCaches, sampledSource } from '../../shared/pipeline/forecast/sampled-source.ts';
import { gainChances, qualifiedChances } from '../../shared/pipeline/projection-chances.ts';
import type { Person } from '../../shared/pipeline/projection-inputs.ts';
import { leverForecast, newLeverCaches } from '../../shared/scenario/lever-forecast.ts';
import { priorBeliefs } from '../support/forecast-beliefs.ts';
import { planOf } from '../support/pipeline-verify.ts';

const groups = ['Nursing and Midwifery Registered', 'Allied Health Professionals'];
const dataCut = asPlainDate('2026-11-20');
const people: readonly Person[] = [
  { kind: 'planned', group: groups[0]!, count: 8, stage: 1, startIn: 9, uptake: 0.9 },
  { kind: 'planned', group: groups[1]!, count: 4, stage: 1, startIn: 9, uptake: 0.7 },
  { kind: 'studying', group: groups[0]!, count: 9, stage: 1, elapsed: 3 },
  { kind: 'interrupted', group: groups[1]!, count: 1, stage: 1, elapsed: 6, returnIn: 3 },
  { kind: 'studying', group: groups[1]!, count: 5, stage: 2, elapsed: 3, role: 'coi' },
  { kind: 'graduated', group: groups[0]!, count: 3, held: 1, sinceAward: 4, undecided: true, nextStartIn: 9 },
  { kind: 'pi', group: groups[0]!, count: 4 },
];
const { pathway } = planOf(1, {});
const trust: ForecastInputs = {
  startMonth: planOf(1, {}).startMonth,
  horizonMonths: 48,
  pathway,
  people,
  beliefs: priorBeliefs(groups),
};
const qualified: Measure = { kind: 'qualified', at: 40, held: 1 };
const gained: Measure = { kind: 'gain', gain: 'pi', window: [0, 40] };

function years(inputs: ForecastInputs, points = 31): string {
  return JSON.stringify(forecastYears(evaluateForecast(inputs, points), 'financial', dataCut));
}

/** Every belief at its mean. */
function sure(beliefs: Beliefs): Beliefs {
  const fixed = (belief: Belief): Belief => ({ kind: 'fixed', value: meanOfBelief(belief) });
  const each = (list: readonly Belief[]): Belief[] => list.map(fixed);
  return {
    ...beliefs,
    withdraw: each(beliefs.withdraw),
    interrupt: each(beliefs.interrupt),
    returnAfterInterruption: fixed(beliefs.returnAfterInterruption),
    goOn: each(beliefs.goOn),
    coi: each(beliefs.coi),
    piFromNone: each(beliefs.piFromNone),
    piFromCoi: each(beliefs.piFromCoi),
    piRoleLossYearly: fixed(beliefs.piRoleLossYearly),
    groups: Object.fromEntries(
      Object.entries(beliefs.groups).map(([name, group]) => [
        name,
        { professionRatio: fixed(group.professionRatio), leaveYearly: fixed(group.leaveYearly) },
      ]),
    ),
  };
}

describe('cohorts that do well or badly together, with doubt about the rates', () => {
  it('without a correlation are as before, byte for byte', () => {
    expect(years({ ...trust, cohortSpread: 0 })).toBe(years(trust));
    expect(years({ ...trust, cohortSpread: undefined })).toBe(years(trust));
  });

  it('keep the mean within 0.01 persons, and spread wider the more they are tied', () => {
    for (const measure of [qualified, gained]) {
      const counts = [0, 0.03, 0.1, 0.3].map((cohortSpread) =>
        countOf(evaluateForecast({ ...trust, cohortSpread }, 127), measure),
      );
      counts.forEach(({ mean, variance, ratesVariance, chanceVariance }, index) => {
        expect(Math.abs(mean - counts[0]!.mean)).toBeLessThan(0.01);
        expect(variance).toBeGreaterThan(index === 0 ? 0 : counts[index - 1]!.variance);
        // How a cohort does is chance: what rates account for stays.
        expect(ratesVariance).toBe(counts[0]!.ratesVariance);
        expect(chanceVariance + ratesVariance).toBeCloseTo(variance, 12);
      });
    }
  });

  it('with certain rates have the law of the exact engine, which integrates over each cohort', () => {
    const beliefs = sure(trust.beliefs);
    const valueOf = (id: string): number =>
      drawRates(beliefs, 31, newDrawnRatesCache()).values.get(id)?.[0] ?? NaN;
    const rates = Object.fromEntries(groups.map((name) => [name, groupRatesFrom(name, beliefs, valueOf)]));
    for (const cohortSpread of [0.05, 0.3]) {
      const { startMonth, horizonMonths } = trust;
      const exact = evaluateProjection({
        startMonth,
        horizonMonths,
        pathway,
        people,
        groups: rates,
        cohortSpread,
      });
      const mixture = evaluateForecast({ ...trust, beliefs, cohortSpread }, 127);
      for (const [measure, chances] of [
        [qualified, qualifiedChances(exact, 40, 1)],
        [gained, gainChances(exact, 'pi', [0, 40])],
      ] as const) {
        const [law, wanted] = [countOf(mixture, measure), distributionOf(chances)];
        const apart = Array.from({ length: 35 }, (_, n) => Math.abs(exactly(law, n) - exactly(wanted, n)));
        expect(apart.reduce((sum, gap) => sum + gap, 0) / 2).toBeLessThan(0.015);
      }
    }
  });

  it('take the same chances from the sampled kernels as from the monthly engine', () => {
    const cache = newDrawnRatesCache();
    const plan = { ...trust, cohortSpread: 0.2 };
    const drawn = withCohorts(plan, drawRates(plan.beliefs, 31, cache), people, cache)!;
    const { sampled } = personKinds(plan);
    const [fast, slow] = [
      sampledSource(plan, drawn, sampled, newSampledCaches())!,
      monthlySource(
        plan,
        drawn,
        sampled.map(({ person }) => person),
      ),
    ];
    for (const measure of [qualified, gained, { kind: 'qualified', at: 30, held: 2 } as const]) {
      const [a, b] = [fast.chancesOf(measure), slow.chancesOf(measure)];
      expect(a.reduce((most, chance, at) => Math.max(most, Math.abs(chance - b[at]!)), 0)).toBeLessThan(
        2e-13,
      );
    }
  });

  it('are the same whatever the order of people, with caches kept, and who is followed month by month', () => {
    const resident: Person = {
      kind: 'studying',
      group: groups[0]!,
      count: 2,
      stage: 1,
      elapsed: 3,
      leavesIn: 20,
    };
    const plan = { ...trust, people: [...people, resident], cohortSpread: 0.1 };
    const once = years(plan);
    expect(years({ ...plan, people: [...plan.people].reverse() })).toBe(once);
    const caches = newForecastCaches();
    evaluateForecast({ ...plan, cohortSpread: 0.2 }, 31, caches);
    const again = forecastYears(evaluateForecast(plan, 31, caches), 'financial', dataCut);
    expect(JSON.stringify(again)).toBe(once);
    const split = forecastYears(leverForecast(plan, 31, newLeverCaches()), 'financial', dataCut);
    expect(JSON.stringify(split)).toBe(once);
  });

  it('somebody who begins alone shares nothing', () => {
    const alone = people.map((person, index): Person =>
      person.kind === 'planned' ? { ...person, count: 1, startIn: 3 + index } : { ...person, count: 1 },
    );
    const [first] = [alone.slice(0, 2).concat(alone.slice(4))];
    const law = (cohortSpread: number) =>
      countOf(evaluateForecast({ ...trust, people: first, cohortSpread }, 31), qualified).pmf;
    law(0.4).forEach((mass, n) => expect(mass).toBeCloseTo(law(0)[n]!, 12));
  });
});

describe('a national effect on the role rates', () => {
  const points = 31;
  const mean = (inputs: ForecastInputs): number => countOf(evaluateForecast(inputs, 127), gained).mean;

  it('without a spread changes no byte', () => {
    expect(years({ ...trust, beliefs: withNationalSpread(trust.beliefs, 0) })).toBe(years(trust));
    const one = withNationalRatio(trust.beliefs, { kind: 'fixed', value: 1 });
    expect(years({ ...trust, beliefs: one })).toBe(years(trust));
  });

  it('widens the forecast of a trust, and leaves those who hold an award alone', () => {
    const beliefs = withNationalSpread(trust.beliefs, 0.3);
    const caches = newForecastCaches();
    evaluateForecast(trust, 127, caches);
    const [with_, without] = [
      evaluateForecast({ ...trust, beliefs }, 127, caches),
      evaluateForecast(trust, 127),
    ];
    expect(countOf(with_, gained).ratesVariance).toBeGreaterThan(
      countOf(without, gained).ratesVariance * 1.1,
    );
    expect(Math.abs(countOf(with_, qualified).mean - countOf(without, qualified).mean)).toBeLessThan(0.05);
    expect(Math.abs(mean({ ...trust, beliefs }) - mean(trust))).toBeLessThan(0.05 * mean(trust));
  });

  it('trusts without one are independent: means and variances add up', () => {
    const alone = countOf(evaluateForecast(trust, points), gained);
    const total = regionalCount(regionalForecast([trust, trust, trust], 0, points), gained);
    expect(total.mean).toBeCloseTo(3 * alone.mean, 10);
    expect(total.variance).toBeCloseTo(3 * alone.variance, 10);
    expect(total.nationalVariance).toBe(0);
    const fromLaw = total.pmf.reduce((sum, mass, n) => sum + mass * (total.from + n - total.mean) ** 2, 0);
    expect(fromLaw).toBeCloseTo(total.variance, 8);
  });

  it('trusts with one move together: what it adds grows with the square of their number', () => {
    const [one, three] = [[trust], [trust, trust, trust]].map((trusts) =>
      regionalCount(regionalForecast(trusts, 0.2, points), gained),
    );
    expect(three!.nationalVariance).toBeCloseTo(9 * one!.nationalVariance, 8);
    expect(three!.variance).toBeGreaterThan(3 * one!.variance);
    expect(three!.pmf.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 12);
  });

  it('of one trust is the forecast with the effect as one more rate', () => {
    const region = regionalCount(regionalForecast([trust], 0.3, 127), gained);
    const beliefs = withNationalSpread(trust.beliefs, 0.3);
    const own = countOf(evaluateForecast({ ...trust, beliefs }, 127), gained);
    expect(region.mean).toBeCloseTo(own.mean, 1);
    expect(Math.abs(region.variance / own.variance - 1)).toBeLessThan(0.06);
  });

  it('a total of no trust is refused', () => {
    expect(() => regionalForecast([], 0.1, 31)).toThrow('needs a trust');
  });
});
