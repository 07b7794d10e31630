/** Mass below this at both points of a pair is left out at both ends; what is lost over a trust is under 1e-13. */
export const negligible = 1e-15;

/** Above this variance at a point, its law is left to an expansion. */
export const largestExactVariance = 25;

/** Independent people by kind: how many of each, and each kind's chance at every point (kind × points + point). */
export type People = {
  readonly counts: Int32Array;
  readonly lanes: Float64Array;
  readonly points: number;
};

/** Expected count, and its variance by chance alone, at each point. */
export type Moments = { readonly means: Float64Array; readonly variances: Float64Array };

/** The moments, and the laws of the points of little enough variance, added up: index is the count. */
export type CountLaws = Moments & { readonly mass: Float64Array };

export function momentsOf({ counts, lanes, points }: People): Moments {
  const means = new Float64Array(points);
  const variances = new Float64Array(points);
  for (let kind = 0; kind < counts.length; kind += 1) {
    const count = counts[kind] ?? 0;
    const at = kind * points;
    for (let k = 0; k < points; k += 1) {
      const p = lanes[at + k] ?? 0;
      const expected = count * p;
      means[k] = (means[k] ?? 0) + expected;
      variances[k] = (variances[k] ?? 0) + expected * (1 - p);
    }
  }
  return { means, variances };
}

function anyChance(lanes: Float64Array, from: number, points: number): boolean {
  for (let at = from; at < from + points; at += 1) if ((lanes[at] ?? 0) > 0) return true;
  return false;
}

/** Takes the place of a person in a pass that is not full. */
export const nobody = -1;

/** Where the chances of everybody who may count at all begin, once each, made up to whole fours. */
export function placesOf({ counts, lanes, points }: People): Int32Array {
  const places = new Int32Array(peopleOf(counts) + 3).fill(nobody);
  let people = 0;
  for (let kind = 0; kind < counts.length; kind += 1) {
    const count = counts[kind] ?? 0;
    if (count === 0 || !anyChance(lanes, kind * points, points)) continue;
    places.fill(kind * points, people, people + count);
    people += count;
  }
  return places.subarray(0, Math.ceil(people / 4) * 4);
}

export function peopleOf(counts: Int32Array): number {
  let people = 0;
  for (let kind = 0; kind < counts.length; kind += 1) people += counts[kind] ?? 0;
  return people;
}

/** Entries past the window that a pass reads and writes: four more people, rounded up to whole fours. */
export const beyondWindow = 12;

/** Two points whose laws are worked out in one window, and whether each is added to the mass. */
export type PointPair = {
  readonly first: number;
  readonly second: number;
  readonly weights: readonly [0 | 1, 0 | 1];
};

const bothCount = [1, 1] as const;

function makePairs(points: number): readonly PointPair[] {
  const pairs: PointPair[] = [];
  for (let first = 0; first + 1 < points; first += 2) {
    pairs.push({ first, second: first + 1, weights: bothCount });
  }
  const last = points - 1;
  if (points % 2 === 1) pairs.push({ first: Math.max(0, last - 1), second: last, weights: [0, 1] });
  return pairs;
}

const madePairs = new Map<number, readonly PointPair[]>();

/** Points two by two; the last of an odd number comes with the one before it, which is not counted again. */
export function pairsOf(points: number, variances: Float64Array): readonly PointPair[] {
  const pairs = madePairs.get(points) ?? makePairs(points);
  madePairs.set(points, pairs);
  const tooWide = (point: number): boolean => (variances[point] ?? 0) > largestExactVariance;
  if (!variances.some((variance) => variance > largestExactVariance)) return pairs;
  return pairs
    .map(({ first, second, weights: [one, two] }): PointPair => {
      return { first, second, weights: [tooWide(first) ? 0 : one, tooWide(second) ? 0 : two] };
    })
    .filter(({ weights: [one, two] }) => one + two > 0);
}

/** Room for the laws of two points, used again and again; outside its window it holds zeros. */
type Room = { readonly pmfs: readonly [Float64Array, Float64Array]; from: number; to: number };

function roomFor(people: number): Room {
  const pmf = (): Float64Array => new Float64Array(people + beyondWindow);
  return { pmfs: [pmf(), pmf()], from: 0, to: 1 };
}

function begin(room: Room): void {
  for (const pmf of room.pmfs) {
    pmf.fill(0, room.from, room.to);
    pmf[0] = 1;
  }
  room.from = 0;
  room.to = 1;
}

/**
 * pmf ← pmf × (c0 + c1·s + c2·s² + c3·s³ + c4·s⁴) within the window, upward. Four entries a step: each is read once and
 * written once, and the four behind stay in hand. Past the window everything is 0 before and after.
 */
function multiply(
  pmf: Float64Array,
  from: number,
  to: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  c4: number,
): void {
  let p = 0;
  let q = 0;
  let r = 0;
  let s = 0;
  for (let n = from; n < to; n += 4) {
    const t = pmf[n] ?? 0;
    const u = pmf[n + 1] ?? 0;
    const v = pmf[n + 2] ?? 0;
    const w = pmf[n + 3] ?? 0;
    pmf[n] = c0 * t + c1 * s + c2 * r + c3 * q + c4 * p;
    pmf[n + 1] = c0 * u + c1 * t + c2 * s + c3 * r + c4 * q;
    pmf[n + 2] = c0 * v + c1 * u + c2 * t + c3 * s + c4 * r;
    pmf[n + 3] = c0 * w + c1 * v + c2 * u + c3 * t + c4 * s;
    p = t;
    q = u;
    r = v;
    s = w;
  }
}

function trim(room: Room): void {
  const [one, two] = room.pmfs;
  let { from, to } = room;
  while (to - from > 1 && (one[to - 1] ?? 0) < negligible && (two[to - 1] ?? 0) < negligible) {
    to -= 1;
    one[to] = 0;
    two[to] = 0;
  }
  while (to - from > 1 && (one[from] ?? 0) < negligible && (two[from] ?? 0) < negligible) {
    one[from] = 0;
    two[from] = 0;
    from += 1;
  }
  room.from = from;
  room.to = to;
}

/** Multiplies by four people at one point, who have these chances. */
function takeFour(pmf: Float64Array, { from, to }: Room, a: number, b: number, c: number, d: number): void {
  const ab = a * b;
  const cd = c * d;
  const neitherAb = (1 - a) * (1 - b);
  const neitherCd = (1 - c) * (1 - d);
  const oneAb = a * (1 - b) + b * (1 - a);
  const oneCd = c * (1 - d) + d * (1 - c);
  multiply(
    pmf,
    from,
    to + 4,
    neitherAb * neitherCd,
    neitherAb * oneCd + oneAb * neitherCd,
    neitherAb * cd + oneAb * oneCd + ab * neitherCd,
    oneAb * cd + ab * oneCd,
    ab * cd,
  );
}

/** Nobody has no chance: the rest of a pass that is not full multiplies by 1. */
function chanceAt(lanes: Float64Array, place: number, point: number): number {
  return place === nobody ? 0 : (lanes[place + point] ?? 0);
}

/**
 * The exact laws at two points of how many of independent people count (Poisson-binomial), four of them a pass
 * (model.md section 3). Two points share a window, as they do in the WebAssembly kernels.
 */
function lawOfPair(room: Room, lanes: Float64Array, places: Int32Array, { first, second }: PointPair): void {
  begin(room);
  const [one, two] = room.pmfs;
  for (let person = 0; person < places.length; person += 4) {
    const a = places[person] ?? nobody;
    const b = places[person + 1] ?? nobody;
    const c = places[person + 2] ?? nobody;
    const d = places[person + 3] ?? nobody;
    for (let side = 0; side < 2; side += 1) {
      const point = side === 0 ? first : second;
      takeFour(
        side === 0 ? one : two,
        room,
        chanceAt(lanes, a, point),
        chanceAt(lanes, b, point),
        chanceAt(lanes, c, point),
        chanceAt(lanes, d, point),
      );
    }
    room.to += 4;
    trim(room);
  }
}

/** The exact laws of all points that have one, added up; the even and the odd points apart until the end. */
export function countLaws(people: People): CountLaws {
  const { counts, lanes, points } = people;
  const moments = momentsOf(people);
  const places = placesOf(people);
  const most = peopleOf(counts);
  const room = roomFor(most);
  const masses = [new Float64Array(most + 1), new Float64Array(most + 1)] as const;
  for (const pair of pairsOf(points, moments.variances)) {
    lawOfPair(room, lanes, places, pair);
    for (const side of [0, 1] as const) {
      const [mass, pmf, weight] = [masses[side], room.pmfs[side], pair.weights[side]];
      for (let n = room.from; n < room.to; n += 1) mass[n] = (mass[n] ?? 0) + (pmf[n] ?? 0) * weight;
    }
  }
  return { ...moments, mass: masses[0].map((one, n) => one + (masses[1][n] ?? 0)) };
}
