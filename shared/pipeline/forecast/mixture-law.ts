import type { CountDistribution } from '../count-distribution.ts';
import type { ChanceSource } from './chance-source.ts';
import { addEdgeworth } from './edgeworth-count.ts';
import { countRoom, exactCount, type CountRoom } from './exact-count.ts';

/** Above this variance at a point, its law is the expansion of edgeworth-count.ts and no longer exact. */
export const largestExactVariance = 25;

/** Mass below this is left out of the mixture at both ends. */
const negligible = 1e-16;

/** Expected count, and the next cumulants by chance alone, at each point. */
export type Moments = {
  readonly means: Float64Array;
  readonly variances: Float64Array;
  readonly thirds: Float64Array;
  readonly fourths: Float64Array;
};

export function momentsByPoint({ counts, points }: ChanceSource, lanes: Float64Array): Moments {
  const means = new Float64Array(points);
  const variances = new Float64Array(points);
  const thirds = new Float64Array(points);
  const fourths = new Float64Array(points);
  for (let kind = 0; kind < counts.length; kind += 1) {
    const count = counts[kind] ?? 0;
    const at = kind * points;
    for (let k = 0; k < points; k += 1) {
      const p = lanes[at + k] ?? 0;
      const spread = p * (1 - p);
      const all = count * spread;
      means[k] = (means[k] ?? 0) + count * p;
      variances[k] = (variances[k] ?? 0) + all;
      thirds[k] = (thirds[k] ?? 0) + all * (1 - 2 * p);
      fourths[k] = (fourths[k] ?? 0) + all * (1 - 6 * spread);
    }
  }
  return { means, variances, thirds, fourths };
}

/** The people of one point, one chance each; who counts for certain, or certainly not, is left out. */
function gather(
  { counts, points }: ChanceSource,
  lanes: Float64Array,
  point: number,
  chances: Float64Array,
): { readonly people: number; readonly certain: number } {
  let people = 0;
  let certain = 0;
  for (let kind = 0; kind < counts.length; kind += 1) {
    const p = lanes[kind * points + point] ?? 0;
    const count = counts[kind] ?? 0;
    if (p >= 1) certain += count;
    else if (p > 0) for (let person = 0; person < count; person += 1) chances[people++] = p;
  }
  return { people, certain };
}

function addExact(into: Float64Array, room: CountRoom): void {
  for (let n = room.from; n < room.to; n += 1) into[n] = (into[n] ?? 0) + (room.pmf[n] ?? 0);
}

/** The mass between its negligible ends, made to add up to 1. */
function trimmed(mass: Float64Array): CountDistribution {
  let from = 0;
  let to = mass.length;
  let total = 0;
  for (const one of mass) total += one;
  while (to - from > 1 && (mass[to - 1] ?? 0) < negligible * total) to -= 1;
  while (to - from > 1 && (mass[from] ?? 0) < negligible * total) from += 1;
  return { from, pmf: Array.from(mass.subarray(from, to), (one) => one / total) };
}

/**
 * The law of the count over both uncertainties: the average over the points of the law at each. At a point whose
 * variance by chance is 25 or less, which every trust of some hundred people is at, the law is exact to 1e-13; above,
 * it is the expansion of `addEdgeworth`, whose distribution function is right within 1e-4.
 */
export function mixtureLaw(source: ChanceSource, lanes: Float64Array, moments: Moments): CountDistribution {
  const people = source.counts.reduce((sum, count) => sum + count, 0);
  const mass = new Float64Array(people + 1);
  const chances = new Float64Array(people + 4);
  const room = countRoom(people);
  for (let point = 0; point < source.points; point += 1) {
    const variance = moments.variances[point] ?? 0;
    if (variance > largestExactVariance) {
      const [mean, third, fourth] = [moments.means, moments.thirds, moments.fourths].map(
        (list) => list[point] ?? 0,
      );
      addEdgeworth(mass, { mean: mean ?? 0, variance, third: third ?? 0, fourth: fourth ?? 0 }, 1);
    } else {
      const { people: open, certain } = gather(source, lanes, point, chances);
      exactCount(room, chances, open, certain);
      addExact(mass, room);
    }
  }
  return trimmed(mass);
}
