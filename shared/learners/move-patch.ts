import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import type { MovePatch } from './check-move.ts';
import { learnerStatuses } from './status.ts';

const day = z.custom<PlainDate>(isPlainDate, 'not a calendar day');

/** The stored form of what a move wrote and what was there before it, checked at the door of the database. */
export const movePatchSchema: z.ZodType<MovePatch> = z.object({
  status: z.enum(learnerStatuses),
  statusDate: day,
  startedOn: day.nullable(),
  interruptedOn: day.nullable(),
  returnsOn: day.nullable(),
  withdrawnOn: day.nullable(),
  qualifiedOn: day.nullable(),
  interruptions: z.int().min(0),
  fundingSource: z.string().nullable(),
});

/** Whether a row still stands as a move left it. */
export function samePatch(a: MovePatch, b: MovePatch): boolean {
  return Object.entries(a).every(([field, value]) => b[field as keyof MovePatch] === value);
}
