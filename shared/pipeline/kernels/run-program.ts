import { operations, responseSize, type Program } from './program.ts';

type Rows = Float64Array;

function product(rows: Rows, into: number, a: number, b: number, stride: number): void {
  for (let k = 0; k < stride; k += 1) rows[into + k] = (rows[a + k] ?? 0) * (rows[b + k] ?? 0);
}

function one(rows: Rows, into: number, base: number, a: number, b: number, stride: number): void {
  for (let k = 0; k < stride; k += 1) {
    rows[into + k] = (rows[base + k] ?? 0) + (rows[a + k] ?? 0) * (rows[b + k] ?? 0);
  }
}

function two(
  rows: Rows,
  into: number,
  base: number,
  a: number,
  b: number,
  c: number,
  d: number,
  stride: number,
): void {
  for (let k = 0; k < stride; k += 1) {
    rows[into + k] =
      (rows[base + k] ?? 0) +
      (rows[a + k] ?? 0) * (rows[b + k] ?? 0) +
      (rows[c + k] ?? 0) * (rows[d + k] ?? 0);
  }
}

function three(rows: Rows, at: number, code: Int32Array, stride: number): void {
  const [into, base] = [(code[at + 1] ?? 0) * stride, (code[at + 2] ?? 0) * stride];
  const [a, b] = [(code[at + 3] ?? 0) * stride, (code[at + 4] ?? 0) * stride];
  const [c, d] = [(code[at + 5] ?? 0) * stride, (code[at + 6] ?? 0) * stride];
  const [e, f] = [(code[at + 7] ?? 0) * stride, (code[at + 8] ?? 0) * stride];
  for (let k = 0; k < stride; k += 1) {
    rows[into + k] =
      (rows[base + k] ?? 0) +
      (rows[a + k] ?? 0) * (rows[b + k] ?? 0) +
      (rows[c + k] ?? 0) * (rows[d + k] ?? 0) +
      (rows[e + k] ?? 0) * (rows[f + k] ?? 0);
  }
}

function four(rows: Rows, at: number, code: Int32Array, stride: number): void {
  const [into, base] = [(code[at + 1] ?? 0) * stride, (code[at + 2] ?? 0) * stride];
  const [a, b] = [(code[at + 3] ?? 0) * stride, (code[at + 4] ?? 0) * stride];
  const [c, d] = [(code[at + 5] ?? 0) * stride, (code[at + 6] ?? 0) * stride];
  const [e, f] = [(code[at + 7] ?? 0) * stride, (code[at + 8] ?? 0) * stride];
  const [g, h] = [(code[at + 9] ?? 0) * stride, (code[at + 10] ?? 0) * stride];
  for (let k = 0; k < stride; k += 1) {
    rows[into + k] =
      (rows[base + k] ?? 0) +
      (rows[a + k] ?? 0) * (rows[b + k] ?? 0) +
      (rows[c + k] ?? 0) * (rows[d + k] ?? 0) +
      (rows[e + k] ?? 0) * (rows[f + k] ?? 0) +
      (rows[g + k] ?? 0) * (rows[h + k] ?? 0);
  }
}

/** A row times each of a response. It is read before anything is written: what is filled may be where it is. */
function weighted(rows: Rows, into: number, weight: number, block: number, stride: number): void {
  const size = responseSize * stride;
  for (let k = 0; k < stride; k += 1) {
    const times = rows[weight + k] ?? 0;
    for (let row = k; row < size; row += stride) rows[into + row] = times * (rows[block + row] ?? 0);
  }
}

/** A row is read before it is written: what is filled may be what is read. */
function inTurn(rows: Rows, into: number, first: number, second: number, stride: number): void {
  const [moved, still, byCoi] = [2 * stride, 3 * stride, 4 * stride];
  for (let k = 0; k < stride; k += 1) {
    const from = first + k;
    const then = second + k;
    const none = rows[from] ?? 0;
    const gained = rows[from + stride] ?? 0;
    const coi = rows[from + moved] ?? 0;
    const stillCoi = rows[from + still] ?? 0;
    const gainedByCoi = rows[from + byCoi] ?? 0;
    const after = rows[then] ?? 0;
    const gainedLater = rows[then + stride] ?? 0;
    const movedLater = rows[then + moved] ?? 0;
    const stillLater = rows[then + still] ?? 0;
    const byCoiLater = rows[then + byCoi] ?? 0;
    const here = into + k;
    rows[here] = none * after;
    rows[here + stride] = gained + none * gainedLater + coi * byCoiLater;
    rows[here + moved] = none * movedLater + coi * stillLater;
    rows[here + still] = stillCoi * stillLater;
    rows[here + byCoi] = gainedByCoi + stillCoi * byCoiLater;
  }
}

/**
 * Works a program out over a list of its rows of `stride` values each, of which the constants and inputs are filled:
 * the oracle of the WebAssembly kernels, and what runs where there are none.
 */
export function runProgram({ code }: Program, rows: Rows, stride: number): void {
  const row = (at: number): number => (code[at] ?? 0) * stride;
  for (let at = 0; at < code.length;) {
    switch (code[at] ?? operations.product) {
      case operations.product:
        product(rows, row(at + 1), row(at + 2), row(at + 3), stride);
        at += 4;
        break;
      case operations.one:
        one(rows, row(at + 1), row(at + 2), row(at + 3), row(at + 4), stride);
        at += 5;
        break;
      case operations.two:
        two(rows, row(at + 1), row(at + 2), row(at + 3), row(at + 4), row(at + 5), row(at + 6), stride);
        at += 7;
        break;
      case operations.three:
        three(rows, at, code, stride);
        at += 9;
        break;
      case operations.four:
        four(rows, at, code, stride);
        at += 11;
        break;
      case operations.weighted:
        weighted(rows, row(at + 1), row(at + 2), row(at + 3), stride);
        at += 4;
        break;
      default:
        inTurn(rows, row(at + 1), row(at + 2), row(at + 3), stride);
        at += 4;
    }
  }
}
