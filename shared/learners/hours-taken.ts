import { z } from 'zod';
import { isPlainDate, mondayOf, type PlainDate } from '../calendar/plain-date.ts';

/** Typed on the learner's page, or read from a roster. */
export const hoursSources = ['typed', 'roster'] as const;

export type HoursSource = (typeof hoursSources)[number];

/** Study time that a learner really got in one week; a week without one is not recorded, which is never nothing. */
export type HoursTaken = {
  readonly id: string;
  readonly learnerId: string;
  /** A Monday. */
  readonly week: PlainDate;
  readonly minutes: number;
  readonly source: HoursSource;
  readonly version: number;
};

function isMonday(value: unknown): value is PlainDate {
  return typeof value === 'string' && isPlainDate(value) && mondayOf(value) === value;
}

/** The Monday that names a week. */
export const weekSchema = z.custom<PlainDate>(isMonday, 'not a Monday of the calendar');

/** The stored form of what was recorded before a change, checked at the door of the database. */
export const hoursTakenSchema: z.ZodType<HoursTaken> = z.strictObject({
  id: z.uuid(),
  learnerId: z.uuid(),
  week: weekSchema,
  minutes: z.int().min(0).max(10_080),
  source: z.enum(hoursSources),
  version: z.int().positive(),
});
