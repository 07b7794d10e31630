import { ModelError } from '../core/errors.ts';
import { distributionOf, meanOf, type Chance, type CountDistribution } from './count-distribution.ts';

/**
 * One trust's chances by point: the first index is the point of the effect all trusts share (the nation's rates), the
 * second a point of what is the trust's own. Points of one list weigh the same.
 */
export type TrustPoints = readonly (readonly (readonly Chance[])[])[];

function add(mixture: Map<number, number>, { from, pmf }: CountDistribution, weight: number): void {
  pmf.forEach((mass, index) => mixture.set(from + index, (mixture.get(from + index) ?? 0) + weight * mass));
}

function lawOf(mixture: ReadonlyMap<number, number>): CountDistribution {
  const counts = [...mixture.keys()];
  const [from, to] = [Math.min(...counts), Math.max(...counts)];
  return { from, pmf: Array.from({ length: to - from + 1 }, (_, index) => mixture.get(from + index) ?? 0) };
}

function mixed(laws: readonly CountDistribution[]): CountDistribution {
  const mixture = new Map<number, number>();
  for (const law of laws) add(mixture, law, 1 / laws.length);
  return lawOf(mixture);
}

function sumOf(a: CountDistribution, b: CountDistribution): CountDistribution {
  const pmf = new Array<number>(a.pmf.length + b.pmf.length - 1).fill(0);
  a.pmf.forEach((left, i) => {
    b.pmf.forEach((right, j) => {
      pmf[i + j] = (pmf[i + j] ?? 0) + left * right;
    });
  });
  return { from: a.from + b.from, pmf };
}

function sharedPointsOf(trusts: readonly TrustPoints[]): number {
  const size = trusts[0]?.length ?? 0;
  const empty = trusts.some((points) => points.some((own) => own.length === 0));
  if (size === 0 || empty || trusts.some((points) => points.length !== size)) {
    throw new ModelError('bad-input', 'every trust needs the same number of shared points', '/trusts');
  }
  return size;
}

/**
 * The law of a total over several trusts whose rates rest on one national rate: given the shared point trusts are
 * independent, so that their laws convolve; over the shared points the totals mix. Exact given the points.
 *
 * @throws ModelError 'bad-input' for trusts with different numbers of shared points, or without any.
 */
export function regionalTotal(trusts: readonly TrustPoints[]): CountDistribution {
  const size = sharedPointsOf(trusts);
  return totalOfLaws(
    Array.from({ length: size }, (_, point) =>
      trusts.map((points) => mixed((points[point] ?? []).map(distributionOf))),
    ),
  );
}

const nobody: CountDistribution = { from: 0, pmf: [1] };

/** The law of a total from each trust's own law at each shared point, which weigh the same. */
export function totalOfLaws(byPoint: readonly (readonly CountDistribution[])[]): CountDistribution {
  return mixed(byPoint.map((laws) => laws.reduce(sumOf, nobody)));
}

/** How much of the total's variance comes from the rate all trusts share: that of its mean over the shared points. */
export function sharedVariance(trusts: readonly TrustPoints[]): number {
  const size = sharedPointsOf(trusts);
  const means = Array.from({ length: size }, (_, point) =>
    trusts.reduce((total, points) => {
      const own = points[point] ?? [];
      return total + own.reduce((sum, chances) => sum + meanOf(chances), 0) / own.length;
    }, 0),
  );
  const mean = means.reduce((sum, value) => sum + value, 0) / size;
  return means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / size;
}
