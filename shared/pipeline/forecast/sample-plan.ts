import { monthsToAward } from '../by-stage.ts';
import type { Pathway, Stage } from '../projection-inputs.ts';
import type { ForecastInputs } from './forecast-inputs.ts';
import type { SampledKind } from './person-kinds.ts';
import { remembered } from './remembered.ts';
import { longestSegment } from './segment-rows.ts';
import type { StageAhead } from './study-start.ts';

/** A run of months of one band: how many, which band, and the place among the samples of its end, or −1. */
export type Segment = { readonly months: number; readonly band: number; readonly place: number };

/** The role chain of a group from `since` months after an award on, at the months it is needed for. */
export type ChainNode = {
  readonly group: string;
  readonly held: Stage;
  readonly since: number;
  /** Months after the chain's start it is sampled at; rising, 0 the first. */
  readonly samples: number[];
  /** Place of a month among the samples, or −1. */
  readonly placeOf: Int32Array;
  /** Its months up to the last sample, in runs of at most twelve months of one band (model.md section 3). */
  segments: readonly Segment[];
};

/** A further award `offset` months on, which ends this chain and begins the kernel of the next qualification. */
export type Branch = {
  readonly offset: number;
  readonly interruptions: number;
  /** `null` for going on from a kernel's own qualification. */
  readonly ahead: StageAhead | null;
  readonly next: KernelNode;
};

/** Everything that follows from holding a qualification with so many interruptions left. */
export type KernelNode = {
  readonly held: Stage;
  readonly chain: ChainNode;
  readonly branches: readonly Branch[];
  readonly samples: number[];
  readonly placeOf: Int32Array;
};

/** One kind of person: the chain of the qualification held now, if any, and the awards to come. */
export type PersonNode = {
  readonly kind: number;
  readonly chain: ChainNode | null;
  readonly branches: readonly Branch[];
  /** Months at whose start sums are wanted; rising. */
  readonly ends: readonly number[];
};

/** What is to be worked out, and where: free of every rate. Kernels come before those that use them. */
export type SamplePlan = {
  readonly chains: readonly ChainNode[];
  readonly kernels: readonly KernelNode[];
  readonly people: readonly PersonNode[];
  /** Number of bands. */
  readonly bands: number;
};

type Making = {
  readonly pathway: Pathway;
  readonly months: number;
  readonly chains: Map<string, ChainNode>;
  readonly kernels: Map<string, KernelNode>;
};

function chainNode(group: string, held: Stage, since: number, making: Making): ChainNode {
  const key = `${group} ${held} ${since}`;
  const make = (): ChainNode => ({
    group,
    held,
    since,
    samples: [],
    placeOf: new Int32Array(making.months + 1).fill(-1),
    segments: [],
  });
  return remembered(making.chains, key, make, Infinity);
}

/** Interruptions change nothing once the horizon or the last stage is reached. */
function kernelNode(group: string, held: Stage, left: number, making: Making): KernelNode {
  const { pathway, months, kernels } = making;
  const key = `${group} ${held} ${held === 3 ? 0 : left}`;
  const make = (): KernelNode => {
    const node = {
      held,
      chain: chainNode(group, held, 0, making),
      samples: [],
      placeOf: new Int32Array(months + 1).fill(-1),
    };
    if (held === 3) return { ...node, branches: [] };
    const next = held === 1 ? 2 : 3;
    const gap = pathway.stageIntervalMonths - monthsToAward(pathway, held) + monthsToAward(pathway, next);
    return { ...node, branches: branchesOf(group, next, gap, left, null, making) };
  };
  return remembered(kernels, key, make, Infinity);
}

function branchesOf(
  group: string,
  stage: Stage,
  first: number,
  left: number,
  ahead: StageAhead | null,
  making: Making,
): Branch[] {
  const branches: Branch[] = [];
  for (let interruptions = 0; interruptions <= left; interruptions += 1) {
    const offset = first + interruptions * making.pathway.stageIntervalMonths;
    if (offset >= making.months) break;
    const next = kernelNode(group, stage, left - interruptions, making);
    branches.push({ offset, interruptions, ahead, next });
  }
  return branches;
}

function personNode(person: SampledKind, kind: number, ends: readonly number[], making: Making): PersonNode {
  const { group, start } = person;
  const { held, since, ahead } = start;
  return {
    kind,
    ends,
    chain: held === 0 ? null : chainNode(group, held, since, making),
    branches:
      ahead === null
        ? []
        : branchesOf(group, ahead.stage, ahead.award, ahead.interruptionsLeft, ahead, making),
  };
}

/** Marks the months a node needs of its chain and of what follows, for every month it is itself needed at. */
function need(
  node: { readonly chain: ChainNode | null; readonly branches: readonly Branch[] },
  at: readonly number[],
): void {
  for (const month of at) {
    if (node.chain !== null) node.chain.placeOf[month] = 0;
    for (const { offset, next } of node.branches) {
      if (offset >= month) continue;
      // Where the chain is when a further award ends it has to be known.
      if (node.chain !== null) node.chain.placeOf[offset] = 0;
      next.placeOf[month - offset] = 0;
    }
  }
}

/** Turns the marks into a list of samples and places in it; month 0 is always one. */
function settle(node: { readonly samples: number[]; readonly placeOf: Int32Array }): void {
  const { placeOf, samples } = node;
  placeOf[0] = 0;
  for (let month = 0; month < placeOf.length; month += 1) {
    if (placeOf[month] === 0) placeOf[month] = samples.push(month) - 1;
  }
}

/** A run ends at a sample, where a band does, and after twelve months. */
function segmentsOf({ samples, since, placeOf }: ChainNode, bands: readonly number[]): Segment[] {
  const last = samples.at(-1) ?? 0;
  const bandEnds = bands.map((lower) => lower - since).filter((month) => 0 < month && month < last);
  const stops = [...new Set([...samples.slice(1), ...bandEnds])].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let from = 0;
  for (const stop of stops) {
    while (from < stop) {
      const to = Math.min(stop, from + longestSegment);
      const band = bands.findLastIndex((lower) => lower <= since + from);
      segments.push({ months: to - from, band, place: placeOf[to] ?? -1 });
      from = to;
    }
  }
  return segments;
}

/**
 * Where role chains and kernels have to be known so that every person's sums are known at the ends wanted of them:
 * about ten months a level where intakes are yearly (model.md section 3).
 */
export function samplePlan(
  people: readonly SampledKind[],
  endsOf: (person: SampledKind) => readonly number[],
  { pathway, horizonMonths, beliefs: { bands } }: ForecastInputs,
): SamplePlan {
  const making: Making = { pathway, months: horizonMonths, chains: new Map(), kernels: new Map() };
  const nodes = people.flatMap((person, kind) => {
    const ends = endsOf(person);
    return person.role === 'pi' || ends.length === 0 ? [] : [personNode(person, kind, ends, making)];
  });
  nodes.forEach((node) => need(node, node.ends));
  const kernels = [...making.kernels.values()].sort((a, b) => a.held - b.held);
  for (const kernel of kernels) {
    settle(kernel);
    need(kernel, kernel.samples);
  }
  const chains = [...making.chains.values()];
  for (const chain of chains) {
    settle(chain);
    chain.segments = segmentsOf(chain, bands);
  }
  return { chains, kernels: kernels.reverse(), people: nodes, bands: bands.length };
}
