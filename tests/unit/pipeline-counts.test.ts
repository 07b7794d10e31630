import { describe, expect, it } from 'vitest';
import {
  atLeast,
  distributionOf,
  exactly,
  meanOf,
  spreadQuantile,
  varianceOf,
  wholeQuantile,
  type Chance,
} from '../../shared/pipeline/count-distribution.ts';
import { evaluateProjection } from '../../shared/pipeline/evaluate-projection.ts';
import { answerProjectionAsk, parseProjectionAsk } from '../../shared/pipeline/projection-asks.ts';
import { projectYears } from '../../shared/pipeline/project-years.ts';
import { parseProjectionInputs } from '../../shared/pipeline/projection-schema.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { projectionCase } from '../support/pipeline-cases.ts';
import { poissonBinomial } from '../support/pipeline-enumeration.ts';
import { sampleTrust } from '../support/pipeline-trust.ts';

const total = (pmf: readonly number[]): number => pmf.reduce((sum, mass) => sum + mass, 0);

describe('the law of a count', () => {
  it('nobody counted is none for certain', () => {
    expect(distributionOf([])).toEqual({ from: 0, pmf: [1] });
    expect(distributionOf([{ probability: 0.4, count: 0 }])).toEqual({ from: 0, pmf: [1] });
  });

  it('people certain to count, and certain not to, only shift it', () => {
    const chances = [
      { probability: 1, count: 3 },
      { probability: 0, count: 90 },
      { probability: 0.5, count: 1 },
    ];
    expect(distributionOf(chances)).toEqual({ from: 3, pmf: [0.5, 0.5] });
  });

  it('a block of people alike is the same as adding them one by one', () => {
    const chances: Chance[] = [
      { probability: 0.37, count: 40 },
      { probability: 0.004, count: 200 },
      { probability: 0.9, count: 25 },
      { probability: 0.6, count: 3 },
    ];
    const wanted = poissonBinomial(
      chances.flatMap(({ probability, count }) => Array.from({ length: count }, () => probability)),
    );
    const law = distributionOf(chances);
    wanted.forEach((mass, n) => expect(Math.abs(exactly(law, n) - mass)).toBeLessThan(1e-14));
  });

  it.each([
    [100_000, 0.3],
    [100_000, 1e-7],
    [100_000, 1 - 1e-9],
    [9, 1e-300],
    [2_000, 0.5],
  ])('Binomial(%d, %d) adds up to 1 and keeps its mean and variance', (count, probability) => {
    const chances = [{ probability, count }];
    const { from, pmf } = distributionOf(chances);
    expect(Math.abs(total(pmf) - 1)).toBeLessThan(1e-12);
    const mean = pmf.reduce((sum, mass, index) => sum + mass * (from + index), 0);
    expect(mean).toBeCloseTo(meanOf(chances), 6);
    const spread = pmf.reduce((sum, mass, index) => sum + mass * (from + index - mean) ** 2, 0);
    expect(spread).toBeCloseTo(varianceOf(chances), 5);
  });

  it('a small tail keeps its digits', () => {
    expect(atLeast(distributionOf([{ probability: 1e-3, count: 5 }]), 5)).toBeCloseTo(1e-15, 25);
  });

  it('a chance that reaches the level but for rounding counts as reaching it, in whole people', () => {
    // P(N = 0) = 0.9, reached as 0.3 + 0.6 would be: with a last bit missing.
    expect(wholeQuantile({ from: 0, pmf: [0.9 - 2e-16, 0.1] }, 0.9)).toBe(0);
    expect(wholeQuantile({ from: 2, pmf: [0.5, 0.4, 0.1] }, 0.5)).toBe(2);
    expect(wholeQuantile({ from: 2, pmf: [0.5, 0.4, 0.1] }, 0.51)).toBe(3);
  });

  it('the spread quantile is continuous: n + ½ from either side', () => {
    const law = { from: 0, pmf: [0.5, 0.5] };
    expect(spreadQuantile(law, 0.5)).toBe(0.5);
    expect(spreadQuantile(law, 0.5 + 1e-12)).toBeCloseTo(0.5, 9);
    expect(spreadQuantile(law, 1 - 1e-16)).toBeCloseTo(1.5, 9);
  });
});

describe('size and sameness', () => {
  it('a region of 2,000 people in 400 kinds is answered whole', () => {
    const trust = sampleTrust();
    const people = Array.from({ length: 400 }, (_, index) => ({
      ...trust.people[index % 45]!,
      count: 5,
      retireMonthly: index / 40_000,
    }));
    const { years } = projectYears(
      { ...trust, people },
      { basis: 'financial', dataCut: asPlainDate('2026-11-20') },
    );
    expect(years).toHaveLength(11);
    for (const { byThen, piInPost } of years) {
      for (const { from, pmf, mean } of [byThen.piGained, piInPost]) {
        expect(Math.abs(total(pmf) - 1)).toBeLessThan(1e-12);
        expect(pmf.reduce((sum, mass, index) => sum + mass * (from + index), 0)).toBeCloseTo(mean, 8);
      }
    }
  });

  it('the same inputs give the same bytes, which do not depend on the machine', () => {
    const trust = sampleTrust();
    const answer = (): string =>
      JSON.stringify(projectYears(trust, { basis: 'academic', dataCut: asPlainDate('2026-11-20') }));
    expect(answer()).toBe(answer());
    const p11 = evaluateProjection(parseProjectionInputs(projectionCase('P11').inputs));
    const chance = answerProjectionAsk(
      p11,
      parseProjectionAsk({ measure: 'p_gain_ge', window: [24, 40], n: 6 }),
    );
    expect(String(chance)).toBe('0.6790587233886175');
  });
});
