import { operations, readsBy, responseSize, type FinishedProgram, type Row } from './program.ts';

/** Instructions as they are first written: so many numbers each, of which the last may be unused. */
export const width = 11;
/** Where in an instruction, which begins with its operation, the row it fills is and those it reads are. */
export const [intoAt, firstRead] = [1, 2] as const;

export type Draft = {
  code: Int32Array;
  length: number;
  rows: number;
  /** The first row of the block each row is of; past the last row −1. */
  owners: Int32Array;
};

function endOfReads(code: Int32Array, at: number): number {
  return at + firstRead + (readsBy[code[at] ?? 0] ?? 0);
}

/** For each block the last instruction that reads it: −1 for none, and past the end for what is kept. */
function lastReads({ code, length, rows, owners }: Draft, kept: readonly Row[]): Int32Array {
  const last = new Int32Array(rows).fill(-1);
  for (const row of kept) last[owners[row] ?? 0] = length;
  for (let at = length - width; at >= 0; at -= width) {
    // What nobody reads is not worked out.
    if ((last[code[at + intoAt] ?? 0] ?? 0) < 0) continue;
    const end = endOfReads(code, at);
    for (let read = at + firstRead; read < end; read += 1) {
      const block = owners[code[read] ?? 0] ?? 0;
      if ((last[block] ?? 0) < 0) last[block] = at;
    }
  }
  return last;
}

/**
 * Leaves out what is not needed, and gives every block a place: the place of one that is read no more goes to the next
 * of its size, so that what is at work stays in the cache.
 */
export function settle(draft: Draft, filled: readonly Row[], kept: readonly Row[]): FinishedProgram {
  const { code, length, rows, owners } = draft;
  const last = lastReads(draft, kept);
  const places = new Int32Array(rows);
  filled.forEach((row, place) => {
    places[row] = place;
    last[row] = length;
  });
  /** Places of single rows, and of responses. */
  const [freeRows, freeResponses]: [number[], number[]] = [[], []];
  let [used, size] = [filled.length, 0];
  for (let at = 0; at < length; at += width) {
    const into = code[at + intoAt] ?? 0;
    if ((last[into] ?? 0) < 0) continue;
    const operation = code[at] ?? 0;
    const end = endOfReads(code, at);
    let to = size + firstRead;
    for (let read = at + firstRead; read < end; read += 1) {
      const row = code[read] ?? 0;
      const block = owners[row] ?? 0;
      const place = places[block] ?? 0;
      // What is written lies before what is read: nothing is lost.
      code[to++] = place + row - block;
      if (last[block] !== at) continue;
      // Read a last time: what is filled here may already take its place.
      last[block] = -1;
      (owners[block + 1] === block ? freeResponses : freeRows).push(place);
    }
    const single = operation < operations.weighted;
    let place = (single ? freeRows : freeResponses).pop() ?? -1;
    if (place < 0) {
      place = used;
      used += single ? 1 : responseSize;
    }
    places[into] = place;
    code[size] = operation;
    code[size + intoAt] = place;
    size = to;
  }
  const placeOf = (row: Row): number => {
    const block = owners[row] ?? 0;
    return (places[block] ?? 0) + row - block;
  };
  return { code: code.slice(0, size), rows: used, kept: Int32Array.from(kept, placeOf) };
}
