import type { GroupLanes } from './group-lanes.ts';
import { kernelRun, sumsByKind, type Channel, type KernelRun } from './kernel-lanes.ts';
import { addDifference, settleChances } from './lane-loops.ts';
import type { SampledKind } from './person-kinds.ts';
import { remembered } from './remembered.ts';
import { samplePlan, type SamplePlan } from './sample-plan.ts';
import type { ForecastInputs } from './forecast-inputs.ts';
import type { LanesPool } from './segment-response.ts';
import type { StudyChances } from './study-chances.ts';

/** What all sums over months are made from. */
export type SampledWorld = {
  readonly inputs: ForecastInputs;
  readonly kinds: readonly SampledKind[];
  /** All that makes plans for the kinds differ. */
  readonly kindsKey: string;
  readonly groups: ReadonlyMap<string, GroupLanes>;
  readonly study: StudyChances;
  readonly points: number;
  /** Plans already made, by the ends wanted of each kind: free of every rate. */
  readonly plans: Map<string, SamplePlan>;
  readonly pool: LanesPool;
};

/** Ends wanted of a kind within its stretch of one retirement rate, and what the sums there are multiplied by. */
type Part = { readonly from: number; readonly to: number; readonly scale: number };

function partsOf({ retirement }: SampledKind, rate: number, last: number): Part[] {
  const { stretches } = retirement;
  return stretches.flatMap((stretch, index) => {
    const to = Math.min(stretches[index + 1]?.from ?? last, last);
    return stretch.rate === rate && stretch.from < to
      ? [{ from: stretch.from, to, scale: stretch.scale }]
      : [];
  });
}

function endsWithin(parts: readonly Part[], ends: readonly number[]): number[] {
  const wanted = parts.flatMap(({ from, to }) => [from, ...ends.filter((end) => from < end && end < to), to]);
  return [...new Set(wanted)].filter((end) => end > 0).sort((a, b) => a - b);
}

/** A plan holds some hundred kilobytes. */
const plansKept = 60;

export function planFor(world: SampledWorld, ends: readonly (readonly number[])[]): SamplePlan {
  const { kinds, inputs, plans } = world;
  const key = JSON.stringify([world.kindsKey, ends]);
  const make = () => samplePlan(kinds, (kind) => ends[kind] ?? [], inputs.pathway, inputs.horizonMonths);
  return remembered(plans, key, make, plansKept);
}

/** The sums of one retirement rate: who is at it when, and the run that gives them. */
type RateRun = {
  readonly parts: readonly (readonly Part[])[];
  readonly ends: readonly (readonly number[])[];
  readonly run: KernelRun;
};

function rateRun(world: SampledWorld, rate: number, ends: readonly number[]): RateRun {
  const last = ends.at(-1) ?? 0;
  const parts = world.kinds.map((kind) => partsOf(kind, rate, last));
  const wanted = parts.map((list) => endsWithin(list, ends));
  const plan = planFor(world, wanted);
  const weightOf = (_: string, { stay }: GroupLanes) =>
    rate === 0 ? stay : stay.map((chance) => chance * (1 - rate));
  return { parts, ends: wanted, run: kernelRun(plan, world.groups, weightOf, world.study, world.pool) };
}

/** Chance of the gain before each end, kind × points + point, added up stretch by stretch of each retirement. */
function addRateRun(
  world: SampledWorld,
  { parts, ends: wanted, run }: RateRun,
  channel: Channel,
  ends: readonly number[],
  targets: readonly Float64Array[],
): void {
  const { points } = world;
  for (const [kind, sums] of sumsByKind(run, world.kinds, channel)) {
    const places = wanted[kind] ?? [];
    for (const { from, to, scale } of parts[kind] ?? []) {
      ends.forEach((end, index) => {
        const target = targets[index];
        if (end <= from || target === undefined) return;
        const [before, upTo] = [places.indexOf(from), places.indexOf(Math.min(end, to))];
        addDifference(target, kind * points, sums, [before * points, upTo * points], scale, points);
      });
    }
  }
}

/** Chances of gains up to each of a family of ends, by channel; made when first asked for. */
export type SampledGains = (channel: Channel) => readonly Float64Array[];

export function sampledGains(world: SampledWorld, ends: readonly number[]): SampledGains {
  const last = ends.at(-1) ?? 0;
  const rates = new Set(
    world.kinds.flatMap(({ retirement }) =>
      retirement.stretches.filter(({ from }) => from < last).map(({ rate }) => rate),
    ),
  );
  const known = new Map<Channel, readonly Float64Array[]>();
  let runs: readonly RateRun[] | null = null;
  return (channel) => {
    const made = known.get(channel);
    if (made !== undefined) return made;
    runs ??= [...rates].sort((a, b) => a - b).map((rate) => rateRun(world, rate, ends));
    const targets = ends.map(() => new Float64Array(world.kinds.length * world.points));
    for (const run of runs) addRateRun(world, run, channel, ends, targets);
    targets.forEach(settleChances);
    known.set(channel, targets);
    return targets;
  };
}
