import type { Block } from '../kernels/program.ts';
import type { ProgramBuilder } from '../kernels/program-builder.ts';

/** What is summed over months: first Co-I roles, first roles of either kind, PI roles. */
export type Channel = 'coi' | 'first-role' | 'pi';

/** The longest run of months taken in one step. */
export const longestSegment = 12;

/** Responses of 1, 2, 3 … months of one band, made by halves as they are asked for. */
export function segmentResponses(program: ProgramBuilder, month: () => Block): (months: number) => Block {
  const made: (Block | undefined)[] = [];
  const responseOf = (months: number): Block => {
    const known = made[months];
    if (known !== undefined) return known;
    if (months === 1) return (made[1] = month());
    const half = Math.floor(months / 2);
    return (made[months] = program.inTurn(responseOf(half), responseOf(months - half)));
  };
  return responseOf;
}
