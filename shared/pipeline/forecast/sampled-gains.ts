import type { GroupLanes, Lanes } from './group-lanes.ts';
import { addDifference, putChances, settleChances } from './lane-loops.ts';
import type { SampledKind } from './person-kinds.ts';
import { remembered } from './remembered.ts';
import { samplePlan, type SamplePlan } from './sample-plan.ts';
import type { ForecastInputs } from './forecast-inputs.ts';
import type { Channel } from './segment-rows.ts';
import type { StudyChances } from './study-chances.ts';
import { sumsByKind, type SumsByKind } from './sums-by-kind.ts';

/** What all sums over months are made from. */
export type SampledWorld = {
  readonly inputs: ForecastInputs;
  readonly kinds: readonly SampledKind[];
  readonly groups: ReadonlyMap<string, GroupLanes>;
  readonly study: StudyChances;
  readonly points: number;
  /** Plans already made of these kinds, by the ends wanted: free of every rate. */
  readonly plans: Map<string, SamplePlan>;
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

/** A plan holds some hundred kilobytes; an end asked for alone has one of its own. */
const plansKept = 60;

/** The plan for the ends wanted of each kind; the key says which they are. */
export function planFor(
  { kinds, inputs, plans }: SampledWorld,
  key: string,
  endsOf: (kind: SampledKind) => readonly number[],
): SamplePlan {
  return remembered(plans, key, () => samplePlan(kinds, endsOf, inputs), plansKept);
}

/** A chance of retiring; `alone` where everybody has it all along, who then share the plan of the stock. */
type RateOf = { readonly rate: number; readonly alone: boolean };

/** The sums of those who have one rate, at every end; who are the only ones of a plan where all have it. */
function sumsAtRate(
  world: SampledWorld,
  { rate, alone }: RateOf,
  channel: Channel,
  ends: readonly number[],
): SumsByKind {
  const { kinds: people } = world;
  const last = ends.at(-1) ?? 0;
  const key = alone ? ends.join() : `${rate} ${ends.join()}`;
  const endsOf = (kind: SampledKind): readonly number[] =>
    alone ? ends : endsWithin(partsOf(kind, rate, last), ends);
  const plan = planFor(world, key, endsOf);
  const weightOf = (_: string, { stay }: GroupLanes): Lanes =>
    rate === 0 ? stay : stay.map((chance) => chance * (1 - rate));
  return sumsByKind({ ...world, plan, people, weightOf, channel });
}

/** Where all have one rate all along, the sums are the chances. */
function putAlone(
  world: SampledWorld,
  rateOf: RateOf,
  channel: Channel,
  ends: readonly number[],
  targets: readonly Lanes[],
): void {
  const { points } = world;
  const { values, forEach } = sumsAtRate(world, rateOf, channel, ends);
  forEach(({ kind }, startOf) => {
    targets.forEach((target, end) => putChances(target, kind * points, values, startOf(end), points));
  });
}

/** Adds a channel's chances of one retirement rate before each end, stretch by stretch of who is at it when. */
function addAtRate(
  world: SampledWorld,
  rateOf: RateOf,
  channel: Channel,
  ends: readonly number[],
  targets: readonly Lanes[],
): void {
  const { points, kinds } = world;
  const last = ends.at(-1) ?? 0;
  const { values, forEach } = sumsAtRate(world, rateOf, channel, ends);
  forEach(({ kind, ends: places }, startOf) => {
    const person = kinds[kind];
    if (person === undefined) return;
    for (const { from, to, scale } of partsOf(person, rateOf.rate, last)) {
      const before = from === 0 ? -1 : startOf(places.indexOf(from));
      ends.forEach((end, index) => {
        const target = targets[index];
        if (end <= from || target === undefined) return;
        const upTo = startOf(places.indexOf(Math.min(end, to)));
        addDifference(target, kind * points, values, [before, upTo], scale, points);
      });
    }
  });
}

/** Chances of gains up to each of a family of ends, by channel; made when first asked for. */
export type SampledGains = (channel: Channel) => readonly Lanes[];

export function sampledGains(world: SampledWorld, ends: readonly number[]): SampledGains {
  const last = ends.at(-1) ?? 0;
  const rates = new Set(
    world.kinds.flatMap(({ retirement }) =>
      retirement.stretches.filter(({ from }) => from < last).map(({ rate }) => rate),
    ),
  );
  const inOrder = [...rates].sort((a, b) => a - b);
  const [rate = 0] = inOrder;
  const alone = rates.size === 1;
  const known = new Map<Channel, readonly Lanes[]>();
  const make = (channel: Channel): readonly Lanes[] => {
    const targets = ends.map(() => new Float64Array(world.kinds.length * world.points));
    if (alone) {
      putAlone(world, { rate, alone }, channel, ends, targets);
      return targets;
    }
    for (const one of inOrder) addAtRate(world, { rate: one, alone }, channel, ends, targets);
    return targets.map((target) => settleChances(target));
  };
  return (channel) => remembered(known, channel, () => make(channel), Infinity);
}
