import { halfUp } from '../core/rounding.ts';

/**
 * What one learner on a course stands for, in pence. `feesPaidPence` is what we paid or were invoiced, net of awards;
 * `coverPaidPence` is cover bought so far for this stage.
 */
export type ExposureCase = {
  readonly learnerId: string;
  /** `null`: the fee is not known. */
  readonly feesPaidPence: number | null;
  readonly coverPaidPence: number;
  /** Share of the fees we paid that the agreement lets us ask back; `null`: no return of service is agreed. */
  readonly recoverableBp: number | null;
  /** Chance that the stage ends without its award, in basis points. */
  readonly lossBp: number;
};

/** Exposure of one learner: what could be lost at most, what may be asked back of it, and what is expected. */
export type Exposure = {
  readonly learnerId: string;
  readonly feesPence: number;
  readonly coverPence: number;
  readonly recoverablePence: number;
  /** Share of the fees that may be asked back; `null`: no return of service is agreed. */
  readonly recoverableBp: number | null;
  /** Fees and cover less what can be asked back. */
  readonly mostPence: number;
  /** Most × the chance of it. */
  readonly expectedPence: number;
  /** The chance, in basis points. */
  readonly lossBp: number;
  readonly feeKnown: boolean;
  readonly agreed: boolean;
};

export type ExposureTotal = Omit<
  Exposure,
  'learnerId' | 'recoverableBp' | 'lossBp' | 'feeKnown' | 'agreed'
> & {
  readonly people: number;
  readonly feesNotKnown: number;
  readonly notAgreed: number;
  readonly each: readonly Exposure[];
};

const whole = 10_000;

/**
 * The share of the fees we paid that may be asked back, in basis points: all of it until the return of service starts,
 * then falling in equal parts over its months. `null` where the agreement says nothing.
 *
 * @param servedMonths whole months since the award; 0 while still on the course.
 */
export function recoverableShare(returnMonths: number | null, servedMonths: number): number | null {
  if (returnMonths === null) return null;
  if (returnMonths === 0) return 0;
  return halfUp(Math.max(0, returnMonths - servedMonths) * whole, returnMonths);
}

function exposureOf({
  learnerId,
  feesPaidPence,
  coverPaidPence,
  recoverableBp,
  lossBp,
}: ExposureCase): Exposure {
  const feesPence = feesPaidPence ?? 0;
  const recoverablePence = halfUp(BigInt(feesPence) * BigInt(recoverableBp ?? 0), whole);
  const mostPence = feesPence + coverPaidPence - recoverablePence;
  return {
    learnerId,
    feesPence,
    coverPence: coverPaidPence,
    recoverablePence,
    recoverableBp,
    mostPence,
    expectedPence: halfUp(BigInt(mostPence) * BigInt(lossBp), whole),
    lossBp,
    feeKnown: feesPaidPence !== null,
    agreed: recoverableBp !== null,
  };
}

/**
 * The most we could lose if nobody finished, and, apart, what we expect to lose. Recoverable is fees we paid by the
 * agreement's scale: never a bursary, which is not ours, and never cover, which was worked.
 */
export function exposureTotal(cases: readonly ExposureCase[]): ExposureTotal {
  const each = cases.map(exposureOf);
  const sum = (of: (one: Exposure) => number): number => each.reduce((total, one) => total + of(one), 0);
  return {
    people: each.length,
    feesPence: sum(({ feesPence }) => feesPence),
    coverPence: sum(({ coverPence }) => coverPence),
    recoverablePence: sum(({ recoverablePence }) => recoverablePence),
    mostPence: sum(({ mostPence }) => mostPence),
    expectedPence: sum(({ expectedPence }) => expectedPence),
    feesNotKnown: each.filter(({ feeKnown }) => !feeKnown).length,
    notAgreed: each.filter(({ agreed }) => !agreed).length,
    each,
  };
}
