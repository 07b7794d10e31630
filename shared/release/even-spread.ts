import { dateOfDayNumber, dayNumberOf, weekdayOfDayNumber, type PlainDate } from '../calendar/plain-date.ts';
import { ModelError } from '../core/errors.ts';
import { halfUp } from '../core/rounding.ts';
import type { ReleasedDay } from './released-time.ts';

const minutesPerCredit = 600;
const workingDays: readonly number[] = [1, 2, 3, 4, 5];

/** A module or stage whose hours are spread evenly: for early budgets only, and labelled "not a roster". */
export type EvenSpread = {
  readonly credits: number;
  /** Share of the learning hours that is within working time, in basis points. */
  readonly releaseBp: number;
  readonly start: PlainDate;
  /** Last day, included. */
  readonly end: PlainDate;
  readonly bankHolidays: readonly PlainDate[];
  readonly leave: readonly PlainDate[];
  /** ISO weekdays the person works; Monday to Friday unless said otherwise. */
  readonly weekdays?: readonly number[] | undefined;
  /** Where the agreement says that hours on a bank holiday are not made up, the total falls pro rata. */
  readonly bankHolidayHoursLapse?: boolean | undefined;
};

export type SpreadRelease = {
  readonly releasedMinutes: number;
  /** Every available day in date order, also those that get nothing. */
  readonly days: readonly ReleasedDay[];
};

type StudyDays = { readonly available: readonly PlainDate[]; readonly lostToBankHolidays: number };

function studyDays(spread: EvenSpread): StudyDays {
  const weekdays = new Set<number>(spread.weekdays ?? workingDays);
  const [leave, holidays] = [new Set(spread.leave), new Set(spread.bankHolidays)];
  const available: PlainDate[] = [];
  let lostToBankHolidays = 0;
  for (let day = dayNumberOf(spread.start); day <= dayNumberOf(spread.end); day += 1) {
    const date = dateOfDayNumber(day);
    if (!weekdays.has(weekdayOfDayNumber(day)) || leave.has(date)) continue;
    if (holidays.has(date)) lostToBankHolidays += 1;
    else available.push(date);
  }
  return { available, lostToBankHolidays };
}

/** Release promised for the whole period, before anything lapses: 10 notional hours a credit. */
function promisedMinutes(spread: EvenSpread): number {
  return halfUp(BigInt(spread.credits) * BigInt(minutesPerCredit) * BigInt(spread.releaseBp), 10_000);
}

/**
 * Released minutes by available day, by cumulative rounding: day k of A gets ⌊M·k/A⌋ − ⌊M·(k−1)/A⌋.
 *
 * Bank holidays and leave move hours to other days and never cut the total, unless `bankHolidayHoursLapse`.
 *
 * @throws ModelError `bad-input` when the period ends before it starts or has minutes and no day to put them on.
 */
export function spreadEvenly(spread: EvenSpread): SpreadRelease {
  if (spread.end < spread.start)
    throw new ModelError('bad-input', 'The period ends before it starts.', '/end');
  const { available, lostToBankHolidays } = studyDays(spread);
  const count = available.length;
  const promised = promisedMinutes(spread);
  if (count === 0 && promised > 0) {
    throw new ModelError('bad-input', 'There is no working day to study on in this period.', '/start');
  }
  const lapses = spread.bankHolidayHoursLapse === true && count > 0;
  const releasedMinutes = lapses ? halfUp(promised * count, count + lostToBankHolidays) : promised;
  const upTo = (day: number): number => Math.floor((releasedMinutes * day) / count);
  const days = available.map((date, index) => ({ date, minutes: upTo(index + 1) - upTo(index) }));
  return { releasedMinutes, days };
}
