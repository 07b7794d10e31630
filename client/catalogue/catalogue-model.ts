import { asMonth, type Month } from '../../shared/calendar/month.ts';
import { addDays, monthNumberOf, yearOf, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { Span } from '../../shared/programmes/stage-facts.ts';
import { weeksWithRelease, type TeachingCalendar } from '../../shared/programmes/teaching-calendar.ts';
import type { Outputs } from '../app/trpc.ts';
import { hours } from '../format/hours.ts';

export type ShownCatalogue = Outputs['catalogue']['show'];

/** "2 or 3", "2". */
export function spanInWords({ least, most }: Span): string {
  return least === most ? String(least) : `${least} to ${most}`;
}

/** "50 to 100 hours". */
export function hoursSpan({ least, most }: Span): string {
  return `${hours(least)} to ${hours(most)} hours`;
}

/** The next September that a course can start in. */
export function nextIntake(today: PlainDate): Month {
  const year = monthNumberOf(today) > 9 ? yearOf(today) + 1 : yearOf(today);
  return asMonth(`${year}-09`);
}

/** One week of a course as the table shows it. */
export type CourseWeek = {
  readonly number: number;
  readonly monday: PlainDate;
  readonly what: string;
  readonly handIns: string;
};

type Module = ShownCatalogue['modules'][number];

/** Week by week: taught, break or block, and which modules hand in. */
export function weeksOfCourse(calendar: TeachingCalendar, modules: readonly Module[]): readonly CourseWeek[] {
  const released = new Set<string>(weeksWithRelease(calendar));
  const blocks = new Set<string>(calendar.blockWeeks);
  const { blockMinutes } = calendar;
  const inBlock = blockMinutes === null ? 'Block week' : `Block week, ${hours(blockMinutes)} hours`;
  return Array.from({ length: calendar.weeks }, (_, index) => {
    const monday = addDays(calendar.firstWeek, index * 7);
    const due = modules.filter(({ handInWeeks }) => handInWeeks.includes(index + 1));
    const what = !released.has(monday) ? 'Break' : blocks.has(monday) ? inBlock : 'Teaching';
    return { number: index + 1, monday, what, handIns: due.map(({ name }) => name).join(', ') };
  });
}
