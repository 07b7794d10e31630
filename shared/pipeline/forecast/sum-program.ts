import { noMonth, ones, zeros, type Block, type FinishedProgram, type Row } from '../kernels/program.ts';
import { programBuilder, type ProgramBuilder } from '../kernels/program-builder.ts';
import {
  gainedAt,
  onwardsFrom,
  onwardUnawarded,
  summedBy,
  type Begun,
  type Chain,
  type GroupRows,
  type Sums,
} from './onward-rows.ts';
import type { SampledKind } from './person-kinds.ts';
import { remembered } from './remembered.ts';
import type { ChainNode, KernelNode, PersonNode, SamplePlan } from './sample-plan.ts';
import { segmentResponses } from './segment-rows.ts';
import { groupInputs, type GroupInputs, type InputSource } from './sum-inputs.ts';

/** Sums over months as a program, free of every rate and the same for every channel. */
export type SumProgram = {
  readonly program: FinishedProgram;
  /** What its inputs are filled with, in order. */
  readonly sources: readonly InputSource[];
  /** For every person of the plan in order, the row of each end. */
  readonly people: readonly Int32Array[];
};

/** What is made of each chain of a group, kept by chain. */
type Chains = ReadonlyMap<ChainNode, Chain>;

/** A role chain at its samples: the response from its start to each says where it is and what was gained until then. */
function chainRows(
  node: ChainNode,
  responseOf: (band: number, months: number) => Block,
  program: ProgramBuilder,
): Chain {
  const at: Block[] = [noMonth];
  let now = noMonth;
  for (const { months, band, place } of node.segments) {
    now = program.inTurn(now, responseOf(band, months));
    if (place >= 0) at[place] = now;
  }
  return { node, at };
}

function chainsOf(nodes: readonly ChainNode[], program: ProgramBuilder, inputs: GroupInputs): Chains {
  const responses = new Map<string, (months: number) => Block>();
  return new Map(
    nodes.map((node) => {
      const { held } = node;
      const responseOf = (band: number, months: number): Block => {
        const make = () => segmentResponses(program, () => inputs.month(held, band));
        return remembered(responses, `${held} ${band}`, make, Infinity)(months);
      };
      return [node, chainRows(node, responseOf, program)];
    }),
  );
}

function chainOf(chains: Chains, node: ChainNode): Chain {
  const chain = chains.get(node);
  if (chain === undefined) throw new RangeError('a plan has its chains');
  return chain;
}

function kernelRows(rows: GroupRows, chain: Chain, { branches, samples, placeOf }: KernelNode): Sums {
  const sums = (begun: Begun): Row[] => {
    const onwards = onwardsFrom(rows, branches, chain, begun, samples.at(-1) ?? 0);
    return samples.map((month) => summedBy(rows.program, month, gainedAt(chain, begun, month), onwards));
  };
  return { none: sums('none'), coi: sums('coi'), placeOf };
}

/** A row to the power of the months before an award, each made once. */
type Powers = (exponent: number) => Row;

function rowPowers(program: ProgramBuilder, base: Row): Powers {
  const made: (Row | undefined)[] = [ones, base];
  const power = (exponent: number): Row => {
    const known = made[exponent];
    if (known !== undefined) return known;
    const half = power(Math.floor(exponent / 2));
    const square = program.product(half, half);
    return (made[exponent] = exponent % 2 === 0 ? square : program.product(square, base));
  };
  return power;
}

/** One person at each end; who holds no award yet keeps the role held until the first one comes. */
function personRows(
  rows: GroupRows,
  chain: Chain | null,
  { branches, ends }: PersonNode,
  begun: Begun,
  staying: Powers,
): Row[] {
  const onwards =
    chain === null
      ? branches.map((branch) => onwardUnawarded(rows, branch, begun, staying(branch.offset)))
      : onwardsFrom(rows, branches, chain, begun, ends.at(-1) ?? 0);
  return ends.map((end) =>
    summedBy(rows.program, end, chain === null ? zeros : gainedAt(chain, begun, end), onwards),
  );
}

/** All of one group before the next, so that what is at work is little. */
function groupRows(
  { chains: allChains, kernels: allKernels, people: nodes }: SamplePlan,
  people: readonly SampledKind[],
  group: string,
  program: ProgramBuilder,
  inputs: GroupInputs,
): ReadonlyMap<PersonNode, readonly Row[]> {
  const chains = chainsOf(
    allChains.filter((chain) => chain.group === group),
    program,
    inputs,
  );
  const kernels = new Map<KernelNode, Sums>();
  const rows: GroupRows = { program, inputs, kernels };
  for (const node of allKernels) {
    if (node.chain.group === group) kernels.set(node, kernelRows(rows, chainOf(chains, node.chain), node));
  }
  const staying = rowPowers(program, inputs.weight);
  const made = new Map<PersonNode, readonly Row[]>();
  for (const node of nodes) {
    const person = people[node.kind];
    if (person?.group !== group) continue;
    const chain = node.chain === null ? null : chainOf(chains, node.chain);
    made.set(node, personRows(rows, chain, node, person.role === 'coi' ? 'coi' : 'none', staying));
  }
  return made;
}

/** For every person of the plan the weighted sum up to each end. */
export function sumProgram(plan: SamplePlan, people: readonly SampledKind[]): SumProgram {
  const program = programBuilder();
  const sources: InputSource[] = [];
  const names = [...new Set(plan.people.map(({ kind }) => people[kind]?.group ?? ''))];
  const made = new Map(
    names.flatMap((group) => [
      ...groupRows(plan, people, group, program, groupInputs(group, plan.bands, program, sources)),
    ]),
  );
  const wanted = plan.people.map((node) => made.get(node) ?? []);
  const finished = program.finish(wanted.flat());
  let from = 0;
  const places = wanted.map(({ length }) => finished.kept.subarray(from, (from += length)));
  return { program: finished, sources, people: places };
}
