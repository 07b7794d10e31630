import { daysBetween, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { Outputs } from '../app/trpc.ts';
import { formatNumber, plural } from '../format/numbers.ts';

export type ShownDeadline = Outputs['learners']['deadlines'][number];

/** "8 days overdue", "today", "in 12 days". */
export function whenInWords(on: PlainDate, today: PlainDate): string {
  const days = daysBetween(today, on);
  if (days === 0) return 'today';
  return days < 0 ? `${plural(-days, 'day')} overdue` : `in ${plural(days, 'day')}`;
}

/** Days within which a deadline is near. */
const nearDays = 30;

/** The sentence of the list: how many are overdue, and how many come within 30 days. */
export function deadlinesInWords(deadlines: readonly ShownDeadline[], today: PlainDate): string {
  const overdue = deadlines.filter(({ on }) => on < today).length;
  const near = deadlines.filter(({ on }) => on >= today && daysBetween(today, on) <= nearDays).length;
  const first = overdue === 0 ? 'Nothing is overdue' : `${formatNumber(overdue)} overdue`;
  return `${first}, ${near === 0 ? 'none' : formatNumber(near)} within ${nearDays} days, ${plural(deadlines.length, 'deadline')} in all.`;
}
