import { responseSize, strideOf, type Block, type Row } from '../kernels/program.ts';
import type { ProgramBuilder } from '../kernels/program-builder.ts';
import type { Stage } from '../projection-inputs.ts';
import type { GroupLanes, Lanes } from './group-lanes.ts';
import { remembered } from './remembered.ts';
import type { Branch } from './sample-plan.ts';
import type { Channel } from './segment-rows.ts';
import { chanceKey, type StudyChances } from './study-chances.ts';

/** What rows of a program are filled with before a run: one, or all of a group's months. */
export type InputSource =
  | { readonly kind: 'weight'; readonly group: string }
  | { readonly kind: 'months'; readonly group: string; readonly rows: number }
  | { readonly kind: 'study'; readonly branch: Branch };

/** Where the values of inputs come from. */
export type InputValues = {
  readonly points: number;
  readonly channel: Channel;
  readonly groups: ReadonlyMap<string, GroupLanes>;
  /** Each group's chance of staying a month, times whatever else weighs each month. */
  readonly weightOf: (name: string, group: GroupLanes) => Lanes;
  readonly study: StudyChances;
};

function groupOf(name: string, { groups }: InputValues): GroupLanes {
  const group = groups.get(name);
  if (group === undefined) throw new RangeError('a chain has its group');
  return group;
}

/** Fills the rows of every source, one after another from the row at `start`. */
export function fillInputs(
  into: Float64Array,
  start: number,
  sources: readonly InputSource[],
  values: InputValues,
): void {
  const { points, channel, study, weightOf } = values;
  const stride = strideOf(points);
  let at = start;
  const put = (list: Lanes): void => {
    into.set(list, at);
    into.fill(0, at + points, at + stride);
    at += stride;
  };
  for (const source of sources) {
    if (source.kind === 'study') put(study.of(source.branch));
    else if (source.kind === 'weight') put(weightOf(source.group, groupOf(source.group, values)));
    else {
      into.set(groupOf(source.group, values).months(channel), at);
      at += source.rows * stride;
    }
  }
}

/** The inputs of one group's sums. */
export type GroupInputs = {
  readonly weight: Row;
  /** One month of a qualification and band. */
  readonly month: (held: Stage, band: number) => Block;
  readonly study: (branch: Branch) => Row;
};

export function groupInputs(
  group: string,
  bands: number,
  program: ProgramBuilder,
  sources: InputSource[],
): GroupInputs {
  const rows = 3 * bands * responseSize;
  const weight = program.inputs(1);
  const months = program.inputs(rows);
  sources.push({ kind: 'weight', group }, { kind: 'months', group, rows });
  const chances = new Map<string, Row>();
  return {
    weight,
    month: (held, band) => program.weighted(weight, months + ((held - 1) * bands + band) * responseSize),
    study: (branch) => {
      const make = (): Row => {
        sources.push({ kind: 'study', branch });
        return program.inputs(1);
      };
      return remembered(chances, chanceKey(branch), make, Infinity);
    },
  };
}
