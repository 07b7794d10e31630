import type { PlainDate } from '../calendar/plain-date.ts';

export const deadlineKinds = [
  'bursary',
  'offer',
  'supervisor',
  'signature',
  'return',
  'move',
  'hand-in',
  'resit',
  'extension',
  'other',
  'training',
  'letter',
  'year-end',
] as const;

export type DeadlineKind = (typeof deadlineKinds)[number];

/** Whose it is to act. */
export type DeadlineOwner =
  'Learner' | 'Workforce' | 'Line manager' | 'New team’s manager' | 'R&D' | 'Finance';

/** A day by which somebody has to act. It says nothing of anybody by name: ids alone. */
export type Deadline = {
  /** The same deadline has the same key on every reading. */
  readonly key: string;
  readonly kind: DeadlineKind;
  readonly on: PlainDate;
  readonly what: string;
  /** Typed by somebody, so that it may say more than it should: shown to those signed in, and in no file. */
  readonly note: string | null;
  readonly owner: DeadlineOwner;
  readonly learnerId: string | null;
  readonly supervisorId: string | null;
};
