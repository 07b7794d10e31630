import { latticeVectors } from './lattice-vectors.ts';
import { remembered } from './remembered.ts';

/** Numbers of points there are lattices for: while dragging, for many trusts, for a page. */
export const latticeSizes = [31, 64, 127] as const;
export type LatticeSize = (typeof latticeSizes)[number];

/** Places with a vector of their own. */
export const placesShipped = latticeVectors[127].generators.length;

export function isLatticeSize(points: number): points is LatticeSize {
  return latticeSizes.some((size) => size === points);
}

function makeCoordinates(points: LatticeSize, slot: number): Float64Array {
  const { generators, shifts } = latticeVectors[points];
  const index = slot % generators.length;
  const again = Math.floor(slot / generators.length);
  const [generator, shift] = [generators[index] ?? 1, (shifts[index] ?? 0) + again * 11];
  return Float64Array.from({ length: points }, (_, point) => {
    const place = ((point * generator + shift) % points) + 0.25;
    return Math.min(2 * place, 2 * (points - place)) / points;
  });
}

/** Constants all, so they are kept: a lever asks for some forty of them at every step. */
const made = new Map<string, Float64Array>();
const kept = 600;

/**
 * Coordinates of one place of the lattice, one a point: every cell of [0, 1] cut in as many as there are points is hit
 * at its middle, once. Places past the shipped vectors use them again, moved on by a step of their own. Never to be
 * written to.
 */
export function latticeCoordinates(points: LatticeSize, slot: number): Float64Array {
  return remembered(made, `${points} ${slot}`, () => makeCoordinates(points, slot), kept);
}
