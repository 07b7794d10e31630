import { negligible } from './count-laws.ts';
import {
  add,
  below,
  both,
  get,
  increase,
  integer,
  loadInteger,
  pair,
  repeatWhile,
  set,
  subtract,
  type Code,
  type Definition,
  type Local,
} from './wasm-code.ts';

/** Bytes of a pair: two points at one count. */
const entry = 16;

function momentsCode(): Definition {
  const [lanes, row, counts, countsEnd, means, variances] = [0, 1, 2, 3, 4, 5] as const;
  const k = 6;
  const [count, chance, expected] = [7, 8, 9] as const;
  const at = (list: Local): Code => add(get(list), get(k));
  const one = pair.of(1);
  return {
    name: 'moments',
    parameters: 6,
    integers: 1,
    pairs: 3,
    body: repeatWhile(
      below(get(counts), get(countsEnd)),
      set(count, pair.loadTwice(get(counts))),
      set(k, integer(0)),
      repeatWhile(
        below(get(k), get(row)),
        set(chance, pair.load(at(lanes))),
        set(expected, pair.multiply(get(count), get(chance))),
        pair.store(at(means), pair.add(pair.load(at(means)), get(expected))),
        pair.store(
          at(variances),
          pair.add(pair.load(at(variances)), pair.multiply(get(expected), pair.subtract(one, get(chance)))),
        ),
        increase(k, entry),
      ),
      set(lanes, add(get(lanes), get(row))),
      increase(counts, 8),
    ),
  };
}

function lawCode(): Definition {
  const [point, places, placesEnd, room, mass, weight] = [0, 1, 2, 3, 4, 5] as const;
  const [from, to, n, end] = [6, 7, 8, 9] as const;
  const [a, b, c, d] = [10, 11, 12, 13] as const;
  const [neitherAb, neitherCd, oneAb, oneCd, bothAb, bothCd] = [14, 15, 16, 17, 18, 19] as const;
  const factors = [20, 21, 22, 23, 24] as const;
  const before = [25, 26, 27, 28] as const;
  const now = [29, 30, 31, 32] as const;
  const times = (x: Local, y: Local): Code => pair.multiply(get(x), get(y));
  const not = (x: Local): Code => pair.subtract(pair.of(1), get(x));
  const exactlyOne = (x: Local, y: Local): Code =>
    pair.add(pair.multiply(get(x), not(y)), pair.multiply(get(y), not(x)));

  const fourPeople: Code = [
    [a, b, c, d].map((person, index) =>
      set(person, pair.load(add(get(point), loadInteger(get(places), 4 * index)))),
    ),
    set(neitherAb, pair.multiply(not(a), not(b))),
    set(neitherCd, pair.multiply(not(c), not(d))),
    set(oneAb, exactlyOne(a, b)),
    set(oneCd, exactlyOne(c, d)),
    set(bothAb, times(a, b)),
    set(bothCd, times(c, d)),
    set(factors[0], times(neitherAb, neitherCd)),
    set(factors[1], pair.add(times(neitherAb, oneCd), times(oneAb, neitherCd))),
    set(
      factors[2],
      pair.add(pair.add(times(neitherAb, bothCd), times(oneAb, oneCd)), times(bothAb, neitherCd)),
    ),
    set(factors[3], pair.add(times(oneAb, bothCd), times(bothAb, oneCd))),
    set(factors[4], times(bothAb, bothCd)),
  ];

  /** Entry `index` of the four: its own, the four before it, each times its factor. */
  const product = (index: number): Code => {
    const inHand = [...before, ...now];
    let sum = times(factors[0], now[index] ?? 0);
    for (let back = 1; back <= 4; back += 1) {
      sum = pair.add(sum, times(factors[back] ?? 0, inHand[4 + index - back] ?? 0));
    }
    return sum;
  };
  const multiplied: Code = [
    set(end, add(get(to), integer(4 * entry))),
    set(n, get(from)),
    before.map((local) => set(local, pair.of(0))),
    repeatWhile(
      below(get(n), get(end)),
      now.map((local, index) => set(local, pair.load(get(n), index * entry))),
      now.map((_, index) => pair.store(get(n), product(index), index * entry)),
      before.map((local, index) => set(local, get(now[index] ?? 0))),
      increase(n, 4 * entry),
    ),
    set(to, get(end)),
  ];

  const longerThanOne = below(integer(entry), subtract(get(to), get(from)));
  const nothingAt = (place: Code): Code => pair.bothBelow(pair.load(place), pair.of(negligible));
  const atEnd = both(longerThanOne, nothingAt(subtract(get(to), integer(entry))));
  const atStart = both(longerThanOne, nothingAt(get(from)));
  const trimmed: Code = [
    repeatWhile(atEnd, increase(to, -entry), pair.store(get(to), pair.of(0))),
    repeatWhile(atStart, pair.store(get(from), pair.of(0)), increase(from, entry)),
  ];

  const massAt = add(get(mass), subtract(get(n), get(room)));
  const added: Code = [
    set(n, get(from)),
    repeatWhile(
      below(get(n), get(to)),
      pair.store(
        massAt,
        pair.add(pair.load(massAt), pair.multiply(pair.load(get(n)), pair.load(get(weight)))),
      ),
      pair.store(get(n), pair.of(0)),
      increase(n, entry),
    ),
  ];

  return {
    name: 'law',
    parameters: 6,
    integers: 4,
    pairs: 23,
    body: [
      set(from, get(room)),
      set(to, add(get(room), integer(entry))),
      pair.store(get(room), pair.of(1)),
      repeatWhile(below(get(places), get(placesEnd)), fourPeople, multiplied, trimmed, increase(places, 16)),
      added,
    ],
  };
}

/** `momentsOf` and `lawOfPair` of count-laws.ts: the same sums in the same order, two points at once. */
export const countCode: readonly Definition[] = [momentsCode(), lawCode()];
