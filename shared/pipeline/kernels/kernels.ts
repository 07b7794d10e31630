import { countLaws, type CountLaws, type People } from './count-laws.ts';
import { constants, strideOf, type Program } from './program.ts';
import { runProgram } from './run-program.ts';
import { wasmKernels, type WasmKernels } from './wasm-kernels.ts';

/** Rows for a program to work in, the constant ones filled. They hold until a kernel is next asked for anything else. */
export type Rows = { readonly values: Float64Array; readonly stride: number };

export type Kernels = {
  readonly rowsFor: (program: Program, points: number) => Rows;
  readonly run: (program: Program, stride: number) => void;
  readonly countLaws: (people: People) => CountLaws;
};

function withConstants(values: Float64Array, stride: number): Rows {
  constants.forEach((value, row) => values.fill(value, row * stride, (row + 1) * stride));
  return { values, stride };
}

/** In TypeScript alone: the oracle of the other kernels, and what runs where there are none. */
export function plainKernels(): Kernels {
  let values = new Float64Array(0);
  return {
    rowsFor: ({ rows }, points) => {
      const stride = strideOf(points);
      if (values.length < rows * stride) values = new Float64Array(rows * stride);
      return withConstants(values, stride);
    },
    run: (program, stride) => runProgram(program, values, stride),
    countLaws,
  };
}

/** In WebAssembly, two values at once; every answer is the same bytes. */
export function fastKernels(wasm: WasmKernels): Kernels {
  return {
    rowsFor: (program, points) => {
      const stride = strideOf(points);
      return withConstants(wasm.rowsOf(program, stride), stride);
    },
    run: wasm.run,
    // Points come in twos.
    countLaws: (people) => (people.points < 2 ? countLaws(people) : wasm.countLaws(people)),
  };
}

let chosen: Kernels | null = null;

/** Made when first asked for; one set a thread. */
export function kernels(): Kernels {
  if (chosen === null) {
    const wasm = wasmKernels();
    chosen = wasm === null ? plainKernels() : fastKernels(wasm);
  }
  return chosen;
}
