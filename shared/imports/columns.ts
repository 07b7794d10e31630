import type { PlainDate } from '../calendar/plain-date.ts';
import type { CellNote } from './issues.ts';

/** What a cell may be read against: the day of the import, never a clock. */
export type CellContext = { readonly today: PlainDate };

/** A cell read: its value with anything odd about it, or what is wrong. */
export type CellAnswer<T> =
  | { readonly ok: true; readonly value: T; readonly notes: readonly CellNote[] }
  | { readonly ok: false; readonly note: CellNote };

/** Reads the text of a cell that is not blank. */
export type Reader<T> = (text: string, context: CellContext) => CellAnswer<T>;

/** One column of a file: how it is read, and what its page, its template and its documentation say of it. */
export type Column<T, Required extends boolean = boolean> = {
  readonly heading: string;
  readonly required: Required;
  readonly meaning: string;
  readonly unit: string | null;
  readonly example: string;
  /** Every text of a column that takes only a few, so that a layout can say what other texts mean; `null` for others. */
  readonly choices: readonly string[] | null;
  readonly read: Reader<T>;
};

/** The columns of one kind of file, keyed by the names their values have in a checked row, in template order. */
export type Columns = Readonly<Record<string, Column<unknown>>>;

/** The checked row of a set of columns: an optional column that is absent or blank gives `null`. */
export type RowOf<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Column<infer T>
    ? C[K]['required'] extends true
      ? T
      : T | null
    : never;
};

type Words = {
  readonly meaning: string;
  readonly unit?: string;
  readonly example: string;
  readonly choices?: readonly string[];
};

function column<T, R extends boolean>(
  heading: string,
  required: R,
  read: Reader<T>,
  words: Words,
): Column<T, R> {
  return {
    heading,
    required,
    read,
    meaning: words.meaning,
    unit: words.unit ?? null,
    example: words.example,
    choices: words.choices ?? null,
  };
}

export function required<T>(heading: string, read: Reader<T>, words: Words): Column<T, true> {
  return column(heading, true, read, words);
}

export function optional<T>(heading: string, read: Reader<T>, words: Words): Column<T, false> {
  return column(heading, false, read, words);
}

export function value<T>(read: T, notes: readonly CellNote[] = []): CellAnswer<T> {
  return { ok: true, value: read, notes };
}

export function refuse(code: CellNote['code'], message: string, onceARow?: string): CellAnswer<never> {
  return { ok: false, note: onceARow === undefined ? { code, message } : { code, message, onceARow } };
}
