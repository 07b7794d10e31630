import { minusOnes, ones, responseRows, zeros, type Block, type Row } from '../kernels/program.ts';
import type { ProgramBuilder } from '../kernels/program-builder.ts';
import type { Branch, ChainNode, KernelNode } from './sample-plan.ts';
import type { GroupInputs } from './sum-inputs.ts';

/** The role held when a chain or kernel begins. */
export type Begun = 'none' | 'coi';

/** What is summed up to each sample of a chain or kernel, by the role it began with. */
export type Sums = {
  readonly none: readonly Row[];
  readonly coi: readonly Row[];
  readonly placeOf: Int32Array;
};

/** A chain at each of its samples: the response from its start. */
export type Chain = { readonly node: ChainNode; readonly at: readonly Block[] };

/** What a group's rows are made from. */
export type GroupRows = {
  readonly program: ProgramBuilder;
  readonly inputs: GroupInputs;
  readonly kernels: ReadonlyMap<KernelNode, Sums>;
};

/** A further award, and the kernel that it begins. */
type Onward = {
  readonly offset: number;
  readonly next: Sums;
  /** Chance of the award where the next kernel begins without a role, and as Co-I. */
  readonly asNone: Row;
  readonly asCoi: Row;
  /** Share of the chain left once awards up to this one have ended it, and what it had summed where they did. */
  readonly left: Row;
  readonly ended: Row;
};

function nextOf({ kernels }: GroupRows, branch: Branch): Sums {
  const next = kernels.get(branch.next);
  if (next === undefined) throw new RangeError('a kernel comes before those that use it');
  return next;
}

/** A row of the response from the chain's start to a month it is sampled at. */
function rowAt({ node, at }: Chain, month: number, row: keyof typeof responseRows): Row {
  const response = at[node.placeOf[month] ?? -1];
  if (response === undefined) throw new RangeError('a chain is sampled where it is asked for');
  return response + responseRows[row];
}

export function gainedAt(chain: Chain, begun: Begun, month: number): Row {
  return rowAt(chain, month, begun === 'none' ? 'gained' : 'gainedByCoi');
}

/** Awards before the last month in order of time; the chances are where the chain is when each comes. */
export function onwardsFrom(
  rows: GroupRows,
  branches: readonly Branch[],
  chain: Chain,
  begun: Begun,
  last: number,
): Onward[] {
  const { program, inputs } = rows;
  let [left, ended]: [Row, Row] = [ones, zeros];
  const passed = branches.filter(({ offset }) => offset < last);
  return passed.map((branch) => {
    const { offset } = branch;
    const chance = inputs.study(branch);
    left = program.plus(left, chance, minusOnes);
    ended = program.plus(ended, chance, gainedAt(chain, begun, offset));
    return {
      offset,
      next: nextOf(rows, branch),
      asNone: begun === 'none' ? program.product(chance, rowAt(chain, offset, 'none')) : zeros,
      asCoi: program.product(chance, rowAt(chain, offset, begun === 'none' ? 'moved' : 'still')),
      left,
      ended,
    };
  });
}

/** The first award of somebody who has stayed until then in the role held. */
export function onwardUnawarded(rows: GroupRows, branch: Branch, begun: Begun, staying: Row): Onward {
  const chance = rows.program.product(rows.inputs.study(branch), staying);
  return {
    offset: branch.offset,
    next: nextOf(rows, branch),
    asNone: begun === 'none' ? chance : zeros,
    asCoi: begun === 'coi' ? chance : zeros,
    left: zeros,
    ended: zeros,
  };
}

/** What is summed by a month: by the chain itself, and by what follows the awards before the month. */
export function summedBy(
  program: ProgramBuilder,
  month: number,
  chain: Row,
  onwards: readonly Onward[],
): Row {
  const terms: Row[] = [chain, zeros];
  let last: Onward | undefined;
  for (const onward of onwards) {
    const { offset, next, asNone, asCoi } = onward;
    if (offset >= month) break;
    const place = next.placeOf[month - offset] ?? -1;
    terms.push(next.none[place] ?? zeros, asNone, next.coi[place] ?? zeros, asCoi);
    last = onward;
  }
  if (last === undefined) return chain;
  terms[1] = last.left;
  return program.sum(last.ended, terms);
}
