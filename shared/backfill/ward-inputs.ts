import type { Month } from '../calendar/month.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { ReleasePattern } from '../release/release-pattern.ts';
import type { RateChange } from './dated-rates.ts';
import type { WardLadder } from './ward-ladder.ts';

/** One learner of a team, or several with the same pattern. */
export type WardLearner = ReleasePattern & {
  /** The learner's own key, for cost by learner; never a name or staff number. */
  readonly key?: string | undefined;
  readonly count: number;
  /**
   * Share of study time that lapses with the learner's own absence, in basis points; 0 where it is made up.
   * Time that lapses is not away from the team a second time, so it lowers gap and need, never the promise.
   */
  readonly lapseBp?: number | undefined;
};

/** Fees of people on one course with what funds them, recognised straight line over the months of the course. */
export type CourseFeeLine = {
  readonly feePence: number;
  readonly count: number;
  /** What reaches the trust for each funded person; a bursary pays fees, never cover. */
  readonly bursaryPence: number;
  readonly bursaryCount: number;
  readonly courseMonths: number;
  readonly firstMonth: Month;
  /** When the net sum is invoiced, in basis points; the first month of the course unless said otherwise. */
  readonly invoices?: readonly { readonly month: Month; readonly bp: number }[] | undefined;
};

/** One team's question: who is released, what the team has, what cover costs. Time in minutes, money in pence. */
export type WardInputs = {
  readonly learners: readonly WardLearner[];
  /** Study minutes a week left after mandatory and other booked training. */
  readonly headroomMinutes: number;
  /** Share of the gap that is to be covered. */
  readonly backfillBp: number;
  /** Share of the need that the bank fills, of a team without a ladder. */
  readonly fillBp: number;
  /** Share of the release beyond headroom that the learner does in own time: no absence, no cover. */
  readonly ownTimeBp?: number | undefined;
  /** What fills the need by the team's policy; without it the bank fills `fillBp` of every week. */
  readonly ladder?: WardLadder | undefined;
  /** Minutes the bank has for this team by Monday, in weeks where all teams ask it for more than it has. */
  readonly bankLimits?: Readonly<Record<string, number>> | undefined;
  /** Minutes booked already by Monday: they fill the need first, at what they were booked for, and in no cost line. */
  readonly bookedMinutes?: Readonly<Record<string, number>> | undefined;
  /** Cover rate in pence an hour with on-costs, by financial year ('2027/28'). */
  readonly rates: Readonly<Record<string, number>>;
  /** What the cover rate becomes inside a financial year, where an award or an on-cost rate changes it. */
  readonly rateChanges?: readonly RateChange[] | undefined;
  /** Contracted minutes a week of registered staff in post on active assignments; `null` is not known. */
  readonly contractedMinutes: number | null;
  readonly temporaryCoverMinutes: number;
  /** Share unavailable in each month 1..12; `null` is not known, and then no week is judged. */
  readonly unavailabilityBp: Readonly<Record<number, number>> | null;
  /** Standard deviation of the unavailable share, in basis points of contracted minutes. */
  readonly unavailabilitySdBp: number;
  /** Planned minimum registered minutes a week; `null` is not known, and then no week is judged. */
  readonly plannedMinimumMinutes: number | null;
  /** The planned minimum of each day, Monday first, where the team entered it. */
  readonly plannedMinimumByWeekday?: readonly number[] | undefined;
  readonly fees: readonly CourseFeeLine[];
  /** Weeks to look at; without it, from the first learner's first week to the last learner's last. */
  readonly horizon?: { readonly from: PlainDate; readonly weeks: number } | undefined;
};
