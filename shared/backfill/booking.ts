import type { PlainDate } from '../calendar/plain-date.ts';

/** What to send to the bank for a week or day: cover is bought in whole shifts. Minutes. */
export type Booking = {
  readonly from: PlainDate;
  readonly neededMinutes: number;
  readonly shifts: number;
  readonly boughtMinutes: number;
  /** Bought beyond what is needed. */
  readonly spareMinutes: number;
};

/**
 * Shifts to book for each week or day with need, rounded up to whole shifts. A day's shifts are not fewer than its
 * week's would be: where days are known, book by day.
 *
 * @throws RangeError when the shift has no length.
 */
export function bookingsOf(
  needs: readonly { readonly from: PlainDate; readonly need: number }[],
  shiftMinutes: number,
): Booking[] {
  if (!(shiftMinutes > 0)) throw new RangeError('bookingsOf: a shift needs a length');
  return needs
    .filter(({ need }) => need > 0)
    .map(({ from, need }) => {
      const shifts = Math.ceil(need / shiftMinutes);
      const boughtMinutes = shifts * shiftMinutes;
      return { from, neededMinutes: need, shifts, boughtMinutes, spareMinutes: boughtMinutes - need };
    });
}
