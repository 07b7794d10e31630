import type { CountDistribution } from '../count-distribution.ts';
import type { ChanceSource } from './chance-source.ts';
import { addEdgeworth, type Cumulants } from './edgeworth-count.ts';
import { countRoom, exactCount, type CountRoom, type Starts } from './exact-count.ts';

/** Above this variance at a point, its law is the expansion of edgeworth-count.ts and no longer exact. */
export const largestExactVariance = 25;

/** Mass below this is left out of the mixture at both ends. */
const negligible = 1e-16;

/** Expected count, and its variance by chance alone, at each point. */
export type Moments = { readonly means: Float64Array; readonly variances: Float64Array };

export function momentsByPoint({ counts, points }: ChanceSource, lanes: Float64Array): Moments {
  const means = new Float64Array(points);
  const variances = new Float64Array(points);
  for (let kind = 0; kind < counts.length; kind += 1) {
    const count = counts[kind] ?? 0;
    const at = kind * points;
    for (let k = 0; k < points; k += 1) {
      const p = lanes[at + k] ?? 0;
      const expected = count * p;
      means[k] = (means[k] ?? 0) + expected;
      variances[k] = (variances[k] ?? 0) + expected * (1 - p);
    }
  }
  return { means, variances };
}

/** The third and fourth cumulants by chance alone at one point: asked for where the law is not worked out exactly. */
function cumulantsAt(
  { counts, points }: ChanceSource,
  lanes: Float64Array,
  { means, variances }: Moments,
  point: number,
): Cumulants {
  let third = 0;
  let fourth = 0;
  for (let kind = 0; kind < counts.length; kind += 1) {
    const p = lanes[kind * points + point] ?? 0;
    const spread = p * (1 - p);
    const all = (counts[kind] ?? 0) * spread;
    third += all * (1 - 2 * p);
    fourth += all * (1 - 6 * spread);
  }
  return { mean: means[point] ?? 0, variance: variances[point] ?? 0, third, fourth };
}

function anyChance(lanes: Float64Array, from: number, points: number): boolean {
  for (let at = from; at < from + points; at += 1) if ((lanes[at] ?? 0) > 0) return true;
  return false;
}

/** Everybody who may count at all, once each. */
function startsOf({ counts, points }: ChanceSource, lanes: Float64Array, most: number): Starts {
  const places = new Int32Array(most);
  let people = 0;
  for (let kind = 0; kind < counts.length; kind += 1) {
    const count = counts[kind] ?? 0;
    if (count === 0 || !anyChance(lanes, kind * points, points)) continue;
    places.fill(kind * points, people, people + count);
    people += count;
  }
  return { places, people };
}

function addExact(into: Float64Array, { pmf, from, to }: CountRoom): void {
  for (let n = from; n < to; n += 1) into[n] = (into[n] ?? 0) + (pmf[n] ?? 0);
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
  const starts = startsOf(source, lanes, people);
  const room = countRoom(people);
  for (let point = 0; point < source.points; point += 1) {
    if ((moments.variances[point] ?? 0) > largestExactVariance) {
      addEdgeworth(mass, cumulantsAt(source, lanes, moments, point), 1);
    } else {
      exactCount(room, lanes, starts, point);
      addExact(mass, room);
    }
  }
  return trimmed(mass);
}
