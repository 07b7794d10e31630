import { settleChances } from './lane-loops.ts';
import { onceOnly } from './remembered.ts';
import { zipped, type GroupLanes, type Lanes } from './group-lanes.ts';
import { kernelRun, powerLanes, sumsByKind } from './kernel-lanes.ts';
import { piCourse, type PiCourse, type PiLanes } from './pi-lanes.ts';
import { planFor, type SampledWorld } from './sampled-gains.ts';

/** PIs and lapsed PIs at each of a family of ends: kind × points + point. */
export type SampledStock = {
  /** The decayed sums of PI gains they are made of, by geometric part and end. */
  readonly parts: readonly (readonly Float64Array[])[];
  readonly active: readonly Float64Array[];
  readonly lapsed: () => readonly Float64Array[];
};

/** For each geometric part: Σ over months t before the end of (PI gains in t, nobody retiring) × root^(end − t − 1). */
export function decayedGains(
  world: SampledWorld,
  ends: readonly number[],
  rootOf: (group: string) => Lanes,
): readonly Float64Array[] {
  const { kinds, points } = world;
  const plan = planFor(
    world,
    kinds.map(() => ends),
  );
  const weightOf = (name: string, { stay }: GroupLanes): Lanes => zipped(stay, rootOf(name), ratio);
  const run = kernelRun(plan, world.groups, weightOf, world.study, world.pool);
  const sums = sumsByKind(run, kinds, 'pi');
  return ends.map((end, index) => {
    const target = new Float64Array(kinds.length * points);
    const powers = new Map([...world.groups.keys()].map((name) => [name, powerLanes(rootOf(name), end)]));
    for (const [kind, list] of sums) {
      const power = powers.get(kinds[kind]?.group ?? '');
      for (let k = 0; k < points; k += 1) {
        target[kind * points + k] = (list[index * points + k] ?? 0) * (power?.[k] ?? 0);
      }
    }
    return target;
  });
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

/** Copies a course at an end, times the chance of not having retired. */
function putCourse(into: Float64Array, at: number, list: Float64Array, from: number, there: number): void {
  const points = list.length - from;
  for (let k = 0; k < points; k += 1) into[at + k] = there * (list[from + k] ?? 0);
}

/** active = there × Σ share × decayed sum; with one part its share is 1. */
function putActive(
  into: Float64Array,
  at: number,
  there: number,
  pi: PiLanes,
  sums: readonly (Float64Array | undefined)[],
): void {
  pi.parts.forEach(({ share }, part) => {
    const list = sums[part];
    if (list === undefined) return;
    for (let k = 0; k < share.length; k += 1) {
      into[at + k] = (into[at + k] ?? 0) + there * (share[k] ?? 0) * (list[at + k] ?? 0);
    }
  });
}

function putLapsed(
  into: Float64Array,
  at: number,
  there: number,
  lapsing: Lanes,
  [first, second]: readonly (Float64Array | undefined)[],
): void {
  for (let k = 0; k < lapsing.length; k += 1) {
    const apart = (first?.[at + k] ?? 0) - (second?.[at + k] ?? 0);
    into[at + k] = there * (lapsing[k] ?? 0) * apart;
  }
}

/** Retiring is the same risk in every role, so it multiplies the whole. */
export function stockAt(
  world: SampledWorld,
  pis: ReadonlyMap<string, PiLanes>,
  course: (kind: number) => PiCourse | null,
  ends: readonly number[],
): SampledStock {
  const { kinds, points } = world;
  const most = Math.max(...[...pis.values()].map(({ parts }) => parts.length));
  const parts = Array.from({ length: most }, (_, part) =>
    decayedGains(world, ends, (group) => pis.get(group)?.parts[part]?.root ?? new Float64Array(points)),
  );
  const byEnd = (state: 'active' | 'lapsed'): readonly Float64Array[] =>
    ends.map((end, index) => {
      const list = new Float64Array(kinds.length * points);
      const sums = parts.map((part) => part[index]);
      kinds.forEach((person, kind) => {
        const [pi, own, at] = [pis.get(person.group), course(kind), kind * points];
        const there = person.retirement.there[end] ?? 0;
        if (own !== null) {
          putCourse(list, at, own[state].subarray(0, (end + 1) * points), end * points, there);
        } else if (pi !== undefined && state === 'active') putActive(list, at, there, pi, sums);
        else if (pi?.lapsing) putLapsed(list, at, there, pi.lapsing, sums);
      });
      return settleChances(list);
    });
  return { parts, active: byEnd('active'), lapsed: onceOnly(() => byEnd('lapsed')) };
}
