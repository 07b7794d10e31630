import { allocate } from '../core/allocate.ts';

/**
 * Whole pence by row and column whose rows and columns both add up to the given sums exactly, each cell as near to its
 * share as that allows and none below zero.
 *
 * Row by row by largest remainder over what is left of the columns: a row never takes more of a column than it has left.
 *
 * @throws RangeError when the rows and the columns do not have one sum, or a sum is negative.
 */
export function spreadTable(rows: readonly number[], columns: readonly number[]): number[][] {
  const sum = (sums: readonly number[]): number => sums.reduce((total, one) => total + one, 0);
  if (sum(rows) !== sum(columns) || [...rows, ...columns].some((one) => one < 0)) {
    throw new RangeError('spreadTable: rows and columns need one sum and no negative');
  }
  let left = [...columns];
  return rows.map((row) => {
    const cells = allocate(row, left);
    left = left.map((column, index) => column - (cells[index] ?? 0));
    return cells;
  });
}
