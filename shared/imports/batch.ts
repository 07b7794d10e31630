import type { PlainDate } from '../calendar/plain-date.ts';
import type { IssueCode } from './issues.ts';
import type { ImportKind } from './kind.ts';

export const importScopes = ['whole-trust', 'only-these-people'] as const;

/** Whether whatever a file does not name is proposed as having left (ended). */
export type ImportScope = (typeof importScopes)[number];

export const batchStates = [
  'reading',
  'refused',
  'previewed',
  'applying',
  'applied',
  'discarded',
  'failed',
  'undone',
] as const;

export type BatchState = (typeof batchStates)[number];

export const rowOutcomes = ['new', 'changed', 'unchanged', 'leaver', 'rejected'] as const;

/** What applying a batch does with one row. A leaver stands in no row of the file: it is proposed by its absence. */
export type RowOutcome = (typeof rowOutcomes)[number];

/** What a file is, as the person who uploaded it said. */
export type BatchTerms = {
  readonly kind: ImportKind;
  readonly scope: ImportScope;
  /** The day the file describes: changes are valid from it, and planning starts there. */
  readonly dataDate: PlainDate;
  /** Id of the profile it is read with; left out, its layout is that of our template. */
  readonly profile?: string;
};

/** What is known of a file once it is read and compared with what is held. */
export type BatchCounts = {
  readonly records: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly warnings: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly leavers: number;
  /** Held now and not over, and what would be after applying: assignments, teams, learners, studies and so on. */
  readonly heldBefore: number;
  readonly heldAfter: number;
  /** Refused rows of which not even the number could be read: a proposed leaver may be one of them. */
  readonly unidentified: number;
  /** Refused cells and warnings by code. */
  readonly byCode: Readonly<Partial<Record<IssueCode, number>>>;
};

/** More than a tenth leaving is asked about again: it is more often a wrong file than a bad month. */
export function asksAboutLeavers(counts: Pick<BatchCounts, 'leavers' | 'heldBefore'>): boolean {
  return counts.leavers * 10 > counts.heldBefore;
}

/** A file after which nobody at all would be left is never applied. */
export function leavesNobody(counts: Pick<BatchCounts, 'heldBefore' | 'heldAfter'>): boolean {
  return counts.heldBefore > 0 && counts.heldAfter === 0;
}

/** How many rows applying a batch would change. */
export function changesOf(counts: Pick<BatchCounts, 'new' | 'changed' | 'leavers'>): number {
  return counts.new + counts.changed + counts.leavers;
}

/** What an import writes: records of these tables. */
export const appliedEntities = [
  'person',
  'assignment',
  'team',
  'learner',
  'supervisor',
  'study',
  'delegation_entry',
  'hours_taken',
  'bank_shift',
  'ledger_line',
] as const;

export type AppliedEntity = (typeof appliedEntities)[number];

/** Why undoing an import left a record as it is: it was edited since, or something entered since refers to it. */
export type KeptReason = 'edited' | 'in-use';

/** Records by table; a table that an import of long ago knew nothing of is left out. */
export type RecordCounts = Readonly<Partial<Record<AppliedEntity, number>>>;

/** What undoing an import did, in records of each table. */
export type UndoCounts = { readonly putBack: RecordCounts; readonly kept: RecordCounts };

export function sumOfRecords(counts: RecordCounts): number {
  return appliedEntities.reduce((sum, entity) => sum + (counts[entity] ?? 0), 0);
}
