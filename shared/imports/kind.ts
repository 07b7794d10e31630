import type { CellContext, Columns, RowOf } from './columns.ts';
import type { Issue } from './issues.ts';
import type { PlacedNote } from './read-row.ts';

export const importKinds = [
  'staff',
  'teams',
  'learners',
  'supervisors',
  'studies',
  'delegation',
  'roster-hours',
  'bank-shifts',
  'ledger',
] as const;

/** What a file is about. */
export type ImportKind = (typeof importKinds)[number];

export function isImportKind(text: string): text is ImportKind {
  return importKinds.some((kind) => kind === text);
}

/**
 * Whether a whole list of a kind can end what it does not name. A study is not over because a list leaves it out, and a
 * week without roster hours is not recorded, which is not the same as no hours; shifts and ledger lines of other months stay.
 */
export const canEndAbsent: Readonly<Record<ImportKind, boolean>> = {
  staff: true,
  teams: true,
  learners: true,
  supervisors: true,
  studies: false,
  delegation: true,
  'roster-hours': false,
  'bank-shifts': false,
  ledger: false,
};

/** What looking across the cells of one row, or across rows, adds to what the cells said by themselves. */
export type Findings = { readonly refused: readonly PlacedNote[]; readonly warned: readonly PlacedNote[] };

/** One record of a file after every check. */
export type CheckedRecord<Row> = {
  readonly record: number;
  readonly line: number;
  /** What must be unique in the file (assignment, team, learner's stage); also of refused rows, where it can be read. */
  readonly key: string | null;
  /** Employee number, kept for refused rows too, so that nobody who was refused is taken for a leaver. */
  readonly person: string | null;
  /** `null` when the row is refused. */
  readonly row: Row | null;
  readonly refused: readonly Issue[];
  readonly warned: readonly Issue[];
  /** The cells as they stood in the file; none where they cannot be told apart (broken quoting, wrong number). */
  readonly cells: readonly string[];
};

/** The text of a record in the column with a key; empty where the file has no such column. */
export type TextOf = (record: CheckedRecord<unknown>, key: string) => string;

/** How one kind of file is checked: cells by its columns, then across cells, then across rows. */
export type KindRules<C extends Columns, Row> = {
  readonly kind: ImportKind;
  readonly columns: C;
  /** Checks that need several cells; a cell that could not be read is absent. */
  readonly acrossCells: (cells: Partial<RowOf<C>>, context: CellContext) => Findings;
  readonly toRow: (cells: RowOf<C>) => Row;
  readonly keyOf: (cells: Partial<RowOf<C>>) => string | null;
  readonly personOf: (cells: Partial<RowOf<C>>) => string | null;
  /** What rows of one person or team must agree on, made so in accepted rows; the order of rows does not matter. */
  readonly settle: (records: readonly CheckedRecord<Row>[]) => readonly CheckedRecord<Row>[];
  /** Checks that need the whole file: notes by record number. */
  readonly acrossRows: (
    records: readonly CheckedRecord<Row>[],
    textOf: TextOf,
  ) => ReadonlyMap<number, Findings>;
};
