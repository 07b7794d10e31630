import type { PlainDate, Weekday } from '../calendar/plain-date.ts';

/** Release on a named weekday of every teaching week. */
export type NamedDay = { readonly weekday: Weekday; readonly minutes: number };

/** Release on one date, on top of the weekly pattern and also in weeks outside it. */
export type BlockDay = { readonly date: PlainDate; readonly minutes: number };

/**
 * When one learner is released: whole and half days on named weekdays in teaching weeks, plus block days; or, for
 * an early budget, minutes a week of which no weekday is known ("not a roster").
 *
 * Weekly hours are kept in bank-holiday weeks; a week without teaching is named in `breakWeeks`.
 */
export type ReleasePattern = {
  /** Minutes in each teaching week; with `days`, exactly their sum. */
  readonly weeklyMinutes: number;
  /** Any day of the first week; weeks are counted from its Monday. */
  readonly start: PlainDate;
  /** Weeks from first to last, break weeks included. */
  readonly weeks: number;
  /** Any day of each week without release. */
  readonly breakWeeks: readonly PlainDate[];
  /** Named weekdays; absent when only the weekly minutes are known. */
  readonly days?: readonly NamedDay[] | undefined;
  readonly blockDays?: readonly BlockDay[] | undefined;
};
