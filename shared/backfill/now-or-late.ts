import { productHalfUp } from '../core/exact.ts';

/** What an hour of cover costs when it is booked before the roster is approved, and when it is left until later. */
export type NowOrLateInputs = {
  /** Chance that an hour not booked now is found late, in basis points. */
  readonly lateBp: number;
  readonly bankPence: number;
  /** By default the bank rate: late means less is filled, not that an hour is dearer. */
  readonly latePence: number;
  /** Share of late hours that is filled, and of hours asked for now; basis points. */
  readonly lateFillBp: number;
  readonly fillBp: number;
  readonly needMinutes: number;
};

export type NowOrLate = {
  /** Expected price of an hour that waits: P(late) × late rate + (1 − P(late)) × bank rate. */
  readonly waitingPence: number;
  /** What waiting adds to each hour. */
  readonly extraPence: number;
  /** Hours expected to stay unfilled, in minutes, when booked now and when left. */
  readonly unfilledNowMinutes: number;
  readonly unfilledLateMinutes: number;
  /** Cost of the hours filled, in pence. */
  readonly costNowPence: number;
  readonly costLatePence: number;
};

/**
 * Booking now against waiting (product.md, "things that change the build" 10). Fewer filled hours cost less: the
 * saving is never shown without the hours left unfilled beside it.
 */
export function nowOrLate(inputs: NowOrLateInputs): NowOrLate {
  const { lateBp, bankPence, latePence, lateFillBp, fillBp, needMinutes } = inputs;
  const inTime = 10_000 - lateBp;
  const waitingPence = productHalfUp([lateBp * latePence + inTime * bankPence], 10_000);
  const filledNow = needMinutes * fillBp * 10_000;
  const filledInTime = needMinutes * fillBp * inTime;
  const filledLate = needMinutes * lateFillBp * lateBp;
  const whole = needMinutes * 100_000_000;
  return {
    waitingPence,
    extraPence: waitingPence - bankPence,
    unfilledNowMinutes: productHalfUp([whole - filledNow], 100_000_000),
    unfilledLateMinutes: productHalfUp([whole - filledInTime - filledLate], 100_000_000),
    costNowPence: productHalfUp([needMinutes, fillBp, bankPence], 600_000),
    costLatePence: productHalfUp(
      [needMinutes, inTime * fillBp * bankPence + lateBp * lateFillBp * latePence],
      6_000_000_000,
    ),
  };
}
