import type { GroupLanes, HazardLanes, Lanes } from './group-lanes.ts';
import type { ChainNode } from './sample-plan.ts';
import {
  longestSegment,
  segmentResponses,
  type LanesPool,
  type SegmentResponse,
} from './segment-response.ts';

/** Where a chain is, at every point: begun without a role still without one, or Co-I; begun as Co-I still one. */
export type ChainState = { readonly none: Lanes; readonly coi: Lanes; readonly stayedCoi: Lanes };

/** Sums of gains so far: begun without a role of Co-I, straight of PI, of PI in all; begun as Co-I of PI. */
type ChainSums = {
  readonly coiGained: Float64Array;
  readonly straightGained: Float64Array;
  readonly piGained: Float64Array;
  readonly piGainedByCoi: Float64Array;
};

/**
 * A role chain at its samples, at every point: sums as sample × points + point, over the months before the sample,
 * and where it is at the months of further awards. All are weighted by what each month weighs.
 */
export type ChainLanes = ChainSums & { readonly at: ReadonlyMap<number, ChainState> };

/** What each month weighs in a group, and the responses of its bands under that weight. */
export type WeightedGroup = {
  readonly weight: Lanes;
  readonly hazards: GroupLanes['hazards'];
  readonly bands: readonly number[];
  readonly responses: readonly (readonly ((months: number) => SegmentResponse)[])[];
};

export function weightedGroup({ hazards, bands }: GroupLanes, weight: Lanes, pool: LanesPool): WeightedGroup {
  const responses = hazards.map((row) => row.map((band) => segmentResponses(band, weight, pool)));
  return { weight, hazards, bands, responses };
}

/** End, length and band of each run of months up to the last sample. */
type Segment = { readonly to: number; readonly months: number; readonly band: number };

function segmentsOf({ samples, since }: ChainNode, bands: readonly number[]): Segment[] {
  const last = samples.at(-1) ?? 0;
  const cuts = bands.map((lower) => lower - since).filter((month) => month > 0 && month < last);
  const stops = [...new Set([...samples, ...cuts])].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let from = 0;
  for (const stop of stops) {
    while (from < stop) {
      const to = Math.min(stop, from + longestSegment);
      const month = since + from;
      segments.push({ to, months: to - from, band: bands.findLastIndex((lower) => lower <= month) });
      from = to;
    }
  }
  return segments;
}

function sumsOf(size: number): ChainSums {
  return {
    coiGained: new Float64Array(size),
    straightGained: new Float64Array(size),
    piGained: new Float64Array(size),
    piGainedByCoi: new Float64Array(size),
  };
}

/** Moves the state over one run of months, and adds its gains. */
function advance(
  { none, coi, stayedCoi }: ChainState,
  { coiGained, straightGained, piGained, piGainedByCoi }: ChainSums,
  { noneToNone, noneToCoi, coiToCoi, sumNone, sumNoneToCoi, sumCoi }: SegmentResponse,
  { straight, coi: toCoi, onToPi }: HazardLanes,
): void {
  for (let k = 0; k < none.length; k += 1) {
    const n = none[k] ?? 0;
    const c = coi[k] ?? 0;
    const s = stayedCoi[k] ?? 0;
    const toPi = straight[k] ?? 0;
    const fromCoi = onToPi[k] ?? 0;
    const sumC = sumCoi[k] ?? 0;
    const inCoi = coiToCoi[k] ?? 0;
    const months = n * (sumNone[k] ?? 0);
    const taken = toPi * months;
    coiGained[k] = (coiGained[k] ?? 0) + (1 - toPi) * (toCoi[k] ?? 0) * months;
    straightGained[k] = (straightGained[k] ?? 0) + taken;
    piGained[k] = (piGained[k] ?? 0) + taken + fromCoi * (n * (sumNoneToCoi[k] ?? 0) + c * sumC);
    piGainedByCoi[k] = (piGainedByCoi[k] ?? 0) + fromCoi * s * sumC;
    coi[k] = n * (noneToCoi[k] ?? 0) + c * inCoi;
    none[k] = n * (noneToNone[k] ?? 0);
    stayedCoi[k] = s * inCoi;
  }
}

function storeSums(now: ChainSums, into: ChainSums, offset: number): void {
  into.coiGained.set(now.coiGained, offset);
  into.straightGained.set(now.straightGained, offset);
  into.piGained.set(now.piGained, offset);
  into.piGainedByCoi.set(now.piGainedByCoi, offset);
}

function copyOf({ none, coi, stayedCoi }: ChainState): ChainState {
  return { none: none.slice(), coi: coi.slice(), stayedCoi: stayedCoi.slice() };
}

/** A chain at its samples, in runs of at most twelve months of one band (model.md section 3). */
export function chainLanes(chain: ChainNode, group: WeightedGroup): ChainLanes {
  const points = group.weight.length;
  const state = {
    none: new Float64Array(points).fill(1),
    coi: new Float64Array(points),
    stayedCoi: new Float64Array(points).fill(1),
  };
  const sums = sumsOf(points);
  const sampled = sumsOf(points * chain.samples.length);
  const at = new Map<number, ChainState>();
  if (chain.awards.has(0)) at.set(0, copyOf(state));
  for (const { to, months, band } of segmentsOf(chain, group.bands)) {
    const hazards = group.hazards[chain.held - 1]?.[band];
    const response = group.responses[chain.held - 1]?.[band]?.(months);
    if (hazards === undefined || response === undefined) throw new RangeError('a chain has a band');
    advance(state, sums, response, hazards);
    const place = chain.placeOf[to] ?? -1;
    if (place >= 0) storeSums(sums, sampled, place * points);
    if (chain.awards.has(to)) at.set(to, copyOf(state));
  }
  return { ...sampled, at };
}
