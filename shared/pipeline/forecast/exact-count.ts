/** Mass below this is left out at both ends of the window; what is lost over a trust is under 1e-13. */
const negligible = 1e-15;

/** Room for the law of one count, used again and again: nothing is allocated while people are added. */
export type CountRoom = { readonly pmf: Float64Array; from: number; to: number };

/** A pass reads and writes up to seven entries past the window: four more people, rounded up to whole fours. */
export function countRoom(people: number): CountRoom {
  return { pmf: new Float64Array(people + 12), from: 0, to: 1 };
}

function begin(room: CountRoom): void {
  // Outside its window the room holds zeros.
  room.pmf.fill(0, room.from, room.to);
  room.pmf[0] = 1;
  room.from = 0;
  room.to = 1;
}

/**
 * pmf ← pmf × (c0 + c1·s + c2·s² + c3·s³ + c4·s⁴) within the window, upward. Four entries a step: each is read once and
 * written once, and the four behind stay in hand. Past the window everything is 0 before and after.
 */
function multiply(room: CountRoom, c0: number, c1: number, c2: number, c3: number, c4: number): void {
  const { pmf, from } = room;
  const to = room.to + 4;
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
  trim(room, to);
}

function trim(room: CountRoom, end: number): void {
  const { pmf } = room;
  let { from } = room;
  let to = end;
  while (to - from > 1 && (pmf[to - 1] ?? 0) < negligible) pmf[(to -= 1)] = 0;
  while (to - from > 1 && (pmf[from] ?? 0) < negligible) pmf[from++] = 0;
  room.from = from;
  room.to = to;
}

/** Everybody to be counted: the place in a list of lanes where each one's chances start, one a point. */
export type Starts = { readonly places: Int32Array; readonly people: number };

/**
 * The exact law at one point of how many of independent people count (Poisson-binomial), four of them a pass (model.md
 * section 3). Of a last pass that is not full the rest have no chance: they multiply by 1.
 */
export function exactCount(
  room: CountRoom,
  lanes: Float64Array,
  { places, people }: Starts,
  point: number,
): void {
  begin(room);
  for (let person = 0; person < people; person += 4) {
    const a = lanes[(places[person] ?? 0) + point] ?? 0;
    const b = person + 1 < people ? (lanes[(places[person + 1] ?? 0) + point] ?? 0) : 0;
    const c = person + 2 < people ? (lanes[(places[person + 2] ?? 0) + point] ?? 0) : 0;
    const d = person + 3 < people ? (lanes[(places[person + 3] ?? 0) + point] ?? 0) : 0;
    const ab = a * b;
    const cd = c * d;
    const neitherAb = (1 - a) * (1 - b);
    const neitherCd = (1 - c) * (1 - d);
    const oneAb = a * (1 - b) + b * (1 - a);
    const oneCd = c * (1 - d) + d * (1 - c);
    multiply(
      room,
      neitherAb * neitherCd,
      neitherAb * oneCd + oneAb * neitherCd,
      neitherAb * cd + oneAb * oneCd + ab * neitherCd,
      oneAb * cd + ab * oneCd,
      ab * cd,
    );
  }
}
