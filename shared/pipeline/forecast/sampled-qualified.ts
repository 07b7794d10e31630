import type { DrawnRates } from './drawn-rates.ts';
import { drawnAt } from './drawn-subset.ts';
import { awardedBy, type FirstAward } from './first-awards.ts';
import type { Measure } from './forecast-inputs.ts';
import type { GroupLanes, Lanes } from './group-lanes.ts';
import { monthlySource } from './monthly-source.ts';
import type { SampledKind } from './person-kinds.ts';
import type { PiLanes } from './pi-lanes.ts';
import { wholePower } from './retirement-stretches.ts';
import type { SampledWorld } from './sampled-gains.ts';
import type { SampledStock } from './sampled-stock.ts';

/** A root this near the group's staying would lose the digits of the quotient below. */
const tooNear = 2e-5;

/** Decayed sums of PI gains: by the parts of the role, and by the group's staying. */
type Sums = { readonly parts: readonly (Float64Array | undefined)[]; readonly staying: Float64Array };

/**
 * In post and holding an award: all would leave at the group's rate but for the months they spend as PI, when they
 * leave at another. Those months add (piStay − stay) × Σ share × (decayed by root − by stay) ÷ (root − stay).
 */
function neverPi(
  person: SampledKind,
  group: GroupLanes,
  { parts }: PiLanes,
  awarded: Lanes,
  sums: Sums,
  [at, end]: readonly [at: number, end: number],
): Lanes {
  const there = person.retirement.there[end] ?? 0;
  return group.stay.map((stay, k) => {
    let months = 0;
    parts.forEach(({ root, share }, part) => {
      const gap = (sums.parts[part]?.[at + k] ?? 0) - (sums.staying[at + k] ?? 0);
      months += ((share[k] ?? 0) * gap) / ((root[k] ?? 0) - stay);
    });
    return there * ((awarded[k] ?? 0) * wholePower(stay, end) + ((group.piStay[k] ?? 0) - stay) * months);
  });
}

function nearPoints({ stay }: GroupLanes, { parts }: PiLanes): number[] {
  return [...stay.keys()].filter((k) =>
    parts.some(({ root }) => !(Math.abs((root[k] ?? 0) - (stay[k] ?? 0)) > tooNear)),
  );
}

/** Puts in the monthly engine's answer at the few points where a root and the group's staying nearly agree. */
function mendNearPoints(
  list: Float64Array,
  world: SampledWorld,
  drawn: DrawnRates,
  pis: ReadonlyMap<string, PiLanes>,
  measure: Measure,
): void {
  const { kinds, points, groups, inputs } = world;
  for (const [name, group] of groups) {
    const pi = pis.get(name);
    const near = pi === undefined ? [] : nearPoints(group, pi);
    if (near.length === 0) continue;
    const members = [...kinds.keys()].filter((kind) => kinds[kind]?.group === name);
    const people = members.flatMap((kind) => kinds[kind]?.person ?? []);
    const right = monthlySource(inputs, drawnAt(drawn, near), people).chancesOf(measure);
    members.forEach((kind, row) => {
      near.forEach((point, place) => {
        list[kind * points + point] = right[row * near.length + place] ?? 0;
      });
    });
  }
}

/** In post and holding any award at the end of month `end` − 1: kind × points + point. */
export function qualifiedAt(
  world: SampledWorld,
  drawn: DrawnRates,
  pis: ReadonlyMap<string, PiLanes>,
  awards: readonly (readonly FirstAward[])[],
  stock: SampledStock,
  staying: Float64Array,
  [place, end]: readonly [place: number, end: number],
): Float64Array {
  const { kinds, points, groups } = world;
  const list = new Float64Array(kinds.length * points);
  const sums: Sums = { parts: stock.parts.map((ends) => ends[place]), staying };
  const [active, lapsed] = [stock.active[place], stock.lapsed()[place]];
  kinds.forEach((person, kind) => {
    const [group, pi] = [groups.get(person.group), pis.get(person.group)];
    if (group === undefined || pi === undefined) return;
    const at = kind * points;
    const awarded = awardedBy(person.start.held, awards[kind] ?? [], end, points);
    const inPost =
      person.role === 'pi'
        ? awarded.map((chance, k) => chance * ((active?.[at + k] ?? 0) + (lapsed?.[at + k] ?? 0)))
        : neverPi(person, group, pi, awarded, sums, [at, end]);
    list.set(inPost, at);
  });
  mendNearPoints(list, world, drawn, pis, { kind: 'qualified', at: end, held: 1 });
  return list;
}
