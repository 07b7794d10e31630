import type { Lanes } from './group-lanes.ts';

/** into[to + k] = a[k] × b[from + k] */
export function putProduct(into: Lanes, to: number, a: Lanes, b: Lanes, from: number): void {
  for (let k = 0; k < a.length; k += 1) into[to + k] = (a[k] ?? 0) * (b[from + k] ?? 0);
}

export function productOf(a: Lanes, b: Lanes): Lanes {
  const list = new Float64Array(a.length);
  putProduct(list, 0, a, b, 0);
  return list;
}

/** Repeated squaring: a few products in a fixed order. */
export function powerLanes(base: Lanes, exponent: number): Lanes {
  return base.map((one) => powerOf(one, exponent));
}

function powerOf(base: number, exponent: number): number {
  let value = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest >>= 1) {
    if ((rest & 1) === 1) value *= square;
    square *= square;
  }
  return value;
}

/** The powers of rising exponents, each from the one before: year ends are twelve months apart. */
export function powersOf(base: Lanes, exponents: readonly number[]): Lanes[] {
  const byGap = new Map<number, Lanes>();
  let [last, at]: [Lanes | null, number] = [null, 0];
  return exponents.map((exponent) => {
    const gap = exponent - at;
    const step = byGap.get(gap) ?? powerLanes(base, gap);
    byGap.set(gap, step);
    [last, at] = [last === null ? step : productOf(last, step), exponent];
    return last;
  });
}

/** target[at + k] = list[from + k], as chances. */
export function putChances(target: Lanes, at: number, list: Lanes, from: number, points: number): void {
  for (let k = 0; k < points; k += 1) {
    const value = list[from + k] ?? 0;
    target[at + k] = value < 0 ? 0 : value > 1 ? 1 : value;
  }
}

/** target[at + k] += scale × (list[to + k] − list[from + k]); `from` below 0 is nothing. */
export function addDifference(
  target: Lanes,
  at: number,
  list: Lanes,
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

export function sumOf(a: Lanes, b: Lanes): Lanes {
  const list = new Float64Array(a.length);
  for (let k = 0; k < list.length; k += 1) list[k] = (a[k] ?? 0) + (b[k] ?? 0);
  return list;
}

/** Rounding may carry a sum of chances past the ends by some 1e-16. */
export function asChance(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}

/** a − b, as chances. */
export function chanceBetween(a: Lanes, b: Lanes): Lanes {
  const list = new Float64Array(a.length);
  for (let k = 0; k < list.length; k += 1) {
    const value = (a[k] ?? 0) - (b[k] ?? 0);
    list[k] = value < 0 ? 0 : value > 1 ? 1 : value;
  }
  return list;
}

/** Makes chances of sums of chances, in place. */
export function settleChances(list: Lanes, from = 0, to = list.length): Lanes {
  for (let k = from; k < to; k += 1) list[k] = asChance(list[k] ?? 0);
  return list;
}
