import type { Beliefs } from '../beliefs.ts';
import { chanceOfRate, monthlyOfYearly } from '../monthly-chance.ts';
import type { Cohorts } from './cohort-effect.ts';
import type { DrawnRates } from './drawn-rates.ts';

/** One value a point. */
export type Lanes = Float64Array;

/** Chances a month of one qualification and band: straight to PI, else to Co-I, from Co-I to PI. */
export type HazardLanes = { readonly straight: Lanes; readonly coi: Lanes; readonly onToPi: Lanes };

/** All a group's rates at every point. */
export type GroupLanes = {
  readonly stay: Lanes;
  readonly piStay: Lanes;
  readonly roleLoss: Lanes;
  readonly piReturn: Lanes;
  /** By qualification, PGCert first, then by band. */
  readonly hazards: readonly (readonly HazardLanes[])[];
  readonly bands: readonly number[];
};

/** What does not depend on the group. */
export type StudyLanes = {
  /** By stage. */
  readonly complete: readonly Lanes[];
  readonly interrupt: readonly Lanes[];
  readonly withdraw: readonly Lanes[];
  readonly comesBack: Lanes;
  readonly goOn: readonly Lanes[];
  /** What cohorts share of the attempt at hand; absent where people are independent. */
  readonly cohorts?: Cohorts | undefined;
};

const stages = [1, 2, 3] as const;

function lanesOf(drawn: DrawnRates, id: string): Lanes {
  return drawn.values.get(id) ?? new Float64Array(drawn.points).fill(NaN);
}

export function zipped(a: Lanes, b: Lanes, combine: (a: number, b: number) => number): Lanes {
  const list = new Float64Array(a.length);
  for (let k = 0; k < list.length; k += 1) list[k] = combine(a[k] ?? 0, b[k] ?? 0);
  return list;
}

function hazardsOf(held: number, group: string, beliefs: Beliefs, drawn: DrawnRates): HazardLanes[] {
  const own = lanesOf(drawn, `ratio:${group}`);
  const national = drawn.values.get('national');
  const ratio = national === undefined ? own : zipped(own, national, (a, b) => a * b);
  const [straight, coi, onToPi] = ['pi-from-none', 'coi', 'pi-from-coi'].map((name) =>
    zipped(lanesOf(drawn, `${name}-${held}`), ratio, (rate, times) => rate * times),
  );
  const at = (rates: Lanes | undefined, multiplier: number): Lanes =>
    (rates ?? ratio).map((rate) => chanceOfRate(rate * multiplier));
  return beliefs.bandMultipliers.map((multiplier) => ({
    straight: at(straight, multiplier),
    coi: at(coi, multiplier),
    onToPi: at(onToPi, multiplier),
  }));
}

/** By qualification and band: the dearest of a group's rates to make. */
export function hazardLanes(group: string, beliefs: Beliefs, drawn: DrawnRates): GroupLanes['hazards'] {
  return stages.map((held) => hazardsOf(held, group, beliefs, drawn));
}

/** The same figures as `groupRatesFrom` gives at each point. */
export function groupLanes(
  group: string,
  beliefs: Beliefs,
  drawn: DrawnRates,
  hazards = hazardLanes(group, beliefs, drawn),
): GroupLanes {
  const leave = lanesOf(drawn, `leave:${group}`);
  return {
    stay: leave.map((yearly) => 1 - monthlyOfYearly(yearly)),
    piStay: leave.map((yearly) => 1 - monthlyOfYearly(Math.min(1, yearly * beliefs.piLeaveRatio))),
    roleLoss: lanesOf(drawn, 'pi-role-loss').map(monthlyOfYearly),
    piReturn: lanesOf(drawn, 'pi-return').map(monthlyOfYearly),
    hazards,
    bands: beliefs.bands,
  };
}

export function studyLanes(drawn: DrawnRates): StudyLanes {
  const withdraw = stages.map((stage) => lanesOf(drawn, `withdraw-${stage}`));
  const interrupt = stages.map((stage, index) =>
    zipped(
      withdraw[index] ?? lanesOf(drawn, ''),
      lanesOf(drawn, `interrupt-${stage}`),
      (w, i) => (1 - w) * i,
    ),
  );
  return {
    withdraw,
    interrupt,
    complete: withdraw.map((list, index) => zipped(list, interrupt[index] ?? list, (w, i) => 1 - w - i)),
    comesBack: lanesOf(drawn, 'return'),
    goOn: [lanesOf(drawn, 'go-on-1'), lanesOf(drawn, 'go-on-2')],
    cohorts: drawn.cohorts,
  };
}
