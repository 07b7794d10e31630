import type { FinancialYear } from '../calendar/years.ts';
import type { PlainDate, Weekday } from '../calendar/plain-date.ts';
import type { YearPart } from '../calendar/week.ts';
import type { BoughtRung } from '../pay/rungs.ts';

/**
 * Minutes × 10 000. Filled time and availability are not rounded, so that a week is never judged by a rounding;
 * dividing by 10 000 gives minutes.
 */
export type MinuteBp = number;

/** One measure with no release at all, with release before cover, and after cover. */
export type ThreeStates<T> = {
  readonly withoutRelease: T;
  readonly beforeCover: T;
  readonly afterCover: T;
};

/**
 * How a week (or day) stands against the planned minimum: short with no release at all; short because of release
 * and still short after cover; short because of release and covered; kept.
 */
export type Standing = 'short-without-release' | 'short-after-cover' | 'covered' | 'kept';

/** A week or day against its planned minimum. Chances are normal probabilities of being below it. */
export type Judgement = {
  readonly standing: Standing;
  /** Not short, and yet with a chance of at least a quarter of being short after cover. */
  readonly close: boolean;
  /** Available less the planned minimum. */
  readonly margin: ThreeStates<MinuteBp>;
  readonly chanceShort: ThreeStates<number>;
};

export type WardWeek = {
  readonly monday: PlainDate;
  readonly released: number;
  /** Released beyond headroom, minutes. */
  readonly gap: number;
  /** Minutes to be covered. */
  readonly need: number;
  readonly filled: MinuteBp;
  readonly unfilled: MinuteBp;
  /** `null` while staff in post or unavailability is not known. */
  readonly available: ThreeStates<MinuteBp> | null;
  /** `null` while that or the planned minimum is not known. */
  readonly judgement: Judgement | null;
};

/** One day of a week with release or with a shortage, where the team entered minimums by weekday. */
export type WardDay = {
  readonly date: PlainDate;
  readonly weekday: Weekday;
  readonly released: number;
  readonly gap: number;
  readonly need: number;
  readonly judgement: Judgement;
};

/** Mondays of weeks, or dates of days, by standing. `newlyShort` holds those still short after cover too. */
export type ShortCounts = {
  readonly withoutRelease: readonly PlainDate[];
  readonly newlyShort: readonly PlainDate[];
  readonly afterCover: readonly PlainDate[];
  readonly close: readonly PlainDate[];
};

/** One week-part's cover cost with all it was made from: pence = half up (minutes × fill × rate ÷ 600 000). */
export type CoverCostLine = {
  readonly monday: PlainDate;
  readonly financialYear: FinancialYear;
  /** What fills the hours; absent where the team has no policy, and then it is the bank. */
  readonly rung?: BoughtRung | undefined;
  /** Minutes the rung is asked for: the need, or what the bank has for it. */
  readonly needMinutes: number;
  readonly fillBp: number;
  readonly ratePence: number;
  /** The financial year the rate is of. */
  readonly rateYear: FinancialYear;
  /** The day inside the year on which the rate began; absent where it is that of the year’s first day. */
  readonly rateFrom?: PlainDate | undefined;
  /** Days (from, to] of the week, where a rate that changes inside the year cuts it; else all its days of the year. */
  readonly days?: Pick<YearPart, 'from' | 'to'> | undefined;
  readonly costPence: number;
};

/** Sums over weeks: minutes as they are, filled and unfilled in minute·bp, money in pence. */
export type WardSums = {
  readonly released: number;
  readonly need: number;
  readonly filled: MinuteBp;
  readonly unfilled: MinuteBp;
  readonly costPence: number;
  /** Fees less bursaries, on accruals. */
  readonly netFeesPence: number;
  /** Fees less bursaries, when invoiced. */
  readonly cashFeesPence: number;
  /** Cover cost and net fees, on accruals. */
  readonly netPence: number;
};

export type WardYear = WardSums & { readonly financialYear: FinancialYear };

/** What moving the short weeks' release evenly to the other release weeks does; the price is the rise in cover. */
export type WardFix = {
  readonly movedMinutes: number;
  readonly movedFrom: readonly PlainDate[];
  readonly totalCostPence: number;
  readonly extraPence: number;
  readonly extraPenceByYear: readonly {
    readonly financialYear: FinancialYear;
    readonly extraPence: number;
  }[];
  readonly unfilled: MinuteBp;
  readonly byYear: readonly WardYear[];
  readonly shortAfterFix: readonly PlainDate[];
};

export type WardAnswer = {
  readonly weeks: readonly WardWeek[];
  /** `null` while staff in post, unavailability or the planned minimum is not known. */
  readonly short: ShortCounts | null;
  /** The same by day; `null` unless the team entered minimums by weekday. */
  readonly byDay: WardDays | null;
  readonly costLines: readonly CoverCostLine[];
  readonly byYear: readonly WardYear[];
  readonly totals: WardSums;
  /** `null` when no week is short after cover, or there is no other week to move to. */
  readonly fix: WardFix | null;
};

export type WardDays = {
  readonly days: readonly WardDay[];
  readonly short: ShortCounts;
  /** True when some release has no weekday and was spread Monday to Friday: the days are then "not a roster". */
  readonly hasReleaseWithoutWeekday: boolean;
};
