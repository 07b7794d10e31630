import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { isCapacity } from '../../shared/staff/assignment-status.ts';
import { isInPost, isRegisteredGroup } from '../../shared/staff/staff.ts';
import type { StaffRow } from './staff-row.ts';

/** Contracted minutes a week of registered staff in post on active assignments, by team. */
export function registeredMinutes(staff: readonly StaffRow[], day: PlainDate): ReadonlyMap<string, number> {
  const minutes = new Map<string, number>();
  for (const row of staff) {
    if (!isRegisteredGroup(row.staffGroup) || !isCapacity(row) || !isInPost(row, day)) continue;
    minutes.set(row.team, (minutes.get(row.team) ?? 0) + Math.round(row.hours * 60));
  }
  return minutes;
}
