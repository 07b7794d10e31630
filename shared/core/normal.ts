import { exp } from './exp.ts';

/**
 * Coefficients of W. J. Cody, "Rational Chebyshev approximations for the error function", Mathematics of
 * Computation 23 (1969), as in the CALERF program: relative error below 1e-15 in each of the three ranges.
 */
const nearNumerator = [
  1.85777706184603153e-1, 3.1611237438705656, 1.13864154151050156e2, 3.77485237685302021e2,
  3.20937758913846947e3,
];
const nearDenominator = [
  1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3,
];
const midNumerator = [
  2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594, 6.61191906371416295e1,
  2.98635138197400131e2, 8.8195222124176909e2, 1.71204761263407058e3, 2.05107837782607147e3,
  1.23033935479799725e3,
];
const midDenominator = [
  1, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3,
  3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3,
];
const farNumerator = [
  1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1,
  1.60837851487422766e-2, 6.58749161529837803e-4,
];
const farDenominator = [
  1, 2.56852019228982242, 1.87295284992346725, 5.27905102951428412e-1, 6.05183413124413191e-2,
  2.33520497626869185e-3,
];
const oneOverRootPi = 0.56418958354775628695;

/** Horner's rule, highest power first. */
function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (const coefficient of coefficients) value = value * x + coefficient;
  return value;
}

/** Complementary error function for x ≥ 0.46875. */
function erfcTail(x: number): number {
  if (x > 26.6) return 0;
  // x² is split so that the exponent keeps its low bits: exp(−x²) = exp(−c²)·exp(−(x−c)(x+c)).
  const coarse = Math.floor(x * 16) / 16;
  const gauss = exp(-coarse * coarse) * exp(-(x - coarse) * (x + coarse));
  if (x <= 4) return (gauss * polynomial(midNumerator, x)) / polynomial(midDenominator, x);
  const inverse = 1 / (x * x);
  const correction = (inverse * polynomial(farNumerator, inverse)) / polynomial(farDenominator, inverse);
  return (gauss * (oneOverRootPi - correction)) / x;
}

/**
 * Standard normal probability of a value below `z`, to 1e-15. Built from + − × ÷ and our own `exp`, so that the
 * same inputs give the same bytes on every version of Node and in every browser.
 */
export function normalCdf(z: number): number {
  const x = Math.abs(z) * Math.SQRT1_2;
  if (x < 0.46875) {
    const square = x * x;
    const erf = (x * polynomial(nearNumerator, square)) / polynomial(nearDenominator, square);
    return z < 0 ? 0.5 - erf / 2 : 0.5 + erf / 2;
  }
  const tail = erfcTail(x) / 2;
  return z < 0 ? tail : 1 - tail;
}
