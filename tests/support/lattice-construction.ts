/**
 * Makes the constants of shared/pipeline/forecast/lattice-vectors.ts: a rank-1 lattice for the tent transform, one
 * dimension at a time, each time the generator and the shift that make the worst-case error smallest in the weighted
 * unanchored Sobolev space (kernel 1 + γ(B₁(x)B₁(y) + ½B₂(|x − y|)); Dick, Kuo & Sloan, Acta Numerica 2013).
 */
export type Vectors = { readonly generators: readonly number[]; readonly shifts: readonly number[] };

/**
 * How much each place of the lattice weighs against the one before, and how many shifts are tried with each generator:
 * what served three sample trusts best (largest error of the ends of all 90% ranges, tests/bench/forecast-accuracy.ts).
 */
const settings: Readonly<Record<number, { readonly decay: number; readonly shiftsTried: number }>> = {
  31: { decay: 0.95, shiftsTried: 8 },
  64: { decay: 0.97, shiftsTried: 16 },
  127: { decay: 0.9, shiftsTried: 8 },
};

/** Whole numbers that share no factor with `points`, up to its half: the other half mirrors them. */
function candidates(points: number): number[] {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  return Array.from({ length: Math.floor(points / 2) }, (_, index) => index + 1).filter(
    (one) => divisor(points, one) === 1,
  );
}

/** Cell of [0, 1] cut in `points` that the lattice's point falls in after the tent transform. */
function cellOf(point: number, generator: number, shift: number, points: number): number {
  const place = ((point * generator + shift) % points) + 0.25;
  return Math.floor(Math.min(2 * place, 2 * (points - place)));
}

function kernel(points: number, weight: number): Float64Array {
  const table = new Float64Array(points * points);
  for (let i = 0; i < points; i += 1) {
    for (let j = 0; j < points; j += 1) {
      const [x, y] = [(i + 0.5) / points - 0.5, (j + 0.5) / points - 0.5];
      const gap = Math.abs(x - y);
      table[i * points + j] = 1 + weight * (x * y + (gap * gap - gap + 1 / 6) / 2);
    }
  }
  return table;
}

/** The product over the dimensions so far, as the upper triangle of a table of pairs of points. */
export function constructLattice(points: number, dimensions: number): Vectors {
  const { decay, shiftsTried } = settings[points]!;
  const product = new Float64Array(points * points).fill(1);
  const generators: number[] = [];
  const shifts: number[] = [];
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    const table = kernel(points, decay ** dimension);
    const cells = new Int32Array(points);
    const place = (generator: number, shift: number): void => {
      for (let point = 0; point < points; point += 1) cells[point] = cellOf(point, generator, shift, points);
    };
    let best = { error: Infinity, generator: 1, shift: 0 };
    for (const generator of dimension === 0 ? [1] : candidates(points)) {
      for (let tried = 0; tried < (dimension === 0 ? 1 : shiftsTried); tried += 1) {
        const shift = Math.floor((tried * points) / shiftsTried);
        place(generator, shift);
        let error = 0;
        for (let i = 0; i < points; i += 1) {
          const row = cells[i]! * points;
          let sum = 0;
          for (let j = i + 1; j < points; j += 1) sum += product[i * points + j]! * table[row + cells[j]!]!;
          error += 2 * sum + product[i * points + i]! * table[row + cells[i]!]!;
        }
        if (error < best.error) best = { error, generator, shift };
      }
    }
    place(best.generator, best.shift);
    for (let i = 0; i < points; i += 1) {
      for (let j = i; j < points; j += 1) product[i * points + j]! *= table[cells[i]! * points + cells[j]!]!;
    }
    generators.push(best.generator);
    shifts.push(best.shift);
  }
  return { generators, shifts };
}

/** The file as it is shipped. */
export function vectorsFile(sizes: readonly number[], dimensions: number): string {
  const rows = sizes.map((points) => {
    const { generators, shifts } = constructLattice(points, dimensions);
    return `  ${points}: {\n    generators: [${generators.join(', ')}],\n    shifts: [${shifts.join(', ')}],\n  },`;
  });
  return `/** Made by tests/support/lattice-construction.ts, which a test repeats: do not edit by hand. */\nexport const latticeVectors = {\n${rows.join('\n')}\n} as const;\n`;
}
