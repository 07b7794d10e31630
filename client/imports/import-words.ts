import {
  appliedEntities,
  sumOfRecords,
  type AppliedEntity,
  type BatchCounts,
  type BatchState,
  type KeptReason,
  type RowOutcome,
  type UndoCounts,
} from '../../shared/imports/batch.ts';
import type { ImportKind } from '../../shared/imports/kind.ts';
import { formatNumber, listInWords, plural } from '../format/numbers.ts';

export const kindNames: Readonly<Record<ImportKind, string>> = {
  staff: 'Staff file',
  teams: 'Team sheet',
  learners: 'Learner sheet',
  supervisors: 'Supervisor list',
  studies: 'Study list',
  delegation: 'Delegation log',
  'roster-hours': 'Roster hours taken',
  'bank-shifts': 'Bank shifts',
  ledger: 'Ledger lines',
};

/** What one row of each kind is. */
export const rowNouns: Readonly<Record<ImportKind, string>> = {
  staff: 'assignment',
  teams: 'team',
  learners: 'learner',
  supervisors: 'supervisor',
  studies: 'study',
  delegation: 'entry',
  'roster-hours': 'row',
  'bank-shifts': 'shift',
  ledger: 'line',
};

/** The same of several, where an s is not enough. */
const manyNouns: Readonly<Partial<Record<ImportKind, string>>> = {
  studies: 'studies',
  delegation: 'entries',
};

export const stateNames: Readonly<Record<BatchState, string>> = {
  reading: 'Being read',
  refused: 'Refused',
  previewed: 'Waiting to be applied',
  applying: 'Being applied',
  applied: 'Applied',
  discarded: 'Discarded',
  failed: 'Failed',
  undone: 'Undone',
};

/** What an outcome is called; somebody who is in no row of a staff file is proposed as a leaver. */
export function outcomeName(outcome: RowOutcome, kind: ImportKind): string {
  if (outcome === 'leaver') return kind === 'staff' ? 'Proposed leaver' : 'Not in the file';
  const names = { new: 'New', changed: 'Changed', unchanged: 'Unchanged', rejected: 'Rejected' } as const;
  return names[outcome];
}

/** The headline of a preview: what applying it would do. */
export function previewSentence(kind: ImportKind, counts: BatchCounts): string {
  const changes = [
    ...(counts.new > 0 ? [`${formatNumber(counts.new)} new`] : []),
    ...(counts.changed > 0 ? [`${formatNumber(counts.changed)} changed`] : []),
    ...(counts.leavers > 0
      ? [`${formatNumber(counts.leavers)} ${kind === 'staff' ? 'leaving' : 'ending'}`]
      : []),
  ];
  const noun = plural(counts.records, rowNouns[kind], manyNouns[kind]);
  if (changes.length === 0) return `Nothing would change: everything in this file is held already.`;
  return `${listInWords(changes)} of ${noun} in the file.`;
}

/** What an import writes, one and many. */
export const entityNames: Readonly<Record<AppliedEntity, { readonly one: string; readonly many: string }>> = {
  person: { one: 'person', many: 'people' },
  assignment: { one: 'assignment', many: 'assignments' },
  team: { one: 'team', many: 'teams' },
  learner: { one: 'learner', many: 'learners' },
  supervisor: { one: 'supervisor', many: 'supervisors' },
  study: { one: 'study', many: 'studies' },
  delegation_entry: { one: 'delegation entry', many: 'delegation entries' },
  hours_taken: { one: 'week of hours', many: 'weeks of hours' },
  bank_shift: { one: 'bank shift', many: 'bank shifts' },
  ledger_line: { one: 'ledger line', many: 'ledger lines' },
};

export const keptReasons: Readonly<Record<KeptReason, string>> = {
  edited: 'Edited since',
  'in-use': 'In use by something entered since',
};

function recordsInWords(counts: UndoCounts['kept']): string {
  const some = appliedEntities.flatMap((entity) => {
    const { one, many } = entityNames[entity];
    const count = counts[entity] ?? 0;
    return count > 0 ? [plural(count, one, many)] : [];
  });
  return some.length === 0 ? 'nothing' : listInWords(some);
}

/** The headline of an undone import: "4 people and 6 assignments put back; 2 people edited or in use since and kept." */
export function undoSentence({ putBack, kept }: UndoCounts): string {
  const back = `${recordsInWords(putBack)} put back`;
  const text = back.charAt(0).toUpperCase() + back.slice(1);
  return sumOfRecords(kept) === 0
    ? `${text}; nothing was edited since.`
    : `${text}; ${recordsInWords(kept)} edited or in use since and kept.`;
}

/** Texts of one cell of a staged row, before and after. */
export type CellChange = { readonly field: string; readonly before: string; readonly after: string };

const fieldNames: Readonly<Record<string, string>> = {
  fteE5: 'FTE',
  contractedHoursX100: 'Contracted hours',
};

/** `contractedHoursX100` as "Contracted hours", `plannedMinimumMinutes` as "Planned minimum minutes". */
export function fieldName(key: string): string {
  const words = key.replace(/([A-Z0-9]+)/g, ' $1').toLowerCase();
  return fieldNames[key] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

function textOf(key: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (key === 'fteE5' && typeof value === 'number') return formatNumber(value / 100_000, 3);
  if (key === 'contractedHoursX100' && typeof value === 'number') return formatNumber(value / 100, 2);
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? formatNumber(value, 2) : JSON.stringify(value);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** The cells in which two states of a row differ, in the order of the row after. */
export function changesBetween(before: unknown, after: unknown): CellChange[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(is), ...Object.keys(was)])].flatMap((key) => {
    const change = { field: fieldName(key), before: textOf(key, was[key]), after: textOf(key, is[key]) };
    return change.before === change.after ? [] : [change];
  });
}

const labelKeys = [
  'name',
  'reference',
  'title',
  'studyReference',
  'lastName',
  'firstName',
  'employeeNumber',
  'assignmentNumber',
  'stage',
  'intakeMonth',
  'role',
  'startedOn',
  'week',
  'unit',
  'date',
  'journalReference',
  'costCentre',
];

/** What a row is known by on screen: "Ward 7", or a name with its numbers. */
export function rowLabel(before: unknown, after: unknown): string {
  const texts = fieldsOf(fieldsOf(after)['texts']);
  const row = { ...texts, ...fieldsOf(before), ...fieldsOf(after) };
  const parts = labelKeys.flatMap((key) =>
    typeof row[key] === 'string' && row[key] !== '' ? [row[key]] : [],
  );
  return parts.join(', ');
}
