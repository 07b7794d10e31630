import {
  constants,
  noMonth,
  ones,
  operations,
  responseSize,
  zeros,
  type Block,
  type FinishedProgram,
  type Row,
} from './program.ts';
import { firstRead, intoAt, settle, width, type Draft } from './settle-program.ts';

/** Writes a program; what is multiplied by nothing or by one is left out. */
export type ProgramBuilder = {
  /** So many rows that are filled before a run, of which the first is given; they follow the constants in order. */
  readonly inputs: (rows: number) => Row;
  readonly product: (a: Row, b: Row) => Row;
  /** base + a × b. */
  readonly plus: (base: Row, a: Row, b: Row) => Row;
  /** base + Σ a × b of rows two by two. */
  readonly sum: (base: Row, terms: readonly Row[]) => Row;
  /** A row times each row of a response. */
  readonly weighted: (weight: Row, response: Block) => Block;
  /** One response after another. */
  readonly inTurn: (first: Block, second: Block) => Block;
  readonly finish: (kept: readonly Row[]) => FinishedProgram;
};

function longer(list: Int32Array): Int32Array {
  const twice = new Int32Array(2 * list.length);
  twice.set(list);
  return twice;
}

/** So many rows more, of one block. */
function addRows(draft: Draft, rows: number): Row {
  const block = draft.rows;
  if (block + rows >= draft.owners.length) draft.owners = longer(draft.owners);
  for (let row = block; row < block + rows; row += 1) draft.owners[row] = block;
  draft.rows += rows;
  draft.owners[draft.rows] = -1;
  return block;
}

/** Begins an instruction, which fills so many rows; where what it reads is to be written. */
function begin(draft: Draft, operation: number, rows: number): number {
  if (draft.length + width > draft.code.length) draft.code = longer(draft.code);
  const at = draft.length;
  draft.length += width;
  draft.code[at] = operation;
  draft.code[at + intoAt] = addRows(draft, rows);
  return at + firstRead;
}

function write(draft: Draft, operation: number, rows: number, a: Row, b: Row): Row {
  const at = begin(draft, operation, rows);
  draft.code[at] = a;
  draft.code[at + 1] = b;
  return draft.rows - rows;
}

function productOf(draft: Draft, a: Row, b: Row): Row {
  if (a === zeros || b === zeros) return zeros;
  if (a === ones) return b;
  return b === ones ? a : write(draft, operations.product, 1, a, b);
}

function sumWithOne(draft: Draft, base: Row, a: Row, b: Row): Row {
  if (base === zeros) return productOf(draft, a, b);
  if (a === zeros || b === zeros) return base;
  const into = write(draft, operations.one, 1, base, a);
  draft.code[draft.length - width + firstRead + 2] = b;
  return into;
}

const mostTerms = 4;

/** What is multiplied by nothing is left out; a sum of many terms takes several instructions. */
function writeSum(draft: Draft, base: Row, terms: readonly Row[]): Row {
  let sum = base;
  let at = 0;
  let written = mostTerms;
  for (let term = 0; term < terms.length; term += 2) {
    const a = terms[term] ?? zeros;
    const b = terms[term + 1] ?? zeros;
    if (a === zeros || b === zeros) continue;
    if (sum === zeros) {
      sum = productOf(draft, a, b);
      continue;
    }
    if (written === mostTerms) {
      at = begin(draft, operations.one, 1);
      draft.code[at] = sum;
      sum = draft.rows - 1;
      written = 0;
    }
    draft.code[at - firstRead] = operations.one + written;
    draft.code[at + 1 + 2 * written] = a;
    draft.code[at + 2 + 2 * written] = b;
    written += 1;
  }
  return sum;
}

function emptyDraft(): Draft {
  return { code: new Int32Array(width << 12), length: 0, rows: 0, owners: new Int32Array(1 << 13) };
}

/** Lists of the last program written, which the next one may write over. */
let spare: Draft | null = null;

export function programBuilder(): ProgramBuilder {
  const draft: Draft = spare === null ? emptyDraft() : { ...spare, length: 0, rows: 0 };
  spare = null;
  const filled: Row[] = [];
  const fill = (rows: number): Row => {
    for (let row = 0; row < rows; row += 1) filled.push(addRows(draft, 1));
    return draft.rows - rows;
  };
  fill(constants.length);
  return {
    inputs: fill,
    product: (a, b) => productOf(draft, a, b),
    plus: (base, a, b) => sumWithOne(draft, base, a, b),
    sum: (base, terms) => writeSum(draft, base, terms),
    weighted: (row, response) => write(draft, operations.weighted, responseSize, row, response),
    inTurn: (first, second) =>
      first === noMonth ? second : write(draft, operations.inTurn, responseSize, first, second),
    finish: (kept) => {
      const program = settle(draft, filled, kept);
      spare = draft;
      return program;
    },
  };
}
