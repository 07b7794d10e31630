import { spreadQuantile, type CountDistribution } from '../../shared/pipeline/count-distribution.ts';
import { beliefTable, quantileOf } from '../../shared/pipeline/forecast/belief-table.ts';
import { countForecastOf } from '../../shared/pipeline/forecast/count-forecast.ts';
import { dimensionsOf } from '../../shared/pipeline/forecast/dimensions.ts';
import type { ForecastInputs } from '../../shared/pipeline/forecast/forecast-inputs.ts';
import { personKinds } from '../../shared/pipeline/forecast/person-kinds.ts';
import { groupRatesFrom } from '../../shared/pipeline/forecast/rates-from-values.ts';
import { newSampledCaches, sampledSource } from '../../shared/pipeline/forecast/sampled-source.ts';
import type { Window } from '../../shared/pipeline/projection-chances.ts';
import { simulate, uniforms } from '../support/pipeline-monte-carlo.ts';
import { measuresOf, yearsOf } from './forecast-laws.ts';

export function endsOf(laws: readonly CountDistribution[]): number[] {
  return laws.flatMap((law) => [0.05, 0.95].map((p) => spreadQuantile(law, p)));
}

export function worstApart(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((end, index) => Math.abs(end - b[index]!)));
}

/** The same engine with eight Latin hypercubes of 1,024 points. */
export function referenceEnds(inputs: ForecastInputs, seed: number): number[] {
  const draw = uniforms(seed);
  const measures = measuresOf(inputs);
  const dimensions = dimensionsOf(inputs.beliefs);
  const [rounds, points] = [8, 1024];
  const people = inputs.people.reduce((sum, { count }) => sum + count, 0);
  const mass = measures.map(() => new Float64Array(people + 1));
  for (let round = 0; round < rounds; round += 1) {
    const values = dimensions.map(({ id, belief }): [string, Float64Array] => {
      const table = beliefTable(belief);
      const order = Array.from({ length: points }, (_, index) => ({ index, key: draw() }));
      order.sort((a, b) => a.key - b.key);
      return [
        id,
        Float64Array.from(order, ({ index }) => quantileOf(belief, table, (index + draw()) / points)),
      ];
    });
    const drawn = { points, onLattice: false, dimensions, values: new Map(values), shares: new Map() };
    const source = sampledSource(inputs, drawn, personKinds(inputs).sampled, newSampledCaches())!;
    measures.forEach((measure, index) => {
      const { from, pmf } = countForecastOf(source, source.chancesOf(measure));
      pmf.forEach((one, at) => (mass[index]![from + at]! += one / rounds));
    });
  }
  return endsOf(mass.map((list) => ({ from: 0, pmf: Array.from(list) })));
}

/** The same laws by event-driven simulation: rates drawn anew from their beliefs for every trust simulated. */
export function simulatedLaws(inputs: ForecastInputs, draws: number, seed: number): CountDistribution[] {
  const draw = uniforms(seed);
  const { startMonth, horizonMonths, pathway, people, beliefs } = inputs;
  const years = yearsOf(inputs);
  const windows: Window[] = [...years, ...years.map(([, to]): Window => [0, to])];
  const most = people.reduce((sum, { count }) => sum + count, 0);
  const counts = Array.from({ length: 4 * years.length }, () => new Float64Array(most + 1));
  const dimensions = dimensionsOf(beliefs).map(({ id, belief }) => ({
    id,
    belief,
    table: beliefTable(belief),
  }));
  const names = Object.keys(beliefs.groups);
  for (let round = 0; round < draws; round += 1) {
    const values = new Map(
      dimensions.map(({ id, belief, table }) => [id, quantileOf(belief, table, draw())]),
    );
    const valueOf = (id: string): number => values.get(id)!;
    const groups = Object.fromEntries(names.map((name) => [name, groupRatesFrom(name, beliefs, valueOf)]));
    const world = { startMonth, horizonMonths, pathway, people, groups };
    simulate(world, windows, 1, Math.floor(draw() * 2 ** 31), ({ coi, pi, stock }) => {
      years.forEach((_, year) => {
        counts[year]![coi[year]!]! += 1;
        counts[years.length + year]![pi[year]!]! += 1;
        counts[2 * years.length + year]![pi[years.length + year]!]! += 1;
        counts[3 * years.length + year]![stock[year]!]! += 1;
      });
    });
  }
  return counts.map((list) => ({ from: 0, pmf: Array.from(list, (times) => times / draws) }));
}
