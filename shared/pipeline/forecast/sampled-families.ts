import { yearWindows } from '../project-years.ts';
import type { Gain } from '../projection-chances.ts';
import type { ForecastInputs } from './forecast-inputs.ts';
import type { Lanes } from './group-lanes.ts';
import type { PiCourse, PiLanes } from './pi-lanes.ts';
import { sampledGains, type SampledWorld } from './sampled-gains.ts';
import { onceOnly } from './remembered.ts';
import type { Channel } from './segment-rows.ts';
import { decayedGains, powersByGroup, stockAt, type SampledStock } from './sampled-stock.ts';

/** Ends that are worked out together; each part is made when first asked for. Lists are kind × points + point. */
export type Family = {
  readonly ends: readonly number[];
  /** Chances of the gain before each end. */
  readonly gained: (gain: Exclude<Gain, 'award'>) => readonly Lanes[];
  readonly stock: () => SampledStock;
  /** PI gains decayed by the group's own staying. */
  readonly staying: () => readonly Lanes[];
};

/** The sums each gain is. */
const channelOf: Record<Exclude<Gain, 'award'>, Channel> = {
  coi: 'coi',
  pi: 'pi',
  investigator: 'first-role',
};

function family(
  world: SampledWorld,
  pis: ReadonlyMap<string, PiLanes>,
  course: (kind: number) => PiCourse | null,
  ends: readonly number[],
): Family {
  const sums = sampledGains(world, ends);
  const none = new Float64Array(world.points);
  const stayOf = (group: string): Lanes => world.groups.get(group)?.stay ?? none;
  return {
    ends,
    gained: (gain) => sums(channelOf[gain]),
    stock: onceOnly(() => stockAt(world, pis, course, ends)),
    staying: onceOnly(() => decayedGains(world, ends, stayOf, powersByGroup(world, stayOf, ends))),
  };
}

/** Year ends come together, since who asks for one asks for all; any other month comes alone. */
function endsWith(end: number, { startMonth, horizonMonths }: ForecastInputs): readonly number[] {
  for (const basis of ['financial', 'academic'] as const) {
    const ends = yearWindows(startMonth, horizonMonths, basis).map(([, to]) => to);
    if (ends.includes(end)) return ends;
  }
  return [end];
}

/** Where an end's figures are: its family, and its place in it. */
export function sampledFamilies(
  world: SampledWorld,
  pis: ReadonlyMap<string, PiLanes>,
  course: (kind: number) => PiCourse | null,
): (end: number) => { readonly of: Family; readonly place: number } {
  const families = new Map<number, Family>();
  return (end) => {
    const known = families.get(end);
    if (known !== undefined) return { of: known, place: known.ends.indexOf(end) };
    const made = family(world, pis, course, endsWith(end, world.inputs));
    for (const one of made.ends) families.set(one, families.get(one) ?? made);
    return { of: made, place: made.ends.indexOf(end) };
  };
}
