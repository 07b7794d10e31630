import type { HazardLanes, Lanes } from './group-lanes.ts';
import type { LanesPool } from './lanes-pool.ts';

/** What is summed over months: first Co-I roles, first roles of either kind, PI roles. */
export type Channel = 'coi' | 'first-role' | 'pi';

/** The longest run of months taken in one step. */
export const longestSegment = 12;

/**
 * Rows of a response, which is one block of row × points + point: what a run of months within one band does to
 * somebody without a role and to a Co-I. One block, since a loop over as many lists of their own takes twice as long.
 */
export const responseRows = {
  /** Still without a role after it, and gains within it. */
  noneToNone: 0,
  gainedByNone: 1,
  /** The same begun as Co-I, and who became one: for the channel of PI roles alone. */
  noneToCoi: 2,
  coiToCoi: 3,
  gainedByCoi: 4,
} as const;

/** First roles end with the first role, so nothing has to be known of a Co-I. */
export function rowsOf(channel: Channel): 2 | 5 {
  return channel === 'pi' ? 5 : 2;
}

/** No month: everybody is where they were. */
export function putNoMonth(into: Lanes, rows: 2 | 5, points: number): void {
  into.fill(0, 0, rows * points);
  into.fill(1, 0, points);
  if (rows === 5) into.fill(1, responseRows.coiToCoi * points, responseRows.gainedByCoi * points);
}

/** One month of first roles. `weight` is the chance of staying a month, times whatever else weighs each month. */
function firstRoleMonth(
  { straight, coi }: HazardLanes,
  weight: Lanes,
  straightCounts: boolean,
  month: Lanes,
): void {
  const points = weight.length;
  for (let k = 0; k < points; k += 1) {
    const w = weight[k] ?? 0;
    const toPi = straight[k] ?? 0;
    const toCoi = coi[k] ?? 0;
    const gained = (1 - toPi) * toCoi;
    month[k] = w * (1 - toPi) * (1 - toCoi);
    month[k + points] = w * (straightCounts ? toPi + gained : gained);
  }
}

function piMonth({ straight, coi, onToPi }: HazardLanes, weight: Lanes, month: Lanes): void {
  const points = weight.length;
  const [moved, stayed, byCoi] = [2 * points, 3 * points, 4 * points];
  for (let k = 0; k < points; k += 1) {
    const w = weight[k] ?? 0;
    const toPi = straight[k] ?? 0;
    const toCoi = coi[k] ?? 0;
    const fromCoi = onToPi[k] ?? 0;
    month[k] = w * (1 - toPi) * (1 - toCoi);
    month[k + points] = w * toPi;
    month[k + moved] = w * (1 - toPi) * toCoi;
    month[k + stayed] = w * (1 - fromCoi);
    month[k + byCoi] = w * fromCoi;
  }
}

function firstRolesInTurn(
  first: Lanes,
  at: number,
  second: Lanes,
  into: Lanes,
  to: number,
  points: number,
): void {
  for (let k = 0; k < points; k += 1) {
    const none = first[at + k] ?? 0;
    const gained = first[at + k + points] ?? 0;
    into[to + k] = none * (second[k] ?? 0);
    into[to + k + points] = gained + none * (second[k + points] ?? 0);
  }
}

function piInTurn(first: Lanes, at: number, second: Lanes, into: Lanes, to: number, points: number): void {
  const [moved, stayed, byCoi] = [2 * points, 3 * points, 4 * points];
  for (let k = 0; k < points; k += 1) {
    const from = at + k;
    const none = first[from] ?? 0;
    const gained = first[from + points] ?? 0;
    const coi = first[from + moved] ?? 0;
    const still = first[from + stayed] ?? 0;
    const gainedByCoi = first[from + byCoi] ?? 0;
    const coiLater = second[k + stayed] ?? 0;
    const byCoiLater = second[k + byCoi] ?? 0;
    const here = to + k;
    into[here] = none * (second[k] ?? 0);
    into[here + points] = gained + none * (second[k + points] ?? 0) + coi * byCoiLater;
    into[here + moved] = none * (second[k + moved] ?? 0) + coi * coiLater;
    into[here + stayed] = still * coiLater;
    into[here + byCoi] = gainedByCoi + still * byCoiLater;
  }
}

/**
 * One run of months after another: `first` from its place `at`, then `second`, put into `into` from its place `to`,
 * which may be where `first` is.
 */
export function putInTurn(
  first: Lanes,
  at: number,
  second: Lanes,
  into: Lanes,
  to: number,
  rows: 2 | 5,
  points: number,
): void {
  if (rows === 5) piInTurn(first, at, second, into, to, points);
  else firstRolesInTurn(first, at, second, into, to, points);
}

function oneMonth(channel: Channel, hazards: HazardLanes, weight: Lanes, pool: LanesPool): Lanes {
  const month = pool.take(rowsOf(channel));
  if (channel === 'pi') piMonth(hazards, weight, month);
  else firstRoleMonth(hazards, weight, channel === 'first-role', month);
  return month;
}

/** Responses of 1, 2, 3 … months of one band, made by halves as they are asked for. */
export function segmentResponses(
  channel: Channel,
  hazards: HazardLanes,
  weight: Lanes,
  pool: LanesPool,
): (months: number) => Lanes {
  const rows = rowsOf(channel);
  const made: (Lanes | undefined)[] = [];
  const responseOf = (months: number): Lanes => {
    const known = made[months];
    if (known !== undefined) return known;
    if (months === 1) return (made[1] = oneMonth(channel, hazards, weight, pool));
    const half = Math.floor(months / 2);
    const [first, second] = [responseOf(half), responseOf(months - half)];
    const whole = pool.take(rows);
    putInTurn(first, 0, second, whole, 0, rows, weight.length);
    return (made[months] = whole);
  };
  return responseOf;
}
