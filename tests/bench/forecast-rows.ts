import { Worker } from 'node:worker_threads';
import { newForecastCaches } from '../../shared/pipeline/forecast/evaluate-forecast.ts';
import type { ForecastInputs } from '../../shared/pipeline/forecast/forecast-inputs.ts';
import { endsOf, referenceEnds, simulatedLaws, worstApart } from './forecast-accuracy.ts';
import { forecastLaws } from './forecast-laws.ts';
import { nationWorkload, regionWorkload, trustWorkload } from './forecast-workloads.ts';
import { median, medianMs, row, type BenchRow } from './timing.ts';

/** Draws whose error and time are measured; both are carried over to the draws that would be as near as the engine. */
const measured = 2_000;

/** The error of a simulation falls with the square root of its draws, and its time grows with them. */
function simulatedAsNear(
  trust: ForecastInputs,
  reference: readonly number[],
  accuracy: number,
): { readonly draws: number; readonly ms: number } {
  const seeds = [1, 2, 3];
  let worst = 0;
  const ms = medianMs(() => {
    worst += worstApart(endsOf(simulatedLaws(trust, measured, seeds.pop() ?? 0)), reference) / 3;
  }, 3);
  const draws = Math.ceil(measured * (worst / accuracy) ** 2);
  return { draws, ms: (ms * draws) / measured };
}

/** The lever of keeping PIs at one of its steps: a belief nobody has asked about before. */
function levered(trust: ForecastInputs, step: number): ForecastInputs {
  const piRoleLossYearly = { kind: 'beta', a: 3, b: 57 + step } as const;
  return { ...trust, beliefs: { ...trust.beliefs, piRoleLossYearly } };
}

/**
 * What a lever's next step costs. Kept from the step before: the lattice, the plan and the rates the lever leaves as
 * they are; the moved rate and every chance and law are made anew.
 */
function trustRow(trust: ForecastInputs, reference: readonly number[], points: number): BenchRow {
  const caches = newForecastCaches();
  let step = 0;
  const ms = medianMs(() => forecastLaws(levered(trust, (step += 1)), points, caches), 121);
  const accuracy = worstApart(endsOf(forecastLaws(trust, points, caches)), reference);
  const simulated = simulatedAsNear(trust, reference, accuracy);
  const baseline = `Monte Carlo at equal accuracy (${accuracy.toFixed(2)} persons): ${simulated.draws} draws, carried over from ${measured}`;
  return row(`forecast-trust-${points}`, ms, baseline, simulated.ms);
}

/** Every trust once, with nothing kept from the time before. */
function wholeNation(nation: readonly ForecastInputs[]): void {
  const caches = newForecastCaches();
  for (const trust of nation) forecastLaws(trust, 64, caches);
}

/** From the start of a worker to its first answer; the next is started when the one before has ended. */
async function coldMs(file: URL): Promise<number> {
  const from = performance.now();
  const worker = new Worker(file);
  const answered = await new Promise<number>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => resolve(performance.now()));
  });
  await worker.terminate();
  return answered - from;
}

async function medianColdMs(file: URL, times: number): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) taken.push(await coldMs(file));
  return median(taken);
}

export async function forecastRows(coldWorker: URL): Promise<BenchRow[]> {
  const trust = trustWorkload(1);
  const reference = referenceEnds(trust, 77);
  const region = regionWorkload(1);
  const caches = newForecastCaches();
  const nation = nationWorkload(1);
  return [
    trustRow(trust, reference, 127),
    trustRow(trust, reference, 31),
    row(
      'forecast-region-2000',
      medianMs(() => forecastLaws(region, 127, caches), 31),
    ),
    row(
      'forecast-nation-215',
      medianMs(() => wholeNation(nation), 3),
    ),
    row('forecast-trust-31-cold', await medianColdMs(coldWorker, 15)),
  ];
}
