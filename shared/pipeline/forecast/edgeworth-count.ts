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

/** φ(x) ÷ σ times the expansion to the fourth cumulant, in Hermite's polynomials. */
function factorAt(x: number, skew: number, excess: number): number {
  const square = x * x;
  const third = x * (square - 3);
  const fourth = square * (square - 6) + 3;
  const sixth = square * (square * (square - 15) + 45) - 15;
  return 1 + (skew * third) / 6 + (excess * fourth) / 24 + (skew * skew * sixth) / 72;
}

/** Adds one side of the law, outward from `first`, by the ratio of one normal density to the next. */
function addSide(
  into: Float64Array,
  { mean, variance, third, fourth }: Cumulants,
  weight: number,
  first: number,
  direction: 1 | -1,
): void {
  const deviation = Math.sqrt(variance);
  const skew = third / (variance * deviation);
  const excess = fourth / (variance * variance);
  const gap = first - mean;
  let density = (weight * exp((-gap * gap) / (2 * variance)) * 0.3989422804014327) / deviation;
  let ratio = exp((-2 * gap * direction - 1) / (2 * variance));
  const ratioOfRatios = exp(-1 / variance);
  const steps = Math.ceil(reach * deviation);
  for (let step = 0; step < steps; step += 1) {
    const n = first + direction * step;
    if (n < 0 || n >= into.length) return;
    const mass = density * factorAt((n - mean) / deviation, skew, excess);
    into[n] = (into[n] ?? 0) + Math.max(0, mass);
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
