import type { CsvCell } from '../../shared/imports/csv-out.ts';

/** A value a table can sort by and write to a CSV file; `null` is not known and always comes last. */
export type CellValue = CsvCell;

export type Sort = { readonly key: string; readonly direction: 'ascending' | 'descending' };

/** Text sorts as a person would ("Ward 2" before "Ward 10"), numbers by size; values that are not known stay last. */
export function sortedBy<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => CellValue,
  direction: Sort['direction'],
): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((left, right) => {
    const [a, b] = [valueOf(left), valueOf(right)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * compare(a, b);
  });
}

const words = new Intl.Collator('en-GB', { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b));
}

/** The next state of a column's button: ascending, then descending, then as the page gave it. */
export function nextSort(current: Sort | null, key: string): Sort | null {
  if (current?.key !== key) return { key, direction: 'ascending' };
  return current.direction === 'ascending' ? { key, direction: 'descending' } : null;
}
