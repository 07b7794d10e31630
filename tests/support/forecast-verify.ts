/**
 * Forecasts with cohorts and a national effect beside an event-driven simulation that draws the rates, each cohort and
 * the national effect by itself: it shares the laws of the rates with the engine, and nothing else.
 */
import { withNationalSpread } from '../../shared/pipeline/beliefs.ts';
import { exactly } from '../../shared/pipeline/count-distribution.ts';
import { beliefTable, quantileOf } from '../../shared/pipeline/forecast/belief-table.ts';
import { dimensionsOf } from '../../shared/pipeline/forecast/dimensions.ts';
import { countOf, evaluateForecast } from '../../shared/pipeline/forecast/evaluate-forecast.ts';
import type { ForecastInputs, Measure } from '../../shared/pipeline/forecast/forecast-inputs.ts';
import { groupRatesFrom } from '../../shared/pipeline/forecast/rates-from-values.ts';
import type { Person } from '../../shared/pipeline/projection-inputs.ts';
import { priorBeliefs } from './forecast-beliefs.ts';
import { simulate, uniforms, type Tally } from './pipeline-monte-carlo.ts';
import { planOf } from './pipeline-verify.ts';

const groups = ['a', 'b'];
const people: readonly Person[] = [
  { kind: 'planned', group: 'a', count: 9, stage: 1, startIn: 9, uptake: 0.9 },
  { kind: 'studying', group: 'a', count: 7, stage: 1, elapsed: 3 },
  { kind: 'studying', group: 'b', count: 5, stage: 2, elapsed: 3, role: 'coi' },
  { kind: 'interrupted', group: 'b', count: 2, stage: 1, elapsed: 6, returnIn: 3 },
  { kind: 'graduated', group: 'a', count: 4, held: 2, sinceAward: 8 },
  { kind: 'pi', group: 'b', count: 4 },
];
const { startMonth, pathway } = planOf(1, {});
const base: ForecastInputs = {
  ...{ startMonth, horizonMonths: 52, pathway, people, beliefs: priorBeliefs(groups) },
};

export const verifiedForecasts: readonly { id: string; seed: number; inputs: ForecastInputs }[] = [
  { id: 'forecast-rates', seed: 201, inputs: base },
  { id: 'forecast-cohorts', seed: 202, inputs: { ...base, cohortSpread: 0.2 } },
  {
    id: 'forecast-nation',
    seed: 203,
    inputs: { ...base, cohortSpread: 0.05, beliefs: withNationalSpread(base.beliefs, 0.3) },
  },
];

const at = 40;
const counted: Partial<Record<keyof Tally, Measure>> = {
  coi: { kind: 'gain', gain: 'coi', window: [0, at] },
  pi: { kind: 'gain', gain: 'pi', window: [0, at] },
  stock: { kind: 'pi', at },
  qualified: { kind: 'qualified', at, held: 1 },
};

export type ForecastGap = { readonly meanGap: number; readonly variation: number };

export function forecastGaps(inputs: ForecastInputs, draws: number, seed: number): ForecastGap[] {
  const uniform = uniforms(seed);
  const dimensions = dimensionsOf(inputs.beliefs).map((one) => ({ ...one, table: beliefTable(one.belief) }));
  const everybody = people.reduce((sum, { count }) => sum + count, 0);
  const counts = new Map(Object.keys(counted).map((name) => [name, new Float64Array(everybody + 1)]));
  for (let draw = 0; draw < draws; draw += 1) {
    const values = new Map(
      dimensions.map(({ id, belief, table }) => [id, quantileOf(belief, table, uniform())]),
    );
    const rates = Object.fromEntries(
      groups.map((name) => [name, groupRatesFrom(name, inputs.beliefs, (id) => values.get(id)!)]),
    );
    const { startMonth: from, horizonMonths, cohortSpread } = inputs;
    const plan = { startMonth: from, horizonMonths, cohortSpread, pathway, people, groups: rates };
    simulate(plan, [[0, at]], 1, seed * 7919 + draw, (tally) => {
      for (const [name, list] of counts) list[tally[name as keyof Tally][0]!]! += 1;
    });
  }
  const forecast = evaluateForecast(inputs, 127);
  return [...counts].map(([name, list]) => {
    const law = countOf(forecast, counted[name as keyof Tally]!);
    const mean = list.reduce((sum, times, n) => sum + times * n, 0) / draws;
    const apart = list.reduce((sum, times, n) => sum + Math.abs(times / draws - exactly(law, n)), 0);
    return { meanGap: Math.abs(mean - law.mean), variation: apart / 2 };
  });
}
