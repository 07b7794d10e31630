/** Mass below this is left out at both ends of the window; what is lost over a trust is under 1e-13. */
const negligible = 1e-15;

/** Room for the law of one count, used again and again: nothing is allocated while people are added. */
export type CountRoom = { readonly pmf: Float64Array; from: number; to: number };

export function countRoom(people: number): CountRoom {
  return { pmf: new Float64Array(people + 9), from: 0, to: 1 };
}

function begin(room: CountRoom, certain: number): void {
  room.pmf.fill(0, 0, Math.max(room.to + 4, certain + 1));
  room.pmf[certain] = 1;
  room.from = certain;
  room.to = certain + 1;
}

/** pmf ← pmf × (c0 + c1·s + c2·s² + c3·s³ + c4·s⁴) within the window, from its upper end down. */
function multiply(room: CountRoom, c0: number, c1: number, c2: number, c3: number, c4: number): void {
  const { pmf, from } = room;
  const to = room.to + 4;
  let x0 = 0;
  let x1 = 0;
  let x2 = 0;
  let x3 = 0;
  // Upward, with the four values behind kept in hand: each entry is read once and written once.
  for (let n = from; n < to; n += 1) {
    const here = pmf[n] ?? 0;
    pmf[n] = c0 * here + c1 * x0 + c2 * x1 + c3 * x2 + c4 * x3;
    x3 = x2;
    x2 = x1;
    x1 = x0;
    x0 = here;
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

/**
 * The exact law of how many of `people` independent people count (Poisson-binomial), `certain` more counting anyway:
 * four people a pass (model.md section 3). Chances are those of the first `people` entries, each in (0, 1).
 */
export function exactCount(room: CountRoom, chances: Float64Array, people: number, certain: number): void {
  begin(room, certain);
  // People of no chance fill the last pass: they multiply by 1.
  for (let rest = people; rest % 4 !== 0; rest += 1) chances[rest] = 0;
  for (let person = 0; person < people; person += 4) {
    const a = chances[person] ?? 0;
    const b = chances[person + 1] ?? 0;
    const c = chances[person + 2] ?? 0;
    const d = chances[person + 3] ?? 0;
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
