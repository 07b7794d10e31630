import { productHalfUp } from '../core/exact.ts';

/** A fixed-term post against bank cover for the same need. */
export type PostOrBankInputs = {
  /** Minutes a week to be covered while people are away. */
  readonly weeklyNeedMinutes: number;
  /** Minutes to be covered over the whole contract. */
  readonly totalNeedMinutes: number;
  /** Full-time hours a week in hundredths: 37.5 hours are 3750. */
  readonly weeklyHoursX100: number;
  /** The post's own leave, sickness and training, in basis points. */
  readonly ownUnavailabilityBp: number;
  readonly employerCostYearPence: number;
  readonly contractWeeks: number;
  /** What a full-time post costs over the contract, where an award falls into it; left out, the yearly cost holds. */
  readonly contractCostPence?: number | undefined;
  /** What the bank costs for the same need at its own fill, and the share it fills. */
  readonly bankCostPence: number;
  readonly bankFillBp: number;
  /** What a spare hour of the post is worth: the bank rate, pence an hour. */
  readonly bankPence: number;
};

export type PostOrBank = {
  /** WTE in post to replace the release, in tenths, as a post can be hired. */
  readonly wteTenths: number;
  readonly postCostPence: number;
  readonly bankCostPence: number;
  /** The bank's cost if it filled every hour, as the post does. */
  readonly bankAtFullFillPence: number;
  /** Hours the bank is expected to leave open. */
  readonly bankUnfilledMinutes: number;
  /** Time the posts are there for and not needed, and its worth at the bank rate: beside the cost, not netted. */
  readonly spareMinutes: number;
  readonly spareValuePence: number;
};

/** WTE for a need: need ÷ (full-time minutes × (1 − own unavailability)), up to a hireable tenth. */
export function hireableTenths(
  needMinutes: number,
  weeklyHoursX100: number,
  ownUnavailabilityBp: number,
): number {
  const present = 10_000 - ownUnavailabilityBp;
  if (!(present > 0 && weeklyHoursX100 > 0)) throw new RangeError('hireableTenths: nobody would be in post');
  return Math.ceil((needMinutes * 10 * 100 * 10_000) / (60 * weeklyHoursX100 * present));
}

function postsCost(inputs: PostOrBankInputs, wteTenths: number): number {
  const { contractCostPence, employerCostYearPence, contractWeeks } = inputs;
  return contractCostPence === undefined
    ? productHalfUp([employerCostYearPence, wteTenths, contractWeeks * 7], 3650)
    : productHalfUp([contractCostPence, wteTenths], 10);
}

/**
 * Posts rounded up to a tenth and paid for the whole contract, against the bank for the same weeks (product.md,
 * "things that change the build" 9). A contract of n weeks is n × 7 ÷ 365 of a year; rounded once, half up. Where its
 * cost is given by dated stretches, it is their sum, for so many tenths.
 *
 * @throws RangeError when the post would never be there.
 */
export function postOrBank(inputs: PostOrBankInputs): PostOrBank {
  const { weeklyHoursX100, ownUnavailabilityBp, contractWeeks, bankPence } = inputs;
  const wteTenths = hireableTenths(inputs.weeklyNeedMinutes, weeklyHoursX100, ownUnavailabilityBp);
  const presentMinutes = productHalfUp(
    [wteTenths, weeklyHoursX100 * 60, 10_000 - ownUnavailabilityBp, contractWeeks],
    10 * 100 * 10_000,
  );
  const spareMinutes = Math.max(0, presentMinutes - inputs.totalNeedMinutes);
  return {
    wteTenths,
    postCostPence: postsCost(inputs, wteTenths),
    bankCostPence: inputs.bankCostPence,
    bankAtFullFillPence: productHalfUp([inputs.bankCostPence, 10_000], inputs.bankFillBp),
    bankUnfilledMinutes: productHalfUp([inputs.totalNeedMinutes, 10_000 - inputs.bankFillBp], 10_000),
    spareMinutes,
    spareValuePence: productHalfUp([spareMinutes, bankPence], 60),
  };
}
