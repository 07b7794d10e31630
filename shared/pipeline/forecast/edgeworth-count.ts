import { exp } from '../../core/exp.ts';

/** Mean, variance, third and fourth cumulant of a count. */
export type Cumulants = {
  readonly mean: number;
  readonly variance: number;
  readonly third: number;
  readonly fourth: number;
};

/** Standard deviations to each side that are worked out. */
const reach = 8;

/**
 * Adds one side of the law, outward from `first`: φ(x) ÷ σ by the ratio of one normal density to the next, times the
 * expansion to the fourth cumulant in Hermite's polynomials. Nothing is divided in the loop.
 */
function addSide(
  into: Float64Array,
  { mean, variance, third, fourth }: Cumulants,
  weight: number,
  first: number,
  direction: 1 | -1,
): void {
  const deviation = Math.sqrt(variance);
  const perDeviation = 1 / deviation;
  const skew = third / (variance * deviation);
  const ofThird = skew / 6;
  const ofFourth = fourth / (variance * variance * 24);
  const ofSixth = (skew * skew) / 72;
  const gap = first - mean;
  let density = (weight * exp((-gap * gap) / (2 * variance)) * 0.3989422804014327) / deviation;
  let ratio = exp((-2 * gap * direction - 1) / (2 * variance));
  const ratioOfRatios = exp(-1 / variance);
  const room = direction > 0 ? into.length - first : first + 1;
  const steps = Math.min(room, Math.ceil(reach * deviation));
  for (let step = 0; step < steps; step += 1) {
    const n = first + direction * step;
    const x = (n - mean) * perDeviation;
    const square = x * x;
    const fourthPart = ofFourth * (square * (square - 6) + 3);
    const sixthPart = ofSixth * (square * (square * (square - 15) + 45) - 15);
    const mass = density * (1 + ofThird * x * (square - 3) + fourthPart + sixthPart);
    if (mass > 0) into[n] = (into[n] ?? 0) + mass;
    density *= ratio;
    ratio *= ratioOfRatios;
  }
}

/**
 * Adds `weight` times the law of a count of many independent people to `into` (index: the count). NOT exact: the
 * local Edgeworth expansion for counts, with the fourth cumulant; a sum over whole numbers of it carries the lattice
 * term of the distribution function. For variances of 25 to 50 the distribution function is right within 1e-4, better
 * beyond; below 25 it is not to be used (model.md section 3).
 */
export function addEdgeworth(into: Float64Array, cumulants: Cumulants, weight: number): void {
  const middle = Math.min(into.length - 1, Math.max(0, Math.floor(cumulants.mean)));
  addSide(into, cumulants, weight, middle, -1);
  addSide(into, cumulants, weight, middle + 1, 1);
}
