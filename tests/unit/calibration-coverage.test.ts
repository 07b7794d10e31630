import { describe, expect, it } from 'vitest';
import { calibratedOf, calibrationTrust, type TrustResult } from '../support/calibration-trusts.ts';

/** Few enough for every run; `npm run verify:calibration` has 600. */
const trusts = Array.from({ length: 40 }, (_, index) => calibrationTrust(1 + index, 31));

describe('forecasts of forty synthetic trusts drawn from the prior', () => {
  it('cover within three standard errors of the mass they hold: yearly gains, cumulative gains and stock', () => {
    const calibrated = calibratedOf(trusts.map(({ mixture }) => mixture));
    expect(calibrated).toHaveLength(6);
    for (const { errors } of calibrated) expect(Math.abs(errors)).toBeLessThanOrEqual(3);
  });

  it('with rates fixed at their means cover less of what adds up over years than they say they hold', () => {
    const gap = (results: readonly TrustResult[]): number => {
      const gaps = calibratedOf(results).filter(({ kind }) => kind !== 'yearly');
      return gaps.reduce((sum, { covered, mass }) => sum + covered - mass, 0) / gaps.length;
    };
    expect(gap(trusts.map(({ fixed }) => fixed))).toBeLessThan(-0.02);
    expect(gap(trusts.map(({ mixture }) => mixture))).toBeGreaterThan(-0.02);
  });
});
