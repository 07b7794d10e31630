import type { CellContext, Columns, RowOf } from './columns.ts';
import type { CellNote } from './issues.ts';
import { isBlank } from './read-text.ts';

/** A note with the heading of the column it is about; `null` is about the whole row. */
export type PlacedNote = CellNote & { readonly column: string | null };

/** What the cells of one row gave: every value that could be read, and everything to say, all at once. */
export type RowCells<C extends Columns> = {
  readonly cells: Partial<RowOf<C>>;
  readonly refused: readonly PlacedNote[];
  readonly warned: readonly PlacedNote[];
};

/** Folds a repeated fault of the whole file (decimal commas) into its first note in this row. */
function foldRepeats(notes: readonly PlacedNote[]): PlacedNote[] {
  const isRepeat = (note: PlacedNote, index: number): boolean =>
    note.onceARow !== undefined && notes.findIndex((other) => other.onceARow === note.onceARow) < index;
  const repeats = notes.filter(isRepeat);
  return notes
    .filter((note, index) => !isRepeat(note, index))
    .map((note) => {
      const also = repeats.filter((other) => other.onceARow === note.onceARow).map((other) => other.column);
      return also.length === 0
        ? note
        : { ...note, message: `${note.message} The same in ${also.join(', ')}.` };
    });
}

const blankRows = new WeakMap<Columns, Readonly<Record<string, unknown>>>();

/**
 * A row with every column empty, to be copied. An object that is filled key by key becomes a hash table of 1.5 kB;
 * copies of a parsed one stay records, which for 50,000 rows is 70 MB less.
 */
function blankRow(columns: Columns): Readonly<Record<string, unknown>> {
  const known = blankRows.get(columns);
  if (known !== undefined) return known;
  const empty = Object.fromEntries(Object.keys(columns).map((key) => [key, null]));
  const blank = JSON.parse(JSON.stringify(empty)) as Record<string, unknown>;
  blankRows.set(columns, blank);
  return blank;
}

/** Reads every cell of a row. A blank cell is `null`, or refused where the column is required. */
export function readRow<C extends Columns>(
  columns: C,
  textOf: (key: string) => string,
  context: CellContext,
): RowCells<C> {
  const cells: Record<string, unknown> = { ...blankRow(columns) };
  const refused: PlacedNote[] = [];
  const warned: PlacedNote[] = [];
  for (const [key, { heading, required, read }] of Object.entries(columns)) {
    const text = textOf(key);
    if (isBlank(text)) {
      if (!required) continue;
      refused.push({ column: heading, code: 'REQUIRED', message: `${heading} is empty. Fill it in.` });
      delete cells[key];
      continue;
    }
    const answer = read(text, context);
    if (answer.ok) {
      cells[key] = answer.value;
      warned.push(...answer.notes.map((note) => ({ ...note, column: heading })));
    } else {
      refused.push({ ...answer.note, column: heading });
      delete cells[key];
    }
  }
  return { cells: cells as Partial<RowOf<C>>, refused: foldRepeats(refused), warned };
}

/** True when every column was read: then the cells are the whole row. */
export function isWhole<C extends Columns>(columns: C, cells: Partial<RowOf<C>>): cells is RowOf<C> {
  return Object.keys(columns).every((key) => key in cells);
}
