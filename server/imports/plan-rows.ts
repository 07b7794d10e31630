import { isDeepStrictEqual } from 'node:util';
import type { RowOutcome } from '../../shared/imports/batch.ts';
import type { JsonValue } from '../db/json.ts';
import type { StagedIssue, StagedRow } from './staged-rows.ts';

/** A row with what applying it would do, and what it would change. */
export type PlannedRow = {
  readonly position: number;
  readonly line: number | null;
  readonly outcome: RowOutcome;
  readonly entity_key: string | null;
  readonly after: JsonValue;
  readonly before: JsonValue;
  readonly issues: readonly StagedIssue[] | null;
};

/** What is held now, by the same key as the rows of the file. */
export type Held = ReadonlyMap<string, JsonValue>;

function planned(row: StagedRow, held: Held): PlannedRow {
  const after = row.after as unknown as JsonValue;
  const before = row.entity_key === null ? undefined : held.get(row.entity_key);
  const { position, line, entity_key, issues } = row;
  const base = { position, line, entity_key, issues, outcome: row.outcome, after, before: null };
  if (row.outcome === 'rejected') return base;
  if (before === undefined) return { ...base, outcome: 'new' };
  return isDeepStrictEqual(before, after)
    ? { ...base, outcome: 'unchanged' }
    : { ...base, outcome: 'changed', before };
}

/** The employee number a learner's key begins with: all that is known of a refused row whose stage cannot be read. */
function personOf(key: string): string {
  return /^[0-9]{6,10}(?= )/.exec(key)?.[0] ?? key;
}

/** What the file does not name, after its last record; a refused row still names its own. */
function leavers(rows: readonly StagedRow[], held: Held): PlannedRow[] {
  const named = new Set(rows.map((row) => row.entity_key));
  const isNamed = (key: string): boolean => named.has(key) || named.has(personOf(key));
  const first = rows.reduce((most, row) => Math.max(most, row.position), 0) + 1;
  return [...held]
    .filter(([key]) => !isNamed(key))
    .map(([key, row], index) => ({
      position: first + index,
      line: null,
      outcome: 'leaver',
      entity_key: key,
      after: null,
      before: row,
      issues: null,
    }));
}

/** Compares a team or learner sheet with what is held: small enough to be done here and not in SQL. */
export function planRows(rows: readonly StagedRow[], held: Held, withLeavers: boolean): PlannedRow[] {
  return [...rows.map((row) => planned(row, held)), ...(withLeavers ? leavers(rows, held) : [])];
}

/** Refuses rows that the file itself could not know to be wrong. */
export function refuseRows(
  rows: readonly StagedRow[],
  wrong: (row: StagedRow) => Omit<StagedIssue, 'record' | 'line' | 'refuses'> | null,
): StagedRow[] {
  return rows.map((row) => {
    const found = row.outcome === 'rejected' ? null : wrong(row);
    if (found === null) return row;
    const issue: StagedIssue = { ...found, record: row.position, line: row.line, refuses: true };
    return {
      ...row,
      after: { texts: row.texts ?? {} },
      outcome: 'rejected',
      issues: [issue, ...(row.issues ?? [])],
    };
  });
}
