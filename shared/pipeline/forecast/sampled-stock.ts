import { asChance, powersOf, putProduct } from './lane-loops.ts';
import { onceOnly } from './remembered.ts';
import { zipped, type GroupLanes, type Lanes } from './group-lanes.ts';
import type { SampledKind } from './person-kinds.ts';
import { piCourse, type PiCourse, type PiLanes } from './pi-lanes.ts';
import { planFor, type SampledWorld } from './sampled-gains.ts';
import { sumsByKind } from './sums-by-kind.ts';

/** PIs and lapsed PIs at each of a family of ends: kind × points + point. */
export type SampledStock = {
  /** The decayed sums of PI gains they are made of, by geometric part and end. */
  readonly parts: readonly (readonly Lanes[])[];
  readonly active: readonly Lanes[];
  readonly lapsed: () => readonly Lanes[];
};

/** A root by group. */
type Roots = (group: string) => Lanes;
/** Its powers, by end. */
type Powers = ReadonlyMap<string, readonly Lanes[]>;

export function powersByGroup({ groups }: SampledWorld, rootOf: Roots, ends: readonly number[]): Powers {
  return new Map([...groups.keys()].map((name) => [name, powersOf(rootOf(name), ends)]));
}

/** Σ over months t before each end of (PI gains in t, nobody retiring) × root^(end − t − 1). */
export function decayedGains(
  world: SampledWorld,
  ends: readonly number[],
  rootOf: Roots,
  powers: Powers,
): readonly Lanes[] {
  const { kinds, points } = world;
  const plan = planFor(world, ends.join(), () => ends);
  const weightOf = (name: string, { stay }: GroupLanes): Lanes => zipped(stay, rootOf(name), ratio);
  const sums = sumsByKind({ ...world, plan, people: kinds, weightOf, channel: 'pi' });
  const targets = ends.map(() => new Float64Array(kinds.length * points));
  sums.forEach(({ kind }, startOf) => {
    const byEnd = powers.get(kinds[kind]?.group ?? '');
    targets.forEach((target, end) => {
      const power = byEnd?.[end];
      if (power !== undefined) putProduct(target, kind * points, power, sums.values, startOf(end));
    });
  });
  return targets;
}

function ratio(a: number, b: number): number {
  return a / b;
}

/** People who are PI at the start, by group and known end of the role. */
export function startingPis(world: SampledWorld): (kind: number) => PiCourse | null {
  const known = new Map<string, PiCourse>();
  return (kind) => {
    const person = world.kinds[kind];
    const group = world.groups.get(person?.group ?? '');
    if (person === undefined || group === undefined || person.role !== 'pi') return null;
    const key = `${person.group} ${person.roleEndsIn}`;
    const made = known.get(key) ?? piCourse(group, person.roleEndsIn, world.inputs.horizonMonths);
    known.set(key, made);
    return made;
  };
}

/** A place in each of several lists, one a geometric part. */
type Parts = { readonly lists: readonly (Lanes | undefined)[]; readonly from: number };

/** Copies a course at an end, times the chance of not having retired. */
function putCourse(into: Lanes, at: number, list: Lanes, from: number, points: number, there: number): void {
  for (let k = 0; k < points; k += 1) into[at + k] = asChance(there * (list[from + k] ?? 0));
}

/** active = there × Σ share × part; with one part its share is 1. */
function putActive(into: Lanes, at: number, there: number, { parts }: PiLanes, { lists, from }: Parts): void {
  const [first, second] = parts;
  const [list, other] = lists;
  if (first === undefined || list === undefined) return;
  const { share } = first;
  if (second === undefined || other === undefined) {
    for (let k = 0; k < share.length; k += 1) into[at + k] = asChance(there * (list[from + k] ?? 0));
    return;
  }
  for (let k = 0; k < share.length; k += 1) {
    const both = (share[k] ?? 0) * (list[from + k] ?? 0) + (second.share[k] ?? 0) * (other[from + k] ?? 0);
    into[at + k] = asChance(there * both);
  }
}

function putLapsed(into: Lanes, at: number, there: number, lapsing: Lanes, { lists, from }: Parts): void {
  const [first, second] = lists;
  for (let k = 0; k < lapsing.length; k += 1) {
    const apart = (first?.[from + k] ?? 0) - (second?.[from + k] ?? 0);
    into[at + k] = asChance(there * (lapsing[k] ?? 0) * apart);
  }
}

type State = 'active' | 'lapsed';

/**
 * PIs and lapsed PIs at each end. Retiring is the same risk in every role, so it multiplies the whole. Who is PI at
 * the start decays as a gain at month 0 would; month by month it is followed only where the end of the role is known,
 * and once lapsed.
 */
export function stockAt(
  world: SampledWorld,
  pis: ReadonlyMap<string, PiLanes>,
  course: (kind: number) => PiCourse | null,
  ends: readonly number[],
): SampledStock {
  const { kinds, points } = world;
  const none = new Float64Array(points);
  const most = Math.max(0, ...[...pis.values()].map(({ parts }) => parts.length));
  const roots = Array.from(
    { length: most },
    (_, part): Roots =>
      (name) =>
        pis.get(name)?.parts[part]?.root ?? none,
  );
  const powers = roots.map((rootOf) => powersByGroup(world, rootOf, ends));
  const parts = roots.map((rootOf, part) => decayedGains(world, ends, rootOf, powers[part] ?? new Map()));
  const put = (list: Lanes, person: SampledKind, kind: number, index: number, state: State): void => {
    const [pi, at, end] = [pis.get(person.group), kind * points, ends[index] ?? 0];
    const there = person.retirement.there[end] ?? 0;
    const own = person.roleEndsIn === null && state === 'active' ? null : course(kind);
    if (own !== null) return putCourse(list, at, own[state], end * points, points, there);
    const from: Parts =
      person.role === 'pi'
        ? { lists: powers.map((byGroup) => byGroup.get(person.group)?.[index]), from: 0 }
        : { lists: parts.map((part) => part[index]), from: at };
    if (pi !== undefined && state === 'active') putActive(list, at, there, pi, from);
    else if (pi?.lapsing) putLapsed(list, at, there, pi.lapsing, from);
  };
  const byEnd = (state: State): readonly Lanes[] =>
    ends.map((_, index) => {
      const list = new Float64Array(kinds.length * points);
      kinds.forEach((person, kind) => put(list, person, kind, index, state));
      return list;
    });
  return { parts, active: byEnd('active'), lapsed: onceOnly(() => byEnd('lapsed')) };
}
