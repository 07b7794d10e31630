import type { CheckedRecord, Findings } from './kind.ts';
import type { PlacedNote } from './read-row.ts';

/** Records by a key, those without one left out. */
export function groupByKey<R>(records: readonly R[], keyOf: (record: R) => string | null): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const record of records) {
    const key = keyOf(record);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return groups;
}

/** The content of a record, for telling a copy from a contradiction. Refused rows are compared as they stood. */
function contentOf(record: CheckedRecord<unknown>): string {
  return JSON.stringify(record.row ?? record.cells);
}

const mostLines = 8;

/** The lines of several records, for a message: a few by number, the rest counted. */
export function lineList(records: readonly { readonly line: number }[]): string {
  const lines = records.slice(0, mostLines).map(({ line }) => line);
  const more = records.length - lines.length;
  return more > 0 ? `${lines.join(', ')} and ${more} more` : lines.join(', ');
}

function refuseWith(note: PlacedNote): Findings {
  return { refused: [note], warned: [] };
}

/** How rows that must be unique are named in messages: `column` is their key, `what` the plain words. */
export type Uniqueness = { readonly column: string; readonly what: string };

/**
 * The same key twice: identical rows keep the first and refuse the rest; rows that differ are all refused, since
 * nobody here can know which is right. A row whose cells cannot be told apart contradicts nobody.
 */
export function refuseDuplicates(
  records: readonly CheckedRecord<unknown>[],
  { column, what }: Uniqueness,
): Map<number, Findings> {
  const found = new Map<number, Findings>();
  const legible = records.filter((record) => record.cells.length > 0);
  for (const group of groupByKey(legible, (record) => record.key).values()) {
    const first = group[0];
    if (first === undefined || group.length === 1) continue;
    const lines = lineList(group);
    if (group.every((record) => contentOf(record) === contentOf(first))) {
      const message = `The same ${what} as on line ${first.line}, with the same content. It is counted once; remove this copy.`;
      for (const { record } of group.slice(1))
        found.set(record, refuseWith({ column, code: 'DUPLICATE_IN_FILE', message }));
    } else {
      const message = `The same ${what} stands on lines ${lines} with different content. Keep the right one.`;
      for (const { record } of group)
        found.set(record, refuseWith({ column, code: 'DUPLICATE_IN_FILE', message }));
    }
  }
  return found;
}

/** The findings of several checks together. */
export function mergeFindings(...all: readonly ReadonlyMap<number, Findings>[]): Map<number, Findings> {
  const merged = new Map<number, Findings>();
  for (const found of all) {
    for (const [record, { refused, warned }] of found) {
      const before = merged.get(record) ?? { refused: [], warned: [] };
      merged.set(record, { refused: [...before.refused, ...refused], warned: [...before.warned, ...warned] });
    }
  }
  return merged;
}
