import type { Column } from './columns.ts';
import type { PlacedNote } from './read-row.ts';

/** Refuses the example row of a template, known by the example of its first column; empty for any other row. */
export function exampleRow(column: Column<unknown>, read: unknown): PlacedNote[] {
  const message = 'This is the example row of the template. Delete it.';
  return read === column.example ? [{ column: null, code: 'EXAMPLE_ROW', message }] : [];
}
