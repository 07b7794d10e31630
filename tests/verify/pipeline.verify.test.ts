import { writeSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gapsOf, planOf, verifiedPlans } from '../support/pipeline-verify.ts';
import { forecastGaps, verifiedForecasts } from '../support/forecast-verify.ts';
import { sampleTrust } from '../support/pipeline-trust.ts';

const draws = 200_000;
/** Persons, and total variation: what the model promises (model.md, must show 3). */
const [widestMean, widestVariation] = [0.03, 0.02];

const plans = [
  ...verifiedPlans.map(({ id, seed, features }) => ({ id, seed, inputs: planOf(seed, features) })),
  { id: 'trust-60-learners', seed: 110, inputs: sampleTrust() },
];

describe(`the exact engine against an event-driven simulation of ${draws} draws`, () => {
  it.each(plans)('$id: means within 0.03 persons, total variation under 0.02', ({ id, seed, inputs }) => {
    const gaps = gapsOf(inputs, draws, seed);
    const meanGap = Math.max(...gaps.map((gap) => gap.meanGap));
    const variation = Math.max(...gaps.map((gap) => gap.variation ?? 0));
    const pass = meanGap < widestMean && variation < widestVariation;
    const numbers = { draws, counts: gaps.length, mean_gap: meanGap, total_variation: variation };
    // One line of JSON a plan, past the reporter, so that a script can read it.
    writeSync(1, `${JSON.stringify({ id, pass, numbers, seed })}\n`);
    expect(meanGap).toBeLessThan(widestMean);
    expect(variation).toBeLessThan(widestVariation);
  });
});

describe(`forecasts over what is believed of the rates against ${draws} draws, each with rates of its own`, () => {
  it.each(verifiedForecasts)(
    '$id: means within 0.03 persons, total variation under 0.02',
    ({ id, seed, inputs }) => {
      const gaps = forecastGaps(inputs, draws, seed);
      const meanGap = Math.max(...gaps.map((gap) => gap.meanGap));
      const variation = Math.max(...gaps.map((gap) => gap.variation));
      const pass = meanGap < widestMean && variation < widestVariation;
      const numbers = { draws, counts: gaps.length, mean_gap: meanGap, total_variation: variation };
      writeSync(1, `${JSON.stringify({ id, pass, numbers, seed })}\n`);
      expect(meanGap).toBeLessThan(widestMean);
      expect(variation).toBeLessThan(widestVariation);
    },
  );
});
