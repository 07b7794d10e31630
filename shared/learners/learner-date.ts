import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';

export const learnerDateKinds = ['hand-in', 'resit', 'extension', 'other'] as const;

export type LearnerDateKind = (typeof learnerDateKinds)[number];

export const learnerDateNames: Readonly<Record<LearnerDateKind, string>> = {
  'hand-in': 'Hand-in',
  resit: 'Re-sit',
  extension: 'Extension',
  other: 'Other day',
};

const day = z.custom<PlainDate>(isPlainDate, 'not a calendar day');

/** A day that a learner has to keep. `doneOn` is the day it was kept; the note names no people. */
export const learnerDateSchema = z.strictObject({
  learnerId: z.uuid(),
  kind: z.enum(learnerDateKinds),
  dueOn: day,
  doneOn: day.nullable(),
  note: z.string().trim().min(1).max(200).nullable(),
});

export type LearnerDateFields = z.infer<typeof learnerDateSchema>;

export type LearnerDate = LearnerDateFields & { readonly id: string; readonly version: number };
