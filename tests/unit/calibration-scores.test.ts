import { describe, expect, it } from 'vitest';
import { clopperPearson } from '../../shared/pipeline/calibration/clopper-pearson.ts';
import { coverageOf, poisson, scoresOf } from '../../shared/pipeline/calibration/forecast-scores.ts';
import { centralInterval, crps, pitOf } from '../../shared/pipeline/calibration/scores.ts';

const law = { from: 2, pmf: [0.1, 0.2, 0.4, 0.2, 0.1] };

describe('the scores of one forecast', () => {
  it('do not change when impossible counts are written out as zeros', () => {
    const written = { from: 0, pmf: [0, 0, ...law.pmf, 0, 0] };
    for (const observed of [0, 1, 2, 4, 6, 9]) {
      expect(crps(written, observed)).toBeCloseTo(crps(law, observed), 14);
      expect(pitOf(written, observed)).toEqual(pitOf(law, observed));
    }
  });

  it('CRPS is the expected miss less half the expected distance of two draws', () => {
    const counts = law.pmf.map((mass, place) => ({ mass, n: law.from + place }));
    const distance = (to: number): number =>
      counts.reduce((sum, { mass, n }) => sum + mass * Math.abs(n - to), 0);
    const between = counts.reduce((sum, { mass, n }) => sum + mass * distance(n), 0);
    for (const observed of [0, 3, 4, 8]) {
      expect(crps(law, observed)).toBeCloseTo(distance(observed) - between / 2, 13);
    }
  });

  it('the central interval holds at least what is asked for, and says how much', () => {
    expect(centralInterval(law, 0.8)).toEqual({ low: 2, high: 5, mass: expect.closeTo(0.9, 12) as number });
    expect(centralInterval(law, 0.5)).toEqual({ low: 3, high: 5, mass: expect.closeTo(0.8, 12) as number });
  });
});

describe('the scores of many', () => {
  it('18 of 20 can only be told from 68% to 99%', () => {
    const { low, high } = clopperPearson(18, 20, 0.95);
    expect([low.toFixed(3), high.toFixed(3)]).toEqual(['0.683', '0.988']);
    expect(clopperPearson(0, 10, 0.95)).toEqual({ low: 0, high: expect.closeTo(0.3085, 4) as number });
    expect(clopperPearson(10, 10, 0.95).high).toBe(1);
  });

  it('coverage counts what fell inside and says how many it would expect', () => {
    const scored = [2, 3, 4, 5, 6, 3, 4, 5].map((observed) => ({ law, observed, lastYear: null }));
    const { covered, forecasts, mass, expected } = coverageOf(scored, 0.8);
    expect([covered, forecasts]).toEqual([7, 8]);
    expect(mass).toBeCloseTo(0.9, 12);
    expect(expected).toEqual({ low: 6, high: 8 });
  });

  it('forecasts that are right give ten even bins, and no bias', () => {
    const scored = law.pmf.flatMap((mass, place) =>
      Array.from({ length: Math.round(mass * 10) }, () => ({ law, observed: law.from + place, lastYear: 4 })),
    );
    const scores = scoresOf(scored)!;
    for (const bin of scores.pit) expect(bin).toBeCloseTo(0.1, 12);
    expect(scores.bias).toBeCloseTo(0, 12);
    expect(scores.skill).toBeGreaterThan(0.1);
    expect(scores.logScore).toBeCloseTo(-law.pmf.reduce((sum, mass) => sum + mass * Math.log(mass), 0), 12);
  });

  it('ranges too narrow give a U shape', () => {
    const sure = { from: 4, pmf: [1] };
    const scored = [2, 3, 5, 6].map((observed) => ({ law: sure, observed, lastYear: null }));
    const scores = scoresOf(scored)!;
    expect(scores.pit.map((bin) => Number(bin.toFixed(3)))).toEqual([0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0.5]);
    expect([scores.skill, scores.logScore]).toEqual([null, null]);
    expect(scores.coverage.map(({ covered }) => covered)).toEqual([0, 0]);
  });

  it('are none of none', () => {
    expect(scoresOf([])).toBeNull();
  });

  it('a Poisson law adds up and has its mean as its variance', () => {
    for (const mean of [0, 0.3, 7, 60]) {
      const { pmf } = poisson(mean);
      const moment = (power: number): number => pmf.reduce((sum, mass, k) => sum + mass * k ** power, 0);
      expect(moment(0)).toBeCloseTo(1, 12);
      expect(moment(2) - moment(1) ** 2).toBeCloseTo(mean, 8);
    }
  });
});
