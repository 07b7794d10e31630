import { addDays, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { BackfillSummary } from '../../shared/scenario/backfill-summary.ts';
import type { TeamBooking } from '../../shared/scenario/team-bookings.ts';
import type { CellValue } from '../components/sorting.ts';
import { longDate } from '../format/dates.ts';
import { hours } from '../format/hours.ts';
import { pounds } from '../format/money.ts';
import { plural } from '../format/numbers.ts';
import { hoursNumber } from './cover-model.ts';

/** What one team asks the bank for, week by week. */
export type TeamAsks = {
  readonly teamId: string;
  readonly team: string;
  readonly coverBand: string | null;
  readonly shiftMinutes: number;
  /** Shifts by week, in the order of `weeksToBook`; 0 where nothing is needed. */
  readonly shifts: readonly number[];
  readonly totalShifts: number;
  readonly neededMinutes: number;
  readonly boughtMinutes: number;
};

/** Mondays from the first week of the plan to the last that is booked now. */
export function weeksToBook({ byWeek }: BackfillSummary, bookUntil: PlainDate): readonly PlainDate[] {
  return byWeek.map(({ monday }) => monday).filter((monday) => monday <= bookUntil);
}

function asksOf(bookings: readonly TeamBooking[], weeks: readonly PlainDate[]): readonly TeamAsks[] {
  const [first] = bookings;
  if (first === undefined) return [];
  const { teamId, team, coverBand, shiftMinutes } = first;
  const sum = (of: (booking: TeamBooking) => number): number =>
    bookings.reduce((total, one) => total + of(one), 0);
  return [
    {
      teamId,
      team,
      coverBand,
      shiftMinutes,
      shifts: weeks.map((monday) => bookings.find(({ from }) => from === monday)?.shifts ?? 0),
      totalShifts: sum(({ shifts }) => shifts),
      neededMinutes: sum(({ neededMinutes }) => neededMinutes),
      boughtMinutes: sum(({ boughtMinutes }) => boughtMinutes),
    },
  ];
}

/** Every team with something to book, most shifts first. */
export function asksByTeam(summary: BackfillSummary, bookUntil: PlainDate): readonly TeamAsks[] {
  const weeks = weeksToBook(summary, bookUntil);
  const teams = [...new Set(summary.toBook.map(({ teamId }) => teamId))];
  return teams
    .flatMap((id) =>
      asksOf(
        summary.toBook.filter(({ teamId }) => teamId === id),
        weeks,
      ),
    )
    .sort((a, b) => b.totalShifts - a.totalShifts || (a.team < b.team ? -1 : 1));
}

/** All teams added up. Shift lengths differ, so that only shifts and hours are sums. */
export function asksTogether(
  asks: readonly TeamAsks[],
): Pick<TeamAsks, 'shifts' | 'totalShifts' | 'neededMinutes' | 'boughtMinutes'> {
  const weeks = asks[0]?.shifts.length ?? 0;
  const sum = (of: (ask: TeamAsks) => number): number => asks.reduce((total, ask) => total + of(ask), 0);
  return {
    shifts: Array.from({ length: weeks }, (_, index) => sum(({ shifts }) => shifts[index] ?? 0)),
    totalShifts: sum(({ totalShifts }) => totalShifts),
    neededMinutes: sum(({ neededMinutes }) => neededMinutes),
    boughtMinutes: sum(({ boughtMinutes }) => boughtMinutes),
  };
}

/** What is due by which approval date, what is late already, and what booking now spares. */
export function dueInWords({ toBook }: Pick<BackfillSummary, 'toBook'>): readonly string[] {
  const shiftsOf = (own: readonly TeamBooking[]): number => own.reduce((sum, { shifts }) => sum + shifts, 0);
  const dates = [
    ...new Set(toBook.flatMap(({ approveBy, isLate }) => (approveBy === null || isLate ? [] : [approveBy]))),
  ];
  const due = dates.sort().map((date) => {
    const shifts = shiftsOf(toBook.filter(({ approveBy }) => approveBy === date));
    return `${plural(shifts, 'shift')} by ${longDate(date)}`;
  });
  const late = shiftsOf(toBook.filter(({ isLate }) => isLate));
  const waiting = toBook.flatMap((booking) =>
    booking.isLate || booking.waiting === null ? [] : [booking.waiting],
  );
  const pence = waiting.reduce((sum, { extraPence }) => sum + extraPence, 0);
  const minutes = waiting.reduce((sum, { extraUnfilledMinutes }) => sum + extraUnfilledMinutes, 0);
  return [
    ...(due.length === 0 ? [] : [`To send before the roster is approved: ${due.join(', ')}.`]),
    ...(late === 0
      ? []
      : [`${plural(late, 'shift')} of rosters approved already: what is open there is late.`]),
    ...(waiting.length === 0
      ? []
      : [`Booking now instead of late spares ${pounds(pence)} and fills ${hours(minutes)} hours more.`]),
  ];
}

/** The list for the bank: a line for each team and week, nobody's name in it. */
export function bankCsv({ toBook }: BackfillSummary): {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
} {
  return {
    headings: [
      'Week from',
      'Week to',
      'Team',
      'Band',
      'Shift hours',
      'Shifts',
      'Hours booked already',
      'Hours still needed',
      'Hours bought',
      'Book by',
    ],
    rows: toBook.map(
      ({
        from,
        team,
        coverBand,
        shiftMinutes,
        shifts,
        bookedMinutes,
        neededMinutes,
        boughtMinutes,
        approveBy,
      }) => [
        ...[from, addDays(from, 6), team, coverBand, hoursNumber(shiftMinutes)],
        ...[
          shifts,
          hoursNumber(bookedMinutes),
          hoursNumber(neededMinutes),
          hoursNumber(boughtMinutes),
          approveBy,
        ],
      ],
    ),
  };
}
