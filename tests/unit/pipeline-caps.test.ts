import { describe, expect, it } from 'vitest';
import { ModelError } from '../../shared/core/errors.ts';
import { cappedLaw, cappedPiGains, expectedAbove } from '../../shared/pipeline/capped-gains.ts';
import { distributionOf, exactly, type Chance } from '../../shared/pipeline/count-distribution.ts';
import { evaluateProjection } from '../../shared/pipeline/evaluate-projection.ts';
import { gainChances } from '../../shared/pipeline/projection-chances.ts';
import { regionalTotal, sharedVariance } from '../../shared/pipeline/regional-total.ts';
import { planOf } from '../support/pipeline-verify.ts';

const coin = (count: number, probability = 0.5): Chance => ({ count, probability });

describe('first PI roles and the studies that want one', () => {
  it('two who would be PI with even chances, and one opening: one with 3/4, and a quarter of a person waits', () => {
    const law = distributionOf([coin(2)]);
    expect(cappedLaw(law, 1)).toEqual({ from: 0, pmf: [0.25, 0.75] });
    expect(expectedAbove(law, 1)).toBe(0.25);
    expect(cappedLaw(law, 0)).toEqual({ from: 0, pmf: [1] });
    expect(expectedAbove(law, 0)).toBe(1);
    expect(cappedLaw(law, 2)).toEqual(law);
  });

  it('openings count from their month on, and an opening nobody takes stays open', () => {
    const projection = evaluateProjection(planOf(3, {}));
    const free = distributionOf(gainChances(projection, 'pi', [0, 30]));
    const early = cappedPiGains(projection, { from: [0, 12, 29, 30], knownTo: 30 }, 30);
    if (early.kind !== 'capped') throw new Error('openings are known');
    expect(early.gains.openings).toBe(3);
    expect(exactly(early.gains, 2)).toBe(exactly(free, 2));
    expect(early.gains.p90).toBeLessThanOrEqual(3);
    expect(early.gains.cut).toBeGreaterThan(0);
  });

  it('where openings are not known nothing is capped, and that is said', () => {
    const answer = cappedPiGains(evaluateProjection(planOf(3, {})), null, 30);
    expect(answer).toEqual({
      kind: 'not-capped',
      why: 'How many studies will want a Principal Investigator is not known.',
    });
  });
});

it('past the months that openings are known for nothing is capped either', () => {
  const answer = cappedPiGains(evaluateProjection(planOf(3, {})), { from: [0], knownTo: 12 }, 13);
  expect(answer).toEqual({
    kind: 'not-capped',
    why: 'Which studies will want a Principal Investigator is known for 12 months only.',
  });
});

describe('a total over trusts that share a national rate', () => {
  it('is that of all their people when nothing is shared', () => {
    const total = regionalTotal([[[[coin(3, 0.2)]]], [[[coin(2, 0.7)]]]]);
    const wanted = distributionOf([coin(3, 0.2), coin(2, 0.7)]);
    for (let n = 0; n <= 5; n += 1) expect(exactly(total, n)).toBeCloseTo(exactly(wanted, n), 14);
  });

  it('two trusts of one person, both sure or both hopeless with the nation, are never at odds', () => {
    const trust = [[[coin(1, 0)]], [[coin(1, 1)]]];
    const total = regionalTotal([trust, trust]);
    expect([0, 1, 2].map((n) => exactly(total, n))).toEqual([0.5, 0, 0.5]);
    expect(sharedVariance([trust, trust])).toBe(1);
  });

  it('what is the trust’s own varies trust by trust', () => {
    const trust = [[[coin(1, 0)], [coin(1, 1)]]];
    const total = regionalTotal([trust, trust]);
    expect([0, 1, 2].map((n) => exactly(total, n))).toEqual([0.25, 0.5, 0.25]);
    expect(sharedVariance([trust, trust])).toBe(0);
  });

  it('trusts that do not share their points are refused', () => {
    const one = [[[coin(1)]]];
    expect(() => regionalTotal([one, [...one, ...one]])).toThrow(ModelError);
    expect(() => regionalTotal([])).toThrow(ModelError);
    expect(() => regionalTotal([[[]]])).toThrow(ModelError);
  });
});
