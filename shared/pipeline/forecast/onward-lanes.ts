import type { Lanes } from './group-lanes.ts';
import { addOne, addTwo, putProduct } from './lane-loops.ts';
import type { LanesPool } from './lanes-pool.ts';
import type { Branch, KernelNode } from './sample-plan.ts';
import { responseRows } from './segment-response.ts';
import type { StudyChances } from './study-chances.ts';

/** Sums at the samples of a chain or kernel: so many rows a sample, two of them begun without a role and as Co-I. */
export type Sums = {
  readonly values: Lanes;
  readonly rows: number;
  readonly none: number;
  /** `null` where nothing is ever summed. */
  readonly coi: number | null;
  readonly placeOf: Int32Array;
};

/** The role held when a chain or kernel begins. */
export type Begun = 'none' | 'coi';

/** A further award, and the kernel that it begins. */
export type Onward = {
  readonly offset: number;
  readonly next: Sums;
  /** Row of the next kernel that each of the last two weights goes with; `null` for none. */
  readonly asNone: number | null;
  readonly asCoi: number | null;
  readonly weights: Lanes;
};

/** Share of a chain left once awards up to this one have ended it, and what was summed until they did. */
const [left, ended] = [0, 1];
/** Chance of the award where the next kernel begins without a role, and as Co-I. */
const [weightOfNone, weightOfCoi] = [2, 3];
const rowsOfWeights = 4;

type From = {
  readonly points: number;
  readonly study: StudyChances;
  readonly kernels: ReadonlyMap<KernelNode, Sums>;
  readonly pool: LanesPool;
};

function nextOf({ kernels }: From, branch: Branch): Sums {
  const next = kernels.get(branch.next);
  if (next === undefined) throw new RangeError('a kernel comes before those that use it');
  return next;
}

/** left ← left − chance, ended ← ended + chance × what the chain has summed by then. */
function putShares(
  weights: Lanes,
  before: Lanes | undefined,
  chance: Lanes,
  sums: Lanes,
  from: number,
  points: number,
): void {
  if (before === undefined) weights.fill(1, 0, points).fill(0, points, 2 * points);
  else weights.set(before.subarray(0, 2 * points));
  for (let k = 0; k < points; k += 1) {
    const now = chance[k] ?? 0;
    weights[k] = (weights[k] ?? 0) - now;
    weights[k + points] = (weights[k + points] ?? 0) + now * (sums[from + k] ?? 0);
  }
}

/** Awards in order of time; the weights are where the chain is when each comes. */
export function onwardsFrom(from: From, branches: readonly Branch[], chain: Sums, begun: Begun): Onward[] {
  const { points, study, pool } = from;
  const onwards: Onward[] = [];
  for (const branch of branches) {
    const next = nextOf(from, branch);
    const chance = study.of(branch);
    const weights = pool.take(rowsOfWeights);
    const at = (chain.placeOf[branch.offset] ?? 0) * chain.rows * points;
    const base = begun === 'none' ? chain.none : (chain.coi ?? 0);
    putShares(weights, onwards.at(-1)?.weights, chance, chain.values, at + base * points, points);
    const asNone = begun === 'none' ? next.none : null;
    const { noneToNone, noneToCoi, coiToCoi } = responseRows;
    const inCoi = begun === 'none' ? noneToCoi : coiToCoi;
    if (asNone !== null)
      putProduct(weights, weightOfNone * points, chance, chain.values, at + noneToNone * points);
    if (next.coi !== null)
      putProduct(weights, weightOfCoi * points, chance, chain.values, at + inCoi * points);
    onwards.push({ offset: branch.offset, next, asNone, asCoi: next.coi, weights });
  }
  return onwards;
}

/** The first award of somebody who has stayed until then in the role held. */
export function onwardUnawarded(from: From, branch: Branch, begun: Begun, staying: Lanes): Onward {
  const { points, study, pool } = from;
  const next = nextOf(from, branch);
  const weights = pool.take(rowsOfWeights);
  const row = begun === 'none' ? weightOfNone : weightOfCoi;
  putProduct(weights, row * points, study.of(branch), staying, 0);
  const [asNone, asCoi] = begun === 'none' ? [next.none, null] : [null, next.coi];
  return { offset: branch.offset, next, asNone, asCoi, weights };
}

/** What a chain itself has summed by a month, after the last award before it. */
export function putShare(
  into: Lanes,
  at: number,
  sums: Lanes,
  from: number,
  last: Onward | undefined,
  points: number,
): void {
  const weights = last?.weights;
  if (weights === undefined) {
    for (let k = 0; k < points; k += 1) into[at + k] = sums[from + k] ?? 0;
    return;
  }
  for (let k = 0; k < points; k += 1) {
    into[at + k] = (sums[from + k] ?? 0) * (weights[k + left] ?? 0) + (weights[k + points * ended] ?? 0);
  }
}

/** Adds what follows an award by a month: the next kernel, from the award to the month. */
export function addOnward(into: Lanes, at: number, month: number, onward: Onward, points: number): void {
  const { offset, next, asNone, asCoi, weights } = onward;
  const from = (next.placeOf[month - offset] ?? 0) * next.rows;
  const none = (from + (asNone ?? 0)) * points;
  const coi = (from + (asCoi ?? 0)) * points;
  const [byNone, byCoi] = [weightOfNone * points, weightOfCoi * points];
  if (asCoi === null) {
    if (asNone !== null) addOne(into, at, next.values, none, weights, byNone, points);
  } else if (asNone === null) addOne(into, at, next.values, coi, weights, byCoi, points);
  else addTwo(into, at, next.values, [none, coi], weights, [byNone, byCoi], points);
}
