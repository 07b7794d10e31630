import type { HazardLanes, Lanes } from './group-lanes.ts';

/** The longest run of months taken in one step. */
export const longestSegment = 12;

/**
 * What a run of months within one band does to somebody without a role (n) and to a Co-I (c), at every point: where
 * they are after it, and the sums over its months of where they were.
 */
export type SegmentResponse = {
  readonly noneToNone: Lanes;
  readonly noneToCoi: Lanes;
  readonly coiToCoi: Lanes;
  readonly sumNone: Lanes;
  readonly sumNoneToCoi: Lanes;
  readonly sumCoi: Lanes;
};

/** Lists of one length handed out in turn and all taken back at once, so that a new run allocates none. */
export type LanesPool = { readonly take: () => Lanes; readonly takeBack: () => void };

export function lanesPool(points: number): LanesPool {
  const lists: Lanes[] = [];
  let used = 0;
  return {
    take: () => {
      const list = lists[used] ?? new Float64Array(points);
      lists[used] = list;
      used += 1;
      return list;
    },
    takeBack: () => (used = 0),
  };
}

/** Filled by whoever takes it: what the lists hold is left over. */
function takeResponse({ take }: LanesPool): SegmentResponse {
  return {
    noneToNone: take(),
    noneToCoi: take(),
    coiToCoi: take(),
    sumNone: take(),
    sumNoneToCoi: take(),
    sumCoi: take(),
  };
}

/** One month. `weight` is the chance of staying a month, times whatever else weighs each month. */
function oneMonth({ straight, coi, onToPi }: HazardLanes, weight: Lanes, pool: LanesPool): SegmentResponse {
  const month = takeResponse(pool);
  for (let k = 0; k < weight.length; k += 1) {
    const w = weight[k] ?? 0;
    const notStraight = 1 - (straight[k] ?? 0);
    const toCoi = coi[k] ?? 0;
    month.noneToNone[k] = w * notStraight * (1 - toCoi);
    month.noneToCoi[k] = w * notStraight * toCoi;
    month.coiToCoi[k] = w * (1 - (onToPi[k] ?? 0));
    month.sumNone[k] = w;
    month.sumNoneToCoi[k] = 0;
    month.sumCoi[k] = w;
  }
  return month;
}

/** One run of months after another. */
function inTurn(first: SegmentResponse, second: SegmentResponse, pool: LanesPool): SegmentResponse {
  const whole = takeResponse(pool);
  for (let k = 0; k < whole.sumCoi.length; k += 1) {
    const none = first.noneToNone[k] ?? 0;
    const moved = first.noneToCoi[k] ?? 0;
    const stayed = first.coiToCoi[k] ?? 0;
    const coiLater = second.coiToCoi[k] ?? 0;
    const sumCoiLater = second.sumCoi[k] ?? 0;
    whole.noneToNone[k] = none * (second.noneToNone[k] ?? 0);
    whole.noneToCoi[k] = none * (second.noneToCoi[k] ?? 0) + moved * coiLater;
    whole.coiToCoi[k] = stayed * coiLater;
    whole.sumNone[k] = (first.sumNone[k] ?? 0) + none * (second.sumNone[k] ?? 0);
    whole.sumNoneToCoi[k] =
      (first.sumNoneToCoi[k] ?? 0) + none * (second.sumNoneToCoi[k] ?? 0) + moved * sumCoiLater;
    whole.sumCoi[k] = (first.sumCoi[k] ?? 0) + stayed * sumCoiLater;
  }
  return whole;
}

/** Responses of 1, 2, 3 … months of one band, made by halves as they are asked for. */
export function segmentResponses(
  hazards: HazardLanes,
  weight: Lanes,
  pool: LanesPool,
): (months: number) => SegmentResponse {
  const made = new Map<number, SegmentResponse>();
  const responseOf = (months: number): SegmentResponse => {
    const known = made.get(months);
    if (known !== undefined) return known;
    const half = Math.floor(months / 2);
    const response =
      months === 1
        ? oneMonth(hazards, weight, pool)
        : inTurn(responseOf(half), responseOf(months - half), pool);
    made.set(months, response);
    return response;
  };
  return responseOf;
}
