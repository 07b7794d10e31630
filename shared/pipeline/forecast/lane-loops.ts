import type { Lanes } from './group-lanes.ts';

/** Sums begun without a role, and begun as Co-I (`null`: always 0); sample × points + point. */
export type Lists = { readonly none: Float64Array; readonly coi: Float64Array | null };

export function productOf(a: Lanes, b: Lanes): Lanes {
  const list = new Float64Array(a.length);
  for (let k = 0; k < list.length; k += 1) list[k] = (a[k] ?? 0) * (b[k] ?? 0);
  return list;
}

function addOne(target: Float64Array, at: number, list: Float64Array, from: number, weight: Lanes): void {
  for (let k = 0; k < weight.length; k += 1) {
    target[at + k] = (target[at + k] ?? 0) + (list[from + k] ?? 0) * (weight[k] ?? 0);
  }
}

/** target[at + k] += none[from + k] × asNone[k] + coi[from + k] × asCoi[k] */
export function addProduct(
  target: Float64Array,
  at: number,
  { none, coi }: Lists,
  from: number,
  asNone: Lanes | null,
  asCoi: Lanes | null,
): void {
  if (coi === null || asCoi === null) {
    if (asNone !== null) addOne(target, at, none, from, asNone);
    return;
  }
  if (asNone === null) {
    addOne(target, at, coi, from, asCoi);
    return;
  }
  for (let k = 0; k < asNone.length; k += 1) {
    const gained = (none[from + k] ?? 0) * (asNone[k] ?? 0) + (coi[from + k] ?? 0) * (asCoi[k] ?? 0);
    target[at + k] = (target[at + k] ?? 0) + gained;
  }
}

/** target[at + k] += scale × (list[to + k] − list[from + k]); `from` below 0 is nothing. */
export function addDifference(
  target: Float64Array,
  at: number,
  list: Float64Array,
  [from, to]: readonly [number, number],
  scale: number,
  points: number,
): void {
  if (from < 0) {
    for (let k = 0; k < points; k += 1) target[at + k] = (target[at + k] ?? 0) + scale * (list[to + k] ?? 0);
    return;
  }
  for (let k = 0; k < points; k += 1) {
    target[at + k] = (target[at + k] ?? 0) + scale * ((list[to + k] ?? 0) - (list[from + k] ?? 0));
  }
}

export function sumOf(a: Float64Array, b: Float64Array): Float64Array {
  const list = new Float64Array(a.length);
  for (let k = 0; k < list.length; k += 1) list[k] = (a[k] ?? 0) + (b[k] ?? 0);
  return list;
}

/** Rounding may carry a sum of chances past the ends by some 1e-16. */
function asChance(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}

/** a − b, as chances. */
export function chanceBetween(a: Float64Array, b: Float64Array): Float64Array {
  const list = new Float64Array(a.length);
  for (let k = 0; k < list.length; k += 1) list[k] = asChance((a[k] ?? 0) - (b[k] ?? 0));
  return list;
}

/** Makes chances of sums of chances, in place. */
export function settleChances(list: Float64Array): Float64Array {
  for (let k = 0; k < list.length; k += 1) list[k] = asChance(list[k] ?? 0);
  return list;
}
