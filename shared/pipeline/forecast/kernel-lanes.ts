import { chainLanes, weightedGroup, type ChainLanes, type WeightedGroup } from './chain-lanes.ts';
import type { GroupLanes, Lanes } from './group-lanes.ts';
import type { SampledKind } from './person-kinds.ts';
import type { Branch, ChainNode, KernelNode, PersonNode, SamplePlan } from './sample-plan.ts';
import type { LanesPool } from './segment-response.ts';
import type { StudyChances } from './study-chances.ts';
import { addProduct, productOf, type Lists } from './lane-loops.ts';

/** What is summed over months: first Co-I roles, PI roles taken straight, PI roles in all. */
export type Channel = 'coi' | 'straight' | 'pi';

/** Everything at hand while one plan is worked out under one weight. */
export type KernelRun = {
  readonly plan: SamplePlan;
  readonly points: number;
  readonly groups: ReadonlyMap<string, WeightedGroup>;
  readonly chains: ReadonlyMap<ChainNode, ChainLanes>;
  readonly study: StudyChances;
};

/** `weightOf` gives each group's chance of staying a month, times whatever else weighs each month. */
export function kernelRun(
  plan: SamplePlan,
  lanes: ReadonlyMap<string, GroupLanes>,
  weightOf: (name: string, group: GroupLanes) => Lanes,
  study: StudyChances,
  pool: LanesPool,
): KernelRun {
  pool.takeBack();
  const groups = new Map(
    [...lanes].map(([name, group]) => [name, weightedGroup(group, weightOf(name, group), pool)]),
  );
  const chains = new Map<ChainNode, ChainLanes>();
  for (const chain of plan.chains) {
    const group = groups.get(chain.group);
    if (group !== undefined) chains.set(chain, chainLanes(chain, group));
  }
  const [first] = groups.values();
  return { plan, points: first?.weight.length ?? 0, groups, chains, study };
}

/** Sums of a node at its samples, begun without a role and begun as Co-I (`null`: always 0), and where each month is. */
type Sums = Lists & { readonly placeOf: Int32Array };

function sumsOfChain(chain: ChainLanes, channel: Channel): Lists {
  switch (channel) {
    case 'coi':
      return { none: chain.coiGained, coi: null };
    case 'straight':
      return { none: chain.straightGained, coi: null };
    case 'pi':
      return { none: chain.piGained, coi: chain.piGainedByCoi };
  }
}

/** A further award, and the weights of the next kernel begun without a role and begun as Co-I. */
type Onward = {
  readonly offset: number;
  readonly next: Sums;
  readonly asNone: Lanes | null;
  readonly asCoi: Lanes | null;
  /** Share of the chain left once it and those before it have ended it, and what was summed until they did. */
  readonly left: Lanes;
  readonly ended: Lanes;
};

type Kernels = ReadonlyMap<KernelNode, Sums>;
type Begun = 'none' | 'coi';

function chainOf(run: KernelRun, node: ChainNode): ChainLanes {
  const lanes = run.chains.get(node);
  if (lanes === undefined) throw new RangeError('a plan has its chains');
  return lanes;
}

/** Awards in order of time; the weights are where the chain is when each comes. */
function onwardsFrom(
  run: KernelRun,
  branches: readonly Branch[],
  chain: ChainNode,
  begun: Begun,
  base: Float64Array,
  kernels: Kernels,
): Onward[] {
  const { at } = chainOf(run, chain);
  let left: Lanes = new Float64Array(run.points).fill(1);
  let ended: Lanes = new Float64Array(run.points);
  return branches.flatMap((branch): Onward[] => {
    const [state, next] = [at.get(branch.offset), kernels.get(branch.next)];
    if (state === undefined || next === undefined) return [];
    const chance = run.study.of(branch);
    const from = (chain.placeOf[branch.offset] ?? 0) * run.points;
    left = left.slice();
    ended = ended.slice();
    for (let k = 0; k < left.length; k += 1) {
      left[k] = (left[k] ?? 0) - (chance[k] ?? 0);
      ended[k] = (ended[k] ?? 0) + (chance[k] ?? 0) * (base[from + k] ?? 0);
    }
    return [
      {
        offset: branch.offset,
        next,
        left,
        ended,
        asNone: begun === 'none' ? productOf(chance, state.none) : null,
        asCoi: next.coi === null ? null : productOf(chance, begun === 'none' ? state.coi : state.stayedCoi),
      },
    ];
  });
}

/** Adds what follows the awards before a month: each next kernel, from its award to the month. */
function addOnwards(target: Float64Array, at: number, month: number, onwards: readonly Onward[]): void {
  for (const { offset, next, asNone, asCoi } of onwards) {
    if (offset >= month) return;
    const from = (next.placeOf[month - offset] ?? 0) * (asNone ?? asCoi ?? next.none).length;
    addProduct(target, at, next, from, asNone, asCoi);
  }
}

/** The sums of a chain with everything that may follow it, begun in one role, at the given months. */
function composed(
  run: KernelRun,
  branches: readonly Branch[],
  chain: ChainNode,
  months: readonly number[],
  begun: Begun,
  base: Float64Array,
  kernels: Kernels,
): Float64Array {
  const onwards = onwardsFrom(run, branches, chain, begun, base, kernels);
  const { points } = run;
  const target = new Float64Array(months.length * points);
  months.forEach((month, index) => {
    const at = index * points;
    const from = (chain.placeOf[month] ?? 0) * points;
    const last = onwards.findLast(({ offset }) => offset < month);
    if (last === undefined) {
      target.set(base.subarray(from, from + points), at);
      return;
    }
    const { left, ended } = last;
    for (let k = 0; k < points; k += 1) {
      target[at + k] = (base[from + k] ?? 0) * (left[k] ?? 0) + (ended[k] ?? 0);
    }
    addOnwards(target, at, month, onwards);
  });
  return target;
}

function kernelSums(run: KernelRun, node: KernelNode, channel: Channel, kernels: Kernels): Sums {
  const { chain, branches, samples } = node;
  const base = sumsOfChain(chainOf(run, chain), channel);
  // Nothing follows: the kernel is its chain.
  if (branches.length === 0) return { ...base, placeOf: chain.placeOf };
  return {
    placeOf: node.placeOf,
    none: composed(run, branches, chain, samples, 'none', base.none, kernels),
    coi: base.coi === null ? null : composed(run, branches, chain, samples, 'coi', base.coi, kernels),
  };
}

/** Repeated squaring: a few products in a fixed order. */
export function powerLanes(weight: Lanes, exponent: number): Lanes {
  const value = new Float64Array(weight.length).fill(1);
  const base = weight.slice();
  for (let rest = exponent; rest > 0; rest >>= 1) {
    for (let k = 0; k < value.length; k += 1) {
      const b = base[k] ?? 0;
      if ((rest & 1) === 1) value[k] = (value[k] ?? 0) * b;
      base[k] = b * b;
    }
  }
  return value;
}

/** Somebody who holds no award yet keeps the role held until the first one comes. */
function beforeAnyAward(
  run: KernelRun,
  { branches, ends }: PersonNode,
  person: SampledKind,
  kernels: Kernels,
): Float64Array {
  const none = new Float64Array(run.points);
  const weight = run.groups.get(person.group)?.weight ?? none;
  const onwards = branches.flatMap((branch): Onward[] => {
    const next = kernels.get(branch.next);
    if (next === undefined) return [];
    const staying = productOf(run.study.of(branch), powerLanes(weight, branch.offset));
    const [asNone, asCoi] = person.role === 'coi' ? [null, staying] : [staying, null];
    return [{ offset: branch.offset, next, left: none, ended: none, asNone, asCoi }];
  });
  const target = new Float64Array(ends.length * run.points);
  ends.forEach((month, index) => addOnwards(target, index * run.points, month, onwards));
  return target;
}

function personSums(
  run: KernelRun,
  node: PersonNode,
  person: SampledKind,
  channel: Channel,
  kernels: Kernels,
): Float64Array {
  const { chain, branches, ends } = node;
  if (chain === null) return beforeAnyAward(run, node, person, kernels);
  const base = sumsOfChain(chainOf(run, chain), channel);
  const begun = person.role === 'coi' ? 'coi' : 'none';
  const list = begun === 'coi' ? base.coi : base.none;
  if (list === null) return new Float64Array(ends.length * run.points);
  return composed(run, branches, chain, ends, begun, list, kernels);
}

/** For every person of the plan, by kind: the weighted sum of the channel up to each end, end × points + point. */
export function sumsByKind(
  run: KernelRun,
  people: readonly SampledKind[],
  channel: Channel,
): ReadonlyMap<number, Float64Array> {
  const kernels = new Map<KernelNode, Sums>();
  for (const node of run.plan.kernels) kernels.set(node, kernelSums(run, node, channel, kernels));
  const sums = new Map<number, Float64Array>();
  for (const node of run.plan.people) {
    const person = people[node.kind];
    if (person !== undefined) sums.set(node.kind, personSums(run, node, person, channel, kernels));
  }
  return sums;
}
