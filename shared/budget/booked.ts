import { mondayOf, type PlainDate } from '../calendar/plain-date.ts';
import type { BankShift } from './bank-shift.ts';

/** Minutes of study cover that are booked, by team and by the Monday of their week. */
export type BookedMinutes = ReadonlyMap<string, Readonly<Record<string, number>>>;

/** Shifts the bank has taken from a day on; those of units that are no team's are taken off nobody's need. */
export function bookedByTeam(shifts: readonly BankShift[], from: PlainDate): BookedMinutes {
  const teams = new Map<string, Record<string, number>>();
  for (const { teamId, date, minutes } of shifts) {
    if (teamId === null || date < from) continue;
    const weeks = teams.get(teamId) ?? {};
    const monday = mondayOf(date);
    weeks[monday] = (weeks[monday] ?? 0) + minutes;
    teams.set(teamId, weeks);
  }
  return teams;
}
