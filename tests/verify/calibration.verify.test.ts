import { writeSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calibratedOf, calibrationTrust } from '../support/calibration-trusts.ts';

/** `TRUSTS=6000 npm run verify:calibration` is the long run. */
const trusts = Number(process.env['TRUSTS'] ?? 600);
/** From so many trusts on, coverage itself has to agree; with fewer it is told by its standard error alone. */
const manyTrusts = 6_000;
const widestGap = 0.015;
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
    'rates as believed: $kind, $share: covers what it holds',
    ({ kind, share, covered, mass, standardError, errors, crps }) => {
      const many = trusts >= manyTrusts;
      const pass = many ? Math.abs(covered - mass) <= widestGap : Math.abs(errors) <= 3;
      const numbers = {
        ...{ trusts, points, share, covered: rounded(covered), mass: rounded(mass) },
        ...{ standard_error: rounded(standardError), errors: rounded(errors), crps: rounded(crps) },
      };
      say({ id: `mixture-${kind}-${share * 100}`, pass, numbers, seed });
      if (many) expect(Math.abs(covered - mass)).toBeLessThanOrEqual(widestGap);
      else expect(Math.abs(errors)).toBeLessThanOrEqual(3);
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
