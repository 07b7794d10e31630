import { expect, test } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { distributionOf, spreadQuantile } from '../../shared/pipeline/count-distribution.ts';
import { evaluateProjection } from '../../shared/pipeline/evaluate-projection.ts';
import { gainChances, piChances, type Window } from '../../shared/pipeline/projection-chances.ts';
import { projectYears, yearWindows } from '../../shared/pipeline/project-years.ts';
import type { ProjectionInputs } from '../../shared/pipeline/projection-inputs.ts';
import { simulate } from '../support/pipeline-monte-carlo.ts';
import { sampleTrust } from '../support/pipeline-trust.ts';

const trust = sampleTrust();
const years = yearWindows(trust.startMonth, trust.horizonMonths, 'financial');
const windows: Window[] = [...years, ...years.map(([, to]): Window => [0, to])];
const levels = [0.05, 0.95] as const;
/** People: the accuracy asked of both ends of the 90% range of every count. */
const accuracy = 0.25;

/** Yearly Co-I and PI gains, cumulative PI gains and PI stock, each a full law; their 5% and 95% points. */
function exactEnds(inputs: ProjectionInputs): number[] {
  const projection = evaluateProjection(inputs);
  const laws = [
    ...years.map((window) => gainChances(projection, 'coi', window)),
    ...years.map((window) => gainChances(projection, 'pi', window)),
    ...years.map(([, to]) => gainChances(projection, 'pi', [0, to])),
    ...years.map(([, to]) => piChances(projection, to)),
  ].map(distributionOf);
  return laws.flatMap((law) => levels.map((p) => spreadQuantile(law, p)));
}

function simulatedEnds(inputs: ProjectionInputs, draws: number, seed: number): number[] {
  const people = inputs.people.reduce((sum, { count }) => sum + count, 0);
  const size = years.length;
  const counts = Array.from({ length: 4 * size }, () => new Float64Array(people + 1));
  simulate(inputs, windows, draws, seed, ({ coi, pi, stock }) => {
    for (let year = 0; year < size; year += 1) {
      counts[year]![coi[year]!]! += 1;
      counts[size + year]![pi[year]!]! += 1;
      counts[2 * size + year]![pi[size + year]!]! += 1;
      counts[3 * size + year]![stock[year]!]! += 1;
    }
  });
  const laws = counts.map((list) => ({ from: 0, pmf: Array.from(list, (times) => times / draws) }));
  return laws.flatMap((law) => levels.map((p) => spreadQuantile(law, p)));
}

function medianMs(run: () => unknown, times: number): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)]!;
}

test('the exact engine against the simulation at the accuracy of a quarter of a person', () => {
  const wanted = exactEnds(trust);
  const worst = (draws: number, seed: number): number =>
    Math.max(...simulatedEnds(trust, draws, seed).map((end, index) => Math.abs(end - wanted[index]!)));
  let draws = 125;
  while ([1, 2, 3].some((seed) => worst(draws, seed) > accuracy)) draws *= 2;

  const exact = medianMs(() => exactEnds(trust), 41);
  const simulated = medianMs(() => simulatedEnds(trust, draws, 1), 5);
  const page = medianMs(
    () => projectYears(trust, { basis: 'financial', dataCut: asPlainDate('2026-11-20') }),
    41,
  );
  const region = {
    ...trust,
    people: Array.from({ length: 400 }, (_, index) => ({
      ...trust.people[index % 57]!,
      count: 5,
      retireMonthly: index / 40_000,
    })),
  };
  const rows = [
    {
      name: 'projection-trust',
      median_ms: exact,
      baseline: `simulation, ${draws} draws`,
      baseline_ms: simulated,
    },
    { name: 'projection-trust-page', median_ms: page, baseline: null, baseline_ms: null },
    {
      name: 'projection-region-2000',
      median_ms: medianMs(() => exactEnds(region), 11),
      baseline: null,
      baseline_ms: null,
    },
  ].map((row) => ({ ...row, ratio: row.baseline_ms === null ? null : row.baseline_ms / row.median_ms }));
  console.log(JSON.stringify(rows, null, 1));
  expect(rows[0]!.ratio!).toBeGreaterThan(3);
});
