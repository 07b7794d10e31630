import { describe, expect, it } from 'vitest';
import { betaNodes } from '../../shared/pipeline/beta-nodes.ts';
import {
  atLeast,
  distributionOf,
  exactly,
  meanOf,
  varianceOf,
} from '../../shared/pipeline/count-distribution.ts';
import { evaluateProjection } from '../../shared/pipeline/evaluate-projection.ts';
import { covarianceOf, jointAtLeast } from '../../shared/pipeline/joint-gain.ts';
import { gainChances, gainPairChances, qualifiedChances } from '../../shared/pipeline/projection-chances.ts';
import type { Person, ProjectionInputs } from '../../shared/pipeline/projection-inputs.ts';
import { simulate } from '../support/pipeline-monte-carlo.ts';
import { planOf } from '../support/pipeline-verify.ts';

/** Rising factorial a(a + 1)…(a + n − 1). */
function rising(a: number, n: number): number {
  let product = 1;
  for (let step = 0; step < n; step += 1) product *= a + step;
  return product;
}

function betaBinomial(n: number, k: number, a: number, b: number): number {
  // Taken together, so that nothing overflows for hundreds of people.
  let chance = 1;
  for (let step = 0; step < n; step += 1) {
    const ways = step < k ? (n - step) / (step + 1) : 1;
    chance *= (ways * (step < k ? a + step : b + step - k)) / (a + b + step);
  }
  return chance;
}

/** Everybody stays, attempts end with 0.7, 0.2, 0.1, nobody comes back from an interruption. */
function plan(people: readonly Person[], cohortSpread: number): ProjectionInputs {
  const base = planOf(1, {});
  const attempt = { complete: 0.7, interrupt: 0.2, withdraw: 0.1 };
  const rates = {
    ...base.groups['a']!,
    attempt: [attempt, attempt, attempt],
    returnAfterInterruption: 0,
    leaveMonthly: 0,
    piLeaveMonthly: 0,
  };
  return { ...base, horizonMonths: 30, groups: { a: rates }, people, cohortSpread };
}

const planned = (count: number, startIn = 3): Person => ({
  kind: 'planned',
  group: 'a',
  count,
  stage: 1,
  startIn,
  uptake: 1,
});

describe('people who begin the same stage in the same month', () => {
  const [spread, people] = [0.05, 12];
  const [a, b] = [(0.7 * (1 - spread)) / spread, (0.3 * (1 - spread)) / spread];
  const awards = gainChances(evaluateProjection(plan([planned(people)], spread)), 'award', [0, 30]);

  it('complete in a number that is Beta-binomial', () => {
    const law = distributionOf(awards);
    for (let n = 0; n <= people; n += 1) {
      expect(exactly(law, n)).toBeCloseTo(betaBinomial(people, n, a, b), 13);
    }
  });

  it('spread wider than independent people by 1 + (n − 1) × the correlation', () => {
    expect(meanOf(awards)).toBeCloseTo(people * 0.7, 12);
    expect(varianceOf(awards)).toBeCloseTo(people * 0.7 * 0.3 * (1 + (people - 1) * spread), 10);
  });

  it('move together over two windows as over one', () => {
    const projection = evaluateProjection(plan([planned(people)], spread));
    const pairs = gainPairChances(projection, 'award', [0, 30], [10, 20]);
    expect(covarianceOf(pairs)).toBeCloseTo(varianceOf(awards), 10);
    const law = distributionOf(awards);
    expect(jointAtLeast(pairs, 8, 9)).toBeCloseTo(atLeast(law, 9), 12);
  });

  it('are not tied to those of another month, nor to an attempt that is over', () => {
    const apart = evaluateProjection(plan([planned(1), planned(1, 15)], 0.4));
    expect(varianceOf(qualifiedChances(apart, 30, 1))).toBeCloseTo(2 * 0.7 * 0.3, 12);
    const over: Person = { kind: 'studying', group: 'a', count: 5, stage: 1, elapsed: 11 };
    expect(varianceOf(qualifiedChances(evaluateProjection(plan([over], 0.4)), 30, 1))).toBeCloseTo(0, 12);
  });

  it('keep the law of more than the nodes are exact for', () => {
    const many = gainChances(evaluateProjection(plan([planned(200)], spread)), 'award', [0, 30]);
    const law = distributionOf(many);
    for (const n of [100, 130, 140, 160]) {
      expect(exactly(law, n)).toBeCloseTo(betaBinomial(200, n, a, b), 5);
    }
  });

  it('without a correlation are as independent as before, byte for byte', () => {
    const law = (inputs: ProjectionInputs) =>
      distributionOf(gainChances(evaluateProjection(inputs), 'award', [0, 30]));
    const { cohortSpread, ...absent } = plan([planned(9)], 0);
    expect(cohortSpread).toBe(0);
    expect(law(plan([planned(9)], 0))).toEqual(law(absent));
  });
});

describe('a cohort of people with different chances', () => {
  const base = plan([planned(6), { ...planned(6), group: 'b' }], 0.3);
  const harder = { complete: 0.4, interrupt: 0.3, withdraw: 0.3 };
  const easy = base.groups['a']!;
  const inputs = { ...base, groups: { a: easy, b: { ...easy, attempt: [harder, harder, harder] } } };
  const draws = 20_000;
  const counts = new Float64Array(13);
  simulate(inputs, [[0, 30]], draws, 17, ({ qualified }) => {
    counts[qualified[0]!]! += 1;
  });
  const apart = (given: ProjectionInputs): number => {
    const law = distributionOf(qualifiedChances(evaluateProjection(given), 30, 1));
    return counts.reduce((sum, times, n) => sum + Math.abs(times / draws - exactly(law, n)), 0) / 2;
  };

  it('has the law of the simulation, which draws the cohort anew each time', () => {
    expect(apart(inputs)).toBeLessThan(0.02);
  });

  it('and not that of independent people, nor of another correlation', () => {
    expect(apart({ ...inputs, cohortSpread: 0 })).toBeGreaterThan(0.15);
    expect(apart({ ...inputs, cohortSpread: 0.1 })).toBeGreaterThan(0.05);
  });
});

describe('the nodes of a Beta', () => {
  it.each([
    [2, 3, 4],
    [0.05, 0.6, 12],
    [40, 0.3, 24],
    [1, 1, 7],
    [13.3, 5.7, 24],
  ])('Beta(%d, %d) has its moments up to 2 × %d − 1', (a, b, size) => {
    const nodes = betaNodes(a, b, size);
    for (let power = 0; power < 2 * size; power += 1) {
      const moment = nodes.reduce((sum, { value, weight }) => sum + weight * value ** power, 0);
      expect(moment).toBeCloseTo(rising(a, power) / rising(a + b, power), 11);
    }
    expect(nodes.every(({ value, weight }) => value > 0 && value < 1 && weight > 0)).toBe(true);
  });

  it('one node lies at the mean', () => {
    expect(betaNodes(3, 1, 1)[0]!.value).toBeCloseTo(0.75, 15);
  });
});
