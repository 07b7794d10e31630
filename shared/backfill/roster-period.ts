import { z } from 'zod';
import { addDays, daysBetween, isPlainDate, mondayOf, type PlainDate } from '../calendar/plain-date.ts';

/** How rosters are made: a first period and those after it, each approved some days before it starts. */
export const rosterPeriodSchema = z.strictObject({
  /** First day of one period; the others follow it, and went before it, at the same distance. */
  startsOn: z.custom<PlainDate>(isPlainDate, 'not a calendar day'),
  weeks: z.int().min(1).max(26),
  approvalDays: z.int().min(0).max(182),
});

export type RosterPeriod = z.output<typeof rosterPeriodSchema>;

/** One period on the calendar: its weeks from Monday to Monday, and the day by which its cover is to be asked for. */
export type RosterDates = {
  readonly firstMonday: PlainDate;
  readonly lastMonday: PlainDate;
  readonly approveBy: PlainDate;
};

/** The period a day is in. Periods run in whole weeks from the Monday of `startsOn`. */
export function rosterDatesOn({ startsOn, weeks, approvalDays }: RosterPeriod, day: PlainDate): RosterDates {
  const first = mondayOf(startsOn);
  const periods = Math.floor(daysBetween(first, day) / (weeks * 7));
  const firstMonday = addDays(first, periods * weeks * 7);
  return {
    firstMonday,
    lastMonday: addDays(firstMonday, (weeks - 1) * 7),
    approveBy: addDays(addDays(startsOn, periods * weeks * 7), -approvalDays),
  };
}

/** How far ahead "due this month" looks for approval dates. */
const daysAhead = 31;

/**
 * The last Monday to book now: that of the last period that is approved within 31 days of the day. The period that is
 * running, and those approved already, are in it: what is open there is late.
 */
export function lastMondayDue(roster: RosterPeriod, day: PlainDate): PlainDate {
  let dates = rosterDatesOn(roster, day);
  for (;;) {
    const next = rosterDatesOn(roster, addDays(dates.lastMonday, 7));
    if (next.approveBy > addDays(day, daysAhead)) return dates.lastMonday;
    dates = next;
  }
}
