import { writeSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calibratedOf, calibrationTrust } from '../support/calibration-trusts.ts';

const trusts = 600;
const seed = 1;
const points = 64;

function say(line: Readonly<Record<string, unknown>>): void {
  // One line of JSON a measure, past the reporter, so that a script can read it.
  writeSync(1, `${JSON.stringify(line)}\n`);
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

describe(`forecasts of ${trusts} synthetic trusts drawn from the prior`, () => {
  const results = Array.from({ length: trusts }, (_, index) => calibrationTrust(seed + index, points));

  it.each(calibratedOf(results.map(({ mixture }) => mixture)))(
    'rates as believed: $kind, $share: covers within three standard errors of what it holds',
    ({ kind, share, covered, mass, standardError, errors, crps }) => {
      const pass = Math.abs(errors) <= 3;
      const numbers = {
        ...{ trusts, points, share, covered: rounded(covered), mass: rounded(mass) },
        ...{ standard_error: rounded(standardError), errors: rounded(errors), crps: rounded(crps) },
      };
      say({ id: `mixture-${kind}-${share * 100}`, pass, numbers, seed });
      expect(Math.abs(errors)).toBeLessThanOrEqual(3);
    },
  );

  it('rates fixed at their means: cumulative gains and stock fail the same test', () => {
    const fixed = calibratedOf(results.map((result) => result.fixed));
    for (const { kind, share, covered, mass, standardError, errors, crps } of fixed) {
      const numbers = {
        ...{ trusts, share, covered: rounded(covered), mass: rounded(mass) },
        ...{ standard_error: rounded(standardError), errors: rounded(errors), crps: rounded(crps) },
      };
      const wanted = kind !== 'yearly';
      say({ id: `fixed-rates-fail-${kind}-${share * 100}`, pass: !wanted || errors < -3, numbers, seed });
      if (wanted) expect(errors).toBeLessThan(-3);
    }
  });
});
