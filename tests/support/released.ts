import { dateOfDayNumber } from '../../shared/calendar/plain-date.ts';
import { patternWeeks } from '../../shared/release/pattern-weeks.ts';
import type { ReleasePattern } from '../../shared/release/release-pattern.ts';

/** Released minutes by Monday over several patterns; weeks without release are absent. */
export function releasedByWeek(patterns: readonly ReleasePattern[]): Map<string, number> {
  const weeks = new Map<string, number>();
  for (const { mondayNumber, minutes } of patterns.flatMap((pattern) => patternWeeks(pattern))) {
    const monday = dateOfDayNumber(mondayNumber);
    if (minutes > 0) weeks.set(monday, (weeks.get(monday) ?? 0) + minutes);
  }
  return weeks;
}
