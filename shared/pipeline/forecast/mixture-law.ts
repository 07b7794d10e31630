import type { CountDistribution } from '../count-distribution.ts';
import { largestExactVariance, momentsOf, type CountLaws, type Moments } from '../kernels/count-laws.ts';
import { kernels } from '../kernels/kernels.ts';
import type { ChanceSource } from './chance-source.ts';
import { addEdgeworth } from './edgeworth-count.ts';

/** Mass below this is left out of the mixture at both ends. */
const negligible = 1e-16;

export function momentsByPoint({ counts, points }: ChanceSource, lanes: Float64Array): Moments {
  return momentsOf({ counts, points, lanes });
}

/** The third and fourth cumulants by chance alone at every point: asked for where a law is not worked out exactly. */
function higherCumulants(
  { counts, points }: ChanceSource,
  lanes: Float64Array,
): { readonly thirds: Float64Array; readonly fourths: Float64Array } {
  const thirds = new Float64Array(points);
  const fourths = new Float64Array(points);
  for (let kind = 0; kind < counts.length; kind += 1) {
    const count = counts[kind] ?? 0;
    for (let k = 0; k < points; k += 1) {
      const p = lanes[kind * points + k] ?? 0;
      const spread = p * (1 - p);
      thirds[k] = (thirds[k] ?? 0) + count * spread * (1 - 2 * p);
      fourths[k] = (fourths[k] ?? 0) + count * spread * (1 - 6 * spread);
    }
  }
  return { thirds, fourths };
}

/** Adds the expansion at each point whose law is not worked out exactly. */
function addExpansions(source: ChanceSource, lanes: Float64Array, laws: CountLaws): void {
  const { means, variances, mass } = laws;
  if (!variances.some((variance) => variance > largestExactVariance)) return;
  const { thirds, fourths } = higherCumulants(source, lanes);
  variances.forEach((variance, k) => {
    if (variance <= largestExactVariance) return;
    const [mean, third, fourth] = [means[k] ?? 0, thirds[k] ?? 0, fourths[k] ?? 0];
    addEdgeworth(mass, { mean, variance, third, fourth }, 1);
  });
}

/** The mass between its negligible ends, made to add up to 1. */
function trimmed(mass: Float64Array): CountDistribution {
  let from = 0;
  let to = mass.length;
  let total = 0;
  for (let n = 0; n < to; n += 1) total += mass[n] ?? 0;
  while (to - from > 1 && (mass[to - 1] ?? 0) < negligible * total) to -= 1;
  while (to - from > 1 && (mass[from] ?? 0) < negligible * total) from += 1;
  const pmf: number[] = [];
  for (let n = from; n < to; n += 1) pmf.push((mass[n] ?? 0) / total);
  return { from, pmf };
}

/** A count's law over both uncertainties, and its moments at each point. */
export type MixtureLaw = { readonly law: CountDistribution; readonly moments: Moments };

/**
 * The law of the count over both uncertainties: the average over the points of the law at each. At a point whose
 * variance by chance is 25 or less, which every trust of some hundred people is at, the law is exact to 1e-13; above,
 * it is the expansion of `addEdgeworth`, whose distribution function is right within 1e-4.
 */
export function mixtureLaw(source: ChanceSource, lanes: Float64Array): MixtureLaw {
  const { counts, points } = source;
  const laws: CountLaws = kernels().countLaws({ counts, points, lanes });
  addExpansions(source, lanes, laws);
  return { law: trimmed(laws.mass), moments: laws };
}
