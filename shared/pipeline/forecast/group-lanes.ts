import type { Beliefs } from '../beliefs.ts';
import { responseRows, responseSize, strideOf } from '../kernels/program.ts';
import { chanceOfRate, monthlyOfYearly } from '../monthly-chance.ts';
import type { Cohorts } from './cohort-effect.ts';
import type { DrawnRates } from './drawn-rates.ts';
import { onceOnly } from './remembered.ts';
import type { Channel } from './segment-rows.ts';

/** One value a point. */
export type Lanes = Float64Array;

/**
 * Chances a month, given staying, as the responses of each channel: by qualification, PGCert first, then by band, then
 * by row of the response; rows of `strideOf` the points in one block.
 */
export type MonthRows = (channel: Channel) => Lanes;

/** All a group's rates at every point. */
export type GroupLanes = {
  readonly stay: Lanes;
  readonly piStay: Lanes;
  readonly roleLoss: Lanes;
  readonly piReturn: Lanes;
  readonly months: MonthRows;
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

function times(a: number, b: number): number {
  return a * b;
}

/** Rates a month of one qualification before the multiplier of the band. */
function ratesOf(held: number, ratio: Lanes, drawn: DrawnRates): readonly Lanes[] {
  return ['pi-from-none', 'coi', 'pi-from-coi'].map((name) =>
    zipped(lanesOf(drawn, `${name}-${held}`), ratio, times),
  );
}

/** Puts the response to a month in the channel of PI roles at every point. */
function putMonth(pi: Lanes, at: number, rates: readonly Lanes[], multiplier: number): void {
  const [straight, toCoi, onToPi] = rates;
  const points = straight?.length ?? 0;
  const stride = strideOf(points);
  for (let k = 0; k < points; k += 1) {
    const gained = chanceOfRate((straight?.[k] ?? 0) * multiplier);
    // PI comes first: Co-I is for those who did not become PI in the month.
    const moved = (1 - gained) * chanceOfRate((toCoi?.[k] ?? 0) * multiplier);
    const gainedByCoi = chanceOfRate((onToPi?.[k] ?? 0) * multiplier);
    pi[at + k] = 1 - gained - moved;
    pi[at + k + stride] = gained;
    pi[at + k + 2 * stride] = moved;
    pi[at + k + 3 * stride] = 1 - gainedByCoi;
    pi[at + k + 4 * stride] = gainedByCoi;
  }
}

/** First roles end with the first role: nothing becomes of a Co-I. */
function firstRoles(pi: Lanes, ofEitherKind: boolean, stride: number): Lanes {
  const rows = new Float64Array(pi.length);
  const { gained, moved } = responseRows;
  for (let at = 0; at < pi.length; at += responseSize * stride) {
    for (let k = at; k < at + stride; k += 1) {
      const straight = ofEitherKind ? (pi[k + gained * stride] ?? 0) : 0;
      rows[k] = pi[k] ?? 0;
      rows[k + stride] = straight + (pi[k + moved * stride] ?? 0);
    }
  }
  return rows;
}

/** Role rates by the month: the dearest of a group's to make. */
export function monthRowsOf(group: string, { bandMultipliers }: Beliefs, drawn: DrawnRates): MonthRows {
  const own = lanesOf(drawn, `ratio:${group}`);
  const national = drawn.values.get('national');
  const ratio = national === undefined ? own : zipped(own, national, times);
  const stride = strideOf(drawn.points);
  const month = responseSize * stride;
  const pi = new Float64Array(stages.length * bandMultipliers.length * month);
  stages.forEach((held, index) => {
    const rates = ratesOf(held, ratio, drawn);
    bandMultipliers.forEach((multiplier, band) => {
      putMonth(pi, (index * bandMultipliers.length + band) * month, rates, multiplier);
    });
  });
  const coi = onceOnly(() => firstRoles(pi, false, stride));
  const either = onceOnly(() => firstRoles(pi, true, stride));
  return (channel) => (channel === 'pi' ? pi : channel === 'coi' ? coi() : either());
}

/** The same figures as `groupRatesFrom` gives at each point. */
export function groupLanes(
  group: string,
  beliefs: Beliefs,
  drawn: DrawnRates,
  months = monthRowsOf(group, beliefs, drawn),
): GroupLanes {
  const leave = lanesOf(drawn, `leave:${group}`);
  return {
    stay: leave.map((yearly) => 1 - monthlyOfYearly(yearly)),
    piStay: leave.map((yearly) => 1 - monthlyOfYearly(Math.min(1, yearly * beliefs.piLeaveRatio))),
    roleLoss: lanesOf(drawn, 'pi-role-loss').map(monthlyOfYearly),
    piReturn: lanesOf(drawn, 'pi-return').map(monthlyOfYearly),
    months,
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
