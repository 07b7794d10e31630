import { operations, readsBy, responseRows, responseSize } from './program.ts';
import {
  add,
  below,
  equal,
  get,
  increase,
  integer,
  loadInteger,
  multiply,
  pair,
  repeatWhile,
  set,
  when,
  type Code,
  type Definition,
  type Local,
} from './wasm-code.ts';

/** Pairs that one turn of a loop works out of every row: rows are whole fours of values. */
const pairs = 2;
const pairBytes = 16;

const [code, codeEnd, rows, stride] = [0, 1, 2, 3] as const;
const [operation, filledEnd] = [4, 5] as const;
/** Addresses of the rows filled, then of the rows read. */
const [firstFilled, firstRead] = [6, 11] as const;
const integers = 21;
/** Values of both responses in hand. */
const firstValue = integers;

/** Where the row named by the instruction's number `name` begins, or one so many rows on. */
function rowNamed(name: number, on: number): Code {
  const place = loadInteger(get(code), 4 * name);
  return add(get(rows), multiply(on === 0 ? place : add(place, integer(on)), get(stride)));
}

/** Works out the pairs of every row that an instruction fills, from addresses of the rows it reads. */
type Work = (at: number) => Code;

/** What one operation does: how many rows it fills, the rows it reads (each by name and how many rows on), and what fills its rows. */
function operationOf(
  name: keyof typeof operations,
  fills: number,
  reads: readonly (readonly [name: number, on: number])[],
  work: Work,
): Code {
  const number = operations[name];
  const filled = Array.from({ length: fills }, (_, on) => firstFilled + on);
  const read = reads.map((_, index) => firstRead + index);
  return when(
    equal(get(operation), integer(number)),
    filled.map((row, on) => set(row, rowNamed(1, on))),
    read.map((row, index) => set(row, rowNamed(...(reads[index] ?? [0, 0])))),
    set(filledEnd, add(get(firstFilled), get(stride))),
    increase(code, 4 * (2 + readsBy[number])),
    repeatWhile(
      below(get(firstFilled), get(filledEnd)),
      Array.from({ length: pairs }, (_, index) => work(index * pairBytes)),
      [...filled, ...read].map((row) => increase(row, pairs * pairBytes)),
    ),
  );
}

function valueOf(row: Local, at: number): Code {
  return pair.load(get(firstRead + row), at);
}

function productOf(first: number, second: number, at: number): Code {
  return pair.multiply(valueOf(first, at), valueOf(second, at));
}

function product(): Code {
  const reads = [
    [2, 0],
    [3, 0],
  ] as const;
  return operationOf('product', 1, reads, (at) => pair.store(get(firstFilled), productOf(0, 1, at), at));
}

/** A row and so many products. */
function sum(name: 'one' | 'two' | 'three' | 'four', products: number): Code {
  const reads = Array.from({ length: 1 + 2 * products }, (_, index) => [2 + index, 0] as const);
  return operationOf(name, 1, reads, (at) => {
    let total = valueOf(0, at);
    for (let term = 1; term < reads.length; term += 2) total = pair.add(total, productOf(term, term + 1, at));
    return pair.store(get(firstFilled), total, at);
  });
}

const response = Object.values(responseRows);

/** A row, times each row of a response. */
function weighted(): Code {
  const reads = [[2, 0] as const, ...response.map((on) => [3, on] as const)];
  return operationOf('weighted', responseSize, reads, (at) => [
    set(firstValue, valueOf(0, at)),
    response.map((on) =>
      pair.store(get(firstFilled + on), pair.multiply(get(firstValue), valueOf(1 + on, at)), at),
    ),
  ]);
}

/** One response after another: all is read before anything is written, which may be in the same place. */
function inTurn(): Code {
  const reads = [2, 3].flatMap((named) => response.map((on) => [named, on] as const));
  const { none, gained, moved, still, gainedByCoi } = responseRows;
  const first = (row: number): Code => get(firstValue + row);
  const times = (row: number, later: number): Code =>
    pair.multiply(first(row), get(firstValue + responseSize + later));
  const filled: readonly Code[] = [
    times(none, none),
    pair.add(pair.add(first(gained), times(none, gained)), times(moved, gainedByCoi)),
    pair.add(times(none, moved), times(moved, still)),
    times(still, still),
    pair.add(first(gainedByCoi), times(still, gainedByCoi)),
  ];
  return operationOf('inTurn', responseSize, reads, (at) => [
    reads.map((_, index) => set(firstValue + index, valueOf(index, at))),
    filled.map((value, on) => pair.store(get(firstFilled + on), value, at)),
  ]);
}

/** `runProgram` of run-program.ts: the same sums in the same order, two values at once. */
export const runProgramCode: Definition = {
  name: 'run',
  parameters: 4,
  integers: integers - 4,
  pairs: 10,
  body: repeatWhile(
    below(get(code), get(codeEnd)),
    set(operation, loadInteger(get(code))),
    product(),
    sum('one', 1),
    sum('two', 2),
    sum('three', 3),
    sum('four', 4),
    weighted(),
    inTurn(),
  ),
};
