import { zipped, type GroupLanes, type Lanes } from './group-lanes.ts';

/**
 * What becomes of a PI role, at every point, apart from retiring: active after d months with chance
 * Σ share × root^d over one or two geometric parts (the second only where lapsed PIs return).
 */
export type PiLanes = {
  readonly parts: readonly { readonly root: Lanes; readonly share: Lanes }[];
  /** Lapsed after d months: `lapsing` × (first root^d − second root^d); `null` where nobody returns. */
  readonly lapsing: Lanes | null;
};

/** Below this a root's powers would leave the range of a double over the longest horizons. */
const smallestRoot = 0.05;

/** Month by month the roles go (active, lapsed) → M (active, lapsed): stay or lapse, then return. */
type Move = {
  readonly keep: number;
  readonly lapse: number;
  readonly back: number;
  readonly wait: number;
  readonly gap: number;
};

function moveAt({ stay, piStay, roleLoss, piReturn }: GroupLanes, k: number): Move {
  const [s, a, loss, back] = [stay[k] ?? 0, piStay[k] ?? 0, roleLoss[k] ?? 0, piReturn[k] ?? 0];
  const move = {
    keep: a * (1 - loss) + a * loss * back,
    lapse: a * loss * (1 - back),
    back: s * back,
    wait: s * (1 - back),
  };
  const difference = move.keep - move.wait;
  return { ...move, gap: Math.sqrt(difference * difference + 4 * move.lapse * move.back) };
}

function withReturn(group: GroupLanes): PiLanes {
  const moves = Array.from(group.stay, (_, k) => moveAt(group, k));
  const lanes = (of: (move: Move) => number): Lanes => Float64Array.from(moves, of);
  const share = lanes(({ keep, wait, gap }) => (gap > 0 ? (1 + (keep - wait) / gap) / 2 : 1));
  return {
    parts: [
      { root: lanes(({ keep, wait, gap }) => (keep + wait + gap) / 2), share },
      { root: lanes(({ keep, wait, gap }) => (keep + wait - gap) / 2), share: share.map((part) => 1 - part) },
    ],
    lapsing: lanes(({ lapse, gap }) => (gap > 0 ? lapse / gap : 0)),
  };
}

/** `null` where a root is too small for sums by its powers: then the monthly engine is asked. */
export function piLanes(group: GroupLanes): PiLanes | null {
  const returning = group.piReturn.some((chance) => chance > 0);
  const lanes = returning
    ? withReturn(group)
    : {
        parts: [
          {
            root: zipped(group.piStay, group.roleLoss, (stay, loss) => stay * (1 - loss)),
            share: group.stay.map(() => 1),
          },
        ],
        lapsing: null,
      };
  const steep = lanes.parts.some(({ root }) => root.some((value) => !(value > smallestRoot)));
  return steep ? null : lanes;
}

/** `null` when a group's PI roles end too fast for sums by powers. */
export function piLanesByGroup(groups: ReadonlyMap<string, GroupLanes>): ReadonlyMap<string, PiLanes> | null {
  const lanes = new Map<string, PiLanes>();
  for (const [name, group] of groups) {
    const pi = piLanes(group);
    if (pi === null) return null;
    lanes.set(name, pi);
  }
  return lanes;
}

/** Active and lapsed at n, for n from 0 to the horizon: n × points + point. */
export type PiCourse = { readonly active: Float64Array; readonly lapsed: Float64Array };

/** Somebody who is PI at the start, month by month in the order of model.md 1.1, apart from retiring. */
export function piCourse(group: GroupLanes, roleEndsIn: number | null, months: number): PiCourse {
  const points = group.stay.length;
  const active = new Float64Array((months + 1) * points);
  const lapsed = new Float64Array((months + 1) * points);
  active.fill(1, 0, points);
  for (let month = 0; month < months; month += 1) {
    const held = roleEndsIn !== null && month < roleEndsIn;
    const ends = month === roleEndsIn;
    for (let k = 0; k < points; k += 1) {
      const at = month * points + k;
      const now = ends ? 0 : (active[at] ?? 0);
      const waiting = (lapsed[at] ?? 0) + (ends ? (active[at] ?? 0) : 0);
      const stays = now * (group.piStay[k] ?? 0);
      const lost = held ? 0 : stays * (group.roleLoss[k] ?? 0);
      const away = waiting * (group.stay[k] ?? 0) + lost;
      const back = away * (group.piReturn[k] ?? 0);
      active[at + points] = stays - lost + back;
      lapsed[at + points] = away - back;
    }
  }
  return { active, lapsed };
}
