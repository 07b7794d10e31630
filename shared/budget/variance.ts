import { halfUp } from '../core/rounding.ts';
import { sumOf } from './line.ts';

/** Hours of one band, minutes × 10 000 so that planned fill is not rounded, and what they cost. */
export type BandHours = { readonly band: string; readonly minuteBp: number; readonly pence: number };

/** What was asked for, and what was filled at which band and price. */
export type HoursAndPounds = {
  /** Minutes asked for. */
  readonly askedMinutes: number;
  readonly bands: readonly BandHours[];
};

/** Why what was spent is not what was planned, in pence: more spent is positive. The four add up to the whole. */
export type VarianceByCause = {
  readonly plannedPence: number;
  readonly actualPence: number;
  /** More or fewer hours were asked for. */
  readonly hours: number;
  /** A greater or smaller share of them was filled. */
  readonly fill: number;
  /** They were filled at other bands. */
  readonly mix: number;
  /** An hour of a band cost more or less. */
  readonly rate: number;
};

function filled({ bands }: HoursAndPounds): number {
  return sumOf(bands, ({ minuteBp }) => minuteBp);
}

/** Actual hours of every band at its planned price; a band that was not planned at the price of all. */
function atPlannedRates(planned: HoursAndPounds, actual: HoursAndPounds, plannedPence: number): number {
  const all = { minuteBp: filled(planned), pence: plannedPence };
  let [numerator, denominator] = [0n, 1n];
  for (const { band, minuteBp } of actual.bands) {
    const own = planned.bands.find((one) => one.band === band && one.minuteBp > 0) ?? all;
    const [top, bottom] = [BigInt(minuteBp) * BigInt(own.pence), BigInt(own.minuteBp)];
    numerator = numerator * bottom + top * denominator;
    denominator *= bottom;
  }
  return halfUp(numerator, denominator);
}

/**
 * The difference of actual and planned cost by cause, one after the other: hours asked for at the planned fill, mix and
 * rate; then the share filled; then the bands; then the price of each. Every step is worked out exactly and rounded
 * once, and a cause is the difference of two steps, so that the causes add up to the penny. Where nothing was planned
 * everything is more hours.
 */
export function varianceByCause(planned: HoursAndPounds, actual: HoursAndPounds): VarianceByCause {
  const plannedPence = sumOf(planned.bands, ({ pence }) => pence);
  const actualPence = sumOf(actual.bands, ({ pence }) => pence);
  const sums = { plannedPence, actualPence };
  const [before, after] = [filled(planned), filled(actual)];
  if (planned.askedMinutes === 0 || before === 0) {
    return { ...sums, hours: actualPence - plannedPence, fill: 0, mix: 0, rate: 0 };
  }
  const asked = halfUp(BigInt(plannedPence) * BigInt(actual.askedMinutes), planned.askedMinutes);
  const share = halfUp(BigInt(plannedPence) * BigInt(after), before);
  const bands = atPlannedRates(planned, actual, plannedPence);
  return {
    ...sums,
    hours: asked - plannedPence,
    fill: share - asked,
    mix: bands - share,
    rate: actualPence - bands,
  };
}
