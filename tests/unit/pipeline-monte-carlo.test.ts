import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import {
  atLeast,
  distributionOf,
  exactly,
  meanOf,
  varianceOf,
  type Chance,
} from '../../shared/pipeline/count-distribution.ts';
import { evaluateProjection } from '../../shared/pipeline/evaluate-projection.ts';
import {
  gainChances,
  piChances,
  piLossChances,
  qualifiedChances,
  type Window,
} from '../../shared/pipeline/projection-chances.ts';
import type { GroupRates, ProjectionInputs } from '../../shared/pipeline/projection-inputs.ts';
import { simulate, type Tally } from '../support/pipeline-monte-carlo.ts';
import { sampleTrust } from '../support/pipeline-trust.ts';

const brisk: GroupRates = {
  attempt: [
    { complete: 0.6, interrupt: 0.25, withdraw: 0.15 },
    { complete: 0.5, interrupt: 0.4, withdraw: 0.1 },
    { complete: 0.7, interrupt: 0.2, withdraw: 0.1 },
  ],
  returnAfterInterruption: 0.75,
  goOn: [0.7, 0.8],
  bands: [0, 4, 11],
  coi: [
    [0.05, 0.2, 0.1],
    [0.1, 0.15, 0.2],
    [0.3, 0.1, 0.05],
  ],
  piFromNone: [
    [0.02, 0.05, 0.1],
    [0.1, 0.05, 0.02],
    [0.2, 0.1, 0.05],
  ],
  piFromCoi: [
    [0.04, 0.12, 0.06],
    [0.1, 0.2, 0.1],
    [0.15, 0.25, 0.1],
  ],
  leaveMonthly: 0.02,
  piLeaveMonthly: 0.01,
  piRoleLossMonthly: 0.06,
  piReturnMonthly: 0.08,
};

/** Interruptions, returns, going on, lapses, known ends, returns to the role, retirement, roles at the start. */
const everything: ProjectionInputs = {
  startMonth: asMonth('2026-12'),
  horizonMonths: 52,
  pathway: {
    studyMonths: [10, 10, 10],
    awardLagMonths: [2, 2, 2],
    stageIntervalMonths: 12,
    maxInterruptions: 2,
  },
  groups: { a: brisk, b: { ...brisk, leaveMonthly: 0.04, piReturnMonthly: 0, piRoleLossMonthly: 0.1 } },
  people: [
    {
      kind: 'planned',
      group: 'a',
      count: 3,
      stage: 1,
      startIn: 2,
      uptake: 0.8,
      retireMonthly: [0, 0, 0.01, 0.03],
    },
    { kind: 'planned', group: 'b', count: 1, stage: 3, startIn: 9, uptake: 0.5, role: 'coi' },
    { kind: 'studying', group: 'a', count: 2, stage: 1, elapsed: 3, role: 'pi', roleEndsIn: 7 },
    { kind: 'studying', group: 'b', count: 2, stage: 2, elapsed: 9 },
    { kind: 'interrupted', group: 'a', count: 2, stage: 1, elapsed: 4, returnIn: 5, interruptionsUsed: 1 },
    {
      kind: 'interrupted',
      group: 'b',
      count: 1,
      stage: 2,
      elapsed: 0,
      returnIn: 0,
      interruptionsUsed: 2,
      role: 'coi',
    },
    { kind: 'graduated', group: 'a', count: 2, held: 1, sinceAward: 3, undecided: true, nextStartIn: 9 },
    { kind: 'graduated', group: 'b', count: 1, held: 2, sinceAward: 20, retireMonthly: 0.02 },
    { kind: 'pi', group: 'a', count: 2, roleEndsIn: 12, held: 2 },
    { kind: 'pi', group: 'a', count: 2, retireMonthly: [0.01, 0.02, 0.03] },
    { kind: 'pi', group: 'b', count: 1, roleEndsIn: 0, held: 3 },
  ],
};

const windows: Window[] = [
  [0, 4],
  [4, 16],
  [16, 28],
  [28, 40],
  [40, 52],
  [0, 52],
];
const draws = 200_000;

type Measure = Exclude<keyof Tally, 'rotated' | 'waiting' | 'withdrawn'>;

function exactChances(inputs: ProjectionInputs): Record<Measure, Chance[][]> {
  const projection = evaluateProjection(inputs);
  return {
    coi: windows.map((window) => gainChances(projection, 'coi', window)),
    pi: windows.map((window) => gainChances(projection, 'pi', window)),
    stock: windows.map(([, to]) => piChances(projection, to)),
    qualified: windows.map(([, to]) => qualifiedChances(projection, to, 1)),
    lost: windows.map((window) => piLossChances(projection, window)),
  };
}

function histograms(inputs: ProjectionInputs, number: number, seed: number): Record<Measure, number[][]> {
  const people = inputs.people.reduce((sum, { count }) => sum + count, 0);
  const empty = (): number[][] => windows.map(() => Array.from({ length: people + 1 }, () => 0));
  const counts = { coi: empty(), pi: empty(), stock: empty(), qualified: empty(), lost: empty() };
  simulate(inputs, windows, number, seed, (tally) => {
    for (const measure of Object.keys(counts) as Measure[]) {
      tally[measure].forEach((n, index) => {
        counts[measure][index]![n]! += 1;
      });
    }
  });
  return counts;
}

describe('the exact engine against an event-driven simulation of 200,000 draws', () => {
  const exact = exactChances(everything);
  const counted = histograms(everything, draws, 20261120);

  it.each(Object.keys(exact) as Measure[])('%s: every mean lies within 4 standard errors', (measure) => {
    windows.forEach((_, index) => {
      const chances = exact[measure][index]!;
      const mean = counted[measure][index]!.reduce((sum, times, n) => sum + times * n, 0) / draws;
      const error = Math.sqrt(varianceOf(chances) / draws);
      expect(Math.abs(mean - meanOf(chances))).toBeLessThanOrEqual(4 * error + 1e-12);
    });
  });

  it.each(Object.keys(exact) as Measure[])('%s: every chance of at least n lies within 4.5', (measure) => {
    windows.forEach((_, index) => {
      const law = distributionOf(exact[measure][index]!);
      let tail = draws;
      counted[measure][index]!.forEach((times, n) => {
        const p = atLeast(law, n);
        const error = Math.sqrt((p * (1 - p)) / draws);
        // A chance too small to be met twice in so many draws has no error to speak of.
        expect(Math.abs(tail / draws - p)).toBeLessThanOrEqual(4.5 * error + 3 / draws);
        tail -= times;
      });
    });
  });

  it.each(Object.keys(exact) as Measure[])('%s: total variation is under 0.02', (measure) => {
    windows.forEach((_, index) => {
      const law = distributionOf(exact[measure][index]!);
      const apart = counted[measure][index]!.map((times, n) => Math.abs(times / draws - exactly(law, n)));
      expect(apart.reduce((sum, value) => sum + value, 0) / 2).toBeLessThan(0.02);
    });
  });
});

it('the simulation of a trust agrees with the engine on every mean within 4 standard errors', () => {
  const trust = sampleTrust();
  const exact = exactChances(trust);
  const number = 20_000;
  const counted = histograms(trust, number, 7);
  for (const measure of Object.keys(exact) as Measure[]) {
    windows.forEach((_, index) => {
      const chances = exact[measure][index]!;
      const mean = counted[measure][index]!.reduce((sum, times, n) => sum + times * n, 0) / number;
      const error = Math.sqrt(varianceOf(chances) / number);
      expect(Math.abs(mean - meanOf(chances)), `${measure} ${index}`).toBeLessThanOrEqual(4 * error + 1e-12);
    });
  }
});

it('the simulation repeats itself for the same seed, and not for another', () => {
  expect(histograms(everything, 500, 3)).toEqual(histograms(everything, 500, 3));
  expect(histograms(everything, 500, 3)).not.toEqual(histograms(everything, 500, 4));
});
