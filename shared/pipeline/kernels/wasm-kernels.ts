import {
  beyondWindow,
  nobody,
  pairsOf,
  peopleOf,
  placesOf,
  type CountLaws,
  type People,
} from './count-laws.ts';
import type { Program } from './program.ts';
import { moduleOf } from './wasm-code.ts';
import { countCode } from './wasm-count.ts';
import { runProgramCode } from './wasm-program.ts';

type Memory = { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };

type Exports = {
  readonly run: (code: number, codeEnd: number, rows: number, stride: number) => void;
  readonly moments: (
    lanes: number,
    row: number,
    counts: number,
    countsEnd: number,
    means: number,
    variances: number,
  ) => void;
  readonly law: (
    point: number,
    places: number,
    placesEnd: number,
    room: number,
    mass: number,
    weights: number,
  ) => void;
};

/** As much of the host's WebAssembly as is used; the model's own types know of no host. */
type Host = {
  readonly Memory: new (limits: { readonly initial: number }) => Memory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => unknown;
  readonly Instance: new (module: unknown, imports: unknown) => { readonly exports: unknown };
};

export type WasmKernels = {
  /** Rows of a program: values of the rows, from row 0 on. */
  readonly rowsOf: (program: Program, stride: number) => Float64Array;
  readonly run: (program: Program, stride: number) => void;
  readonly countLaws: (people: People) => CountLaws;
};

const pageBytes = 65_536;
const valueBytes = 8;

/** Rows begin after the program, at a whole number of pairs. */
function rowsStart({ code }: Program): number {
  return Math.ceil((4 * code.length) / 16) * 16;
}

/** Where the lists of a count are, in values from the start of the memory; each begins at a pair. */
type Layout = {
  readonly lanes: number;
  /** Chances of nobody: none at any point. */
  readonly nobody: number;
  readonly means: number;
  readonly variances: number;
  readonly counts: number;
  readonly weights: number;
  /** Laws and masses hold two points by turns. */
  readonly law: number;
  readonly mass: number;
  readonly places: number;
  readonly end: number;
};

function layoutOf({ lanes, points, counts }: People, people: number, places: number): Layout {
  let end = 0;
  const next = (values: number): number => {
    const start = end;
    end += Math.ceil(values / 2) * 2;
    return start;
  };
  const starts = {
    lanes: next(lanes.length),
    nobody: next(points + 1),
    means: next(points + 1),
    variances: next(points + 1),
    counts: next(counts.length),
    weights: next(allWeights.length),
    law: next(2 * (people + beyondWindow)),
    mass: next(2 * (people + 1)),
    places: next(places),
  };
  return { ...starts, end };
}

/** Both points are added, or the first alone, or the second. */
const allWeights = [1, 1, 1, 0, 0, 1];

function weightsOf([first, second]: readonly [0 | 1, 0 | 1]): number {
  if (first === 0) return 4;
  return second === 0 ? 2 : 0;
}

/** Fills the lists a count begins with; the rest of the memory it works in is 0. */
function fill(values: Float64Array, layout: Layout, { lanes, counts }: People, places: Int32Array): void {
  values.set(lanes, layout.lanes);
  values.fill(0, layout.nobody, layout.places);
  values.set(counts, layout.counts);
  values.set(allWeights, layout.weights);
  const list = new Int32Array(values.buffer, layout.places * valueBytes, places.length);
  for (let person = 0; person < places.length; person += 1) {
    const place = places[person] ?? nobody;
    list[person] = (place === nobody ? layout.nobody : layout.lanes + place) * valueBytes;
  }
}

/** The masses of the even and the odd points added. */
function massOf(values: Float64Array, start: number, counts: number): Float64Array {
  const mass = new Float64Array(counts);
  for (let n = 0; n < counts; n += 1) {
    mass[n] = (values[start + 2 * n] ?? 0) + (values[start + 2 * n + 1] ?? 0);
  }
  return mass;
}

function kernelsOver(memory: Memory, { run, moments, law }: Exports): WasmKernels {
  /** The whole memory, of at least so many bytes. What was lent before is empty once it has grown. */
  const bytes = (least: number): ArrayBuffer => {
    const missing = least - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
    return memory.buffer;
  };
  return {
    rowsOf: (program, stride) => {
      const start = rowsStart(program);
      const length = program.rows * stride;
      return new Float64Array(bytes(start + length * valueBytes), start, length);
    },
    run: (program, stride) => {
      const { code } = program;
      new Int32Array(memory.buffer, 0, code.length).set(code);
      run(0, 4 * code.length, rowsStart(program), stride * valueBytes);
    },
    countLaws: (people) => {
      const { counts, points } = people;
      const places = placesOf(people);
      const most = peopleOf(counts);
      const layout = layoutOf(people, most, places.length);
      const values = new Float64Array(bytes(layout.end * valueBytes));
      fill(values, layout, people, places);
      const at = (start: number): number => start * valueBytes;
      moments(
        at(layout.lanes),
        at(points),
        at(layout.counts),
        at(layout.counts + counts.length),
        at(layout.means),
        at(layout.variances),
      );
      const variances = values.slice(layout.variances, layout.variances + points);
      const placesEnd = at(layout.places) + 4 * places.length;
      for (const { first, weights } of pairsOf(points, variances)) {
        const weightsAt = at(layout.weights + weightsOf(weights));
        law(at(first), at(layout.places), placesEnd, at(layout.law), at(layout.mass), weightsAt);
      }
      return {
        means: values.slice(layout.means, layout.means + points),
        variances,
        mass: massOf(values, layout.mass, most + 1),
      };
    },
  };
}

/** `null` where the host has no WebAssembly, or forbids it. */
export function wasmKernels(): WasmKernels | null {
  const { WebAssembly: host } = globalThis as { readonly WebAssembly?: Host };
  if (host === undefined) return null;
  try {
    const memory = new host.Memory({ initial: 16 });
    const module = new host.Module(moduleOf([runProgramCode, ...countCode]));
    const { exports } = new host.Instance(module, { host: { memory } });
    return kernelsOver(memory, exports as Exports);
  } catch {
    return null;
  }
}
