import type { GroupLanes, Lanes } from './group-lanes.ts';
import type { SampledKind } from './person-kinds.ts';
import type { SampledWorld } from './sampled-gains.ts';

/** Somebody lapsed at the start of the window: chance of a role again within it, month by month. */
function returnsOver(
  { stay, piReturn }: GroupLanes,
  { retirement }: SampledKind,
  [from, to]: readonly [number, number],
): Lanes {
  const { there } = retirement;
  return stay.map((staying, k) => {
    const back = piReturn[k] ?? 0;
    let waiting = 1;
    let returned = 0;
    for (let month = from; month < to; month += 1) {
      waiting *= (staying * (there[month + 1] ?? 0)) / (there[month] ?? 1);
      returned += waiting * back;
      waiting *= 1 - back;
    }
    return returned;
  });
}

/** Lapsed before the window and PI again at some point of it: kind × points + point. */
export function returnsWithin(
  world: SampledWorld,
  lapsed: Float64Array,
  window: readonly [number, number],
): Float64Array {
  const { kinds, groups, points } = world;
  const known = new Map<string, Lanes>();
  const list = new Float64Array(lapsed.length);
  kinds.forEach((person, kind) => {
    const group = groups.get(person.group);
    if (group === undefined) return;
    const key = JSON.stringify([person.group, person.retirement.stretches]);
    const chance = known.get(key) ?? returnsOver(group, person, window);
    known.set(key, chance);
    for (let k = 0; k < points; k += 1) {
      list[kind * points + k] = (lapsed[kind * points + k] ?? 0) * (chance[k] ?? 0);
    }
  });
  return list;
}
