import { bankHolidays } from '../../shared/calendar/bank-holidays.ts';
import { mondayOf, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { HeatGridModel } from '../components/heat-grid.ts';

type Pressures = HeatGridModel['pressures'];

/** The bank holidays that come in weeks of leave; the single days of spring and summer are not marked. */
const named: readonly (readonly [RegExp, string])[] = [
  [/Good Friday|Easter Monday/, 'Easter'],
  [/Christmas|Boxing|New Year/, 'Christmas'],
];

/** Christmas and Easter over the weeks of a grid, from the bank holidays of England. */
export function pressuresOf(weeks: readonly PlainDate[]): Pressures {
  const spans: { from: number; to: number; label: string }[] = [];
  for (const { date, title } of bankHolidays) {
    const label = named.find(([pattern]) => pattern.test(title))?.[1];
    const week = weeks.indexOf(mondayOf(date));
    if (label === undefined || week < 0) continue;
    const last = spans.at(-1);
    if (last?.label === label && week - last.to <= 1) last.to = week;
    else spans.push({ from: week, to: week, label });
  }
  return spans;
}
