/** Every code of a refused cell, row or file and of a warning. The message beside it says what to do. */
export const issueCodes = [
  // a file
  'ALREADY_IMPORTED',
  'BAD_SEPARATOR',
  'COLUMNS_IGNORED',
  'DUPLICATE_HEADING',
  'EMPTY_FILE',
  'MISSING_COLUMN',
  'NO_RECORDS',
  'NOT_CSV',
  'NOT_UTF8',
  'SHEET_READ',
  'TOO_LARGE',
  'TOO_MANY_COLUMNS',
  'TOO_MANY_RECORDS',
  'UNREADABLE',
  'UNSAFE_WORKBOOK',
  // a row
  'BAD_QUOTING',
  'RECORD_TOO_LONG',
  'WRONG_CELL_COUNT',
  // a cell that is refused
  'BAD_DATE',
  'BAD_ID',
  'BAD_NUMBER',
  'CELLS_DISAGREE',
  'CONTROL_CHARACTER',
  'DUPLICATE_IN_FILE',
  'DISAGREES_WITH_HELD',
  'DISAGREES_WITH_LOG',
  'ENDS_BEFORE_START',
  'ENTRY_OVERLAPS',
  'EXAMPLE_ROW',
  'EXCEL_ERROR',
  'LEAVES_BEFORE_START',
  'LOG_NOT_HELD',
  'NOT_A_LEARNER',
  'NOT_IN_LIST',
  'OUTSIDE_STUDY',
  'OUT_OF_RANGE',
  'REQUIRED',
  'TOO_LONG',
  'TWO_NAMES',
  'UNKNOWN_EMPLOYEE',
  'UNKNOWN_STAFF_GROUP',
  'UNKNOWN_STUDY',
  'WEEK_INCOMPLETE',
  // a warning: the row is stored
  'CATEGORY_NOT_KNOWN',
  'DAMAGED_TEXT',
  'DAYS_DISAGREE',
  'FORMULA_LIKE',
  'FTE_HOURS_DISAGREE',
  'INCREMENT_PASSED',
  'MINIMUM_DISAGREES',
  'MINIMUM_NOT_OWNED',
  'NO_SOURCE',
  'PAY_NOT_KNOWN',
  'RELEASE_NOT_KNOWN',
  'SOURCE_SHARED',
  'STATUS_NOT_KNOWN',
] as const;

export type IssueCode = (typeof issueCodes)[number];

/** Something to say about one cell (`column`), one whole row (`column` null) or the whole file (`record` null). */
export type Issue = {
  /** Data records are counted from 1 after the heading row; lines without content are not records. */
  readonly record: number | null;
  /** First line of the record in the file, from 1. */
  readonly line: number;
  readonly column: string | null;
  readonly code: IssueCode;
  readonly message: string;
};

/** What is wrong with, or odd about, one cell, before it is known where the cell stands. */
export type CellNote = {
  readonly code: IssueCode;
  readonly message: string;
  /** A fault of the whole file (decimal commas) is listed once a row, at its first cell. */
  readonly onceARow?: string;
};

/** A file of which nothing can be used, with one plain reason. */
export type FileRefusal = { readonly code: IssueCode; readonly reason: string };

/** Text safe to show and store: characters that cannot be seen become dots, and at most `most` characters stay. */
export function visible(text: string, most: number): string {
  const characters = [...text.trim().replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '·')];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('');
}

/** A short, harmless quotation of what stood in a cell, for use inside a message. */
export function quoted(text: string): string {
  return `“${visible(text, 30)}”`;
}
