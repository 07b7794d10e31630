/** A row: one value a lattice point, among many rows in one list. Made once, and never changed after. */
export type Row = number;

/** The first of a block of rows, one after another. */
export type Block = Row;

/** Rows every program begins with: 1, 0, 0, 1, 0 and −1. */
export const constants = [1, 0, 0, 1, 0, -1] as const;
export const [ones, zeros, minusOnes] = [0, 1, 5] as const;

/** Place of the first row that is filled before a run. */
export const firstInput = constants.length;

/**
 * What an instruction does. It is followed by the row or block it fills and those it reads.
 *
 * - `product`: a × b, of two rows.
 * - `one` to `four`: a row and so many products of two rows, added from left to right.
 * - `weighted`: a row times each row of a response.
 * - `inTurn`: one response after another.
 */
export const operations = {
  product: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  weighted: 5,
  inTurn: 6,
} as const;

/** Rows and blocks an instruction reads, by operation. */
export const readsBy = [2, 3, 5, 7, 9, 2, 2] as const;

/**
 * A response is a block: what a run of months does to somebody without a role (still without one, gains within it, who
 * became Co-I) and to a Co-I (still Co-I, gains within it).
 */
export const responseRows = { none: 0, gained: 1, moved: 2, still: 3, gainedByCoi: 4 } as const;
export const responseSize = 5;

/** No month: everybody is where they were. The constants begin with it. */
export const noMonth: Block = 0;

/** Sums of products of rows, free of every value: worked out for any number of points. */
export type Program = {
  readonly code: Int32Array;
  /** Rows the list has to have. */
  readonly rows: number;
};

/** A program, and where the rows that were to be kept are. */
export type FinishedProgram = Program & { readonly kept: Int32Array };

/** Values of a row for so many points: whole fours, which the kernels work out in one turn. What is past the points is 0. */
export function strideOf(points: number): number {
  return Math.ceil(points / 4) * 4;
}
