import { chainLanes, weightedGroup, type WeightedGroup } from './chain-lanes.ts';
import type { GroupLanes, Lanes } from './group-lanes.ts';
import { powerLanes } from './lane-loops.ts';
import type { LanesPool } from './lanes-pool.ts';
import {
  addOnward,
  onwardsFrom,
  onwardUnawarded,
  putShare,
  type Begun,
  type Onward,
  type Sums,
} from './onward-lanes.ts';
import type { SampledKind } from './person-kinds.ts';
import { remembered } from './remembered.ts';
import type { ChainNode, KernelNode, PersonNode, SamplePlan } from './sample-plan.ts';
import { responseRows, rowsOf, type Channel } from './segment-response.ts';
import type { StudyChances } from './study-chances.ts';

/** What sums are made from: a plan, the people and groups it is of, and what weighs each month of a group. */
export type KernelTask = {
  readonly plan: SamplePlan;
  readonly people: readonly SampledKind[];
  readonly groups: ReadonlyMap<string, GroupLanes>;
  /** Each group's chance of staying a month, times whatever else weighs each month. */
  readonly weightOf: (name: string, group: GroupLanes) => Lanes;
  readonly study: StudyChances;
  readonly points: number;
  readonly pool: LanesPool;
};

/** One channel of a task under way: everything in it is lent by the pool. */
type Run = KernelTask & {
  readonly weighted: ReadonlyMap<string, WeightedGroup>;
  readonly chains: ReadonlyMap<ChainNode, Sums>;
  readonly kernels: Map<KernelNode, Sums>;
  /** A group's weight to the power of the months before an award, by both. */
  readonly staying: Map<string, Lanes>;
};

function runOf(task: KernelTask, channel: Channel): Run {
  const { plan, groups, weightOf, pool } = task;
  pool.takeBack();
  const weighted = new Map(
    [...groups].map(([name, group]) => [name, weightedGroup(group, channel, weightOf(name, group), pool)]),
  );
  const rows = rowsOf(channel);
  const { gainedByNone: none, gainedByCoi } = responseRows;
  const coi = channel === 'pi' ? gainedByCoi : null;
  const chains = plan.chains.map((chain): [ChainNode, Sums] => {
    const group = weighted.get(chain.group);
    if (group === undefined) throw new RangeError('a chain has its group');
    const values = chainLanes(chain, group, channel, pool);
    return [chain, { values, rows, none, coi, placeOf: chain.placeOf }];
  });
  return { ...task, weighted, chains: new Map(chains), kernels: new Map(), staying: new Map() };
}

function chainOf(run: Run, node: ChainNode): Sums {
  const chain = run.chains.get(node);
  if (chain === undefined) throw new RangeError('a plan has its chains');
  return chain;
}

/** Rows of a block, one for every so many. */
type RowsInto = { readonly values: Lanes; readonly row: number; readonly rows: number };

/** Puts a chain's sums with all that follows the awards before each of the months, which rise. */
function putComposed(
  points: number,
  chain: Sums,
  begun: Begun,
  onwards: readonly Onward[],
  months: readonly number[],
  { values, row, rows }: RowsInto,
): void {
  const base = begun === 'none' ? chain.none : (chain.coi ?? 0);
  const passed: Onward[] = [];
  months.forEach((month, index) => {
    const at = (row + index * rows) * points;
    const from = ((chain.placeOf[month] ?? 0) * chain.rows + base) * points;
    for (let next = onwards[passed.length]; next && next.offset < month; next = onwards[passed.length]) {
      passed.push(next);
    }
    putShare(values, at, chain.values, from, passed.at(-1), points);
    for (const onward of passed) addOnward(values, at, month, onward, points);
  });
}

function kernelSums(run: Run, { chain: node, branches, samples, placeOf }: KernelNode): Sums {
  const chain = chainOf(run, node);
  // Nothing follows: the kernel is its chain.
  if (branches.length === 0) return chain;
  const begun: readonly Begun[] = chain.coi === null ? ['none'] : ['none', 'coi'];
  const rows = begun.length;
  const values = run.pool.take(samples.length * rows);
  begun.forEach((role, row) => {
    const onwards = onwardsFrom(run, branches, chain, role);
    putComposed(run.points, chain, role, onwards, samples, { values, row, rows });
  });
  return { values, rows, none: 0, coi: chain.coi === null ? null : 1, placeOf };
}

/** Somebody who holds no award yet keeps the role held until the first one comes. */
function putUnawarded(
  run: Run,
  { branches, ends }: PersonNode,
  group: string,
  begun: Begun,
  values: Lanes,
): void {
  const { points, staying, weighted } = run;
  const weight = weighted.get(group)?.weight;
  if (weight === undefined) throw new RangeError('a person has a group');
  values.fill(0);
  for (const branch of branches) {
    const make = (): Lanes => powerLanes(weight, branch.offset);
    const power = remembered(staying, `${group} ${branch.offset}`, make, Infinity);
    const onward = onwardUnawarded(run, branch, begun, power);
    ends.forEach((end, index) => {
      if (branch.offset < end) addOnward(values, index * points, end, onward, points);
    });
  }
}

function personSums(run: Run, node: PersonNode, { group, role }: SampledKind): Lanes {
  const { points, pool } = run;
  const values = pool.take(node.ends.length);
  const begun = role === 'coi' ? 'coi' : 'none';
  if (node.chain === null) {
    putUnawarded(run, node, group, begun, values);
    return values;
  }
  const chain = chainOf(run, node.chain);
  if (begun === 'coi' && chain.coi === null) return values.fill(0);
  const onwards = onwardsFrom(run, node.branches, chain, begun);
  putComposed(points, chain, begun, onwards, node.ends, { values, row: 0, rows: 1 });
  return values;
}

/**
 * For every person of the plan, by kind: the weighted sum of the channel up to each end, end × points + point. The
 * lists are lent: they hold until the next sums are asked for from the same pool.
 */
export function sumsByKind(task: KernelTask, channel: Channel): ReadonlyMap<number, Lanes> {
  const run = runOf(task, channel);
  for (const node of run.plan.kernels) run.kernels.set(node, kernelSums(run, node));
  const sums = new Map<number, Lanes>();
  for (const node of run.plan.people) {
    const person = run.people[node.kind];
    if (person !== undefined) sums.set(node.kind, personSums(run, node, person));
  }
  return sums;
}
