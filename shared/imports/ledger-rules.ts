import { refuseDuplicates } from './duplicates.ts';
import { exampleRow } from './example-row.ts';
import type { KindRules } from './kind.ts';
import { ledgerColumns, type LedgerCells, type LedgerRow } from './ledger-columns.ts';

/** A reference without a line number has one line. */
function lineOf({ line }: Partial<LedgerCells>): number {
  return line ?? 1;
}

/** How ledger lines are checked: each line of a journal once. */
export const ledgerRules: KindRules<typeof ledgerColumns, LedgerRow> = {
  kind: 'ledger',
  columns: ledgerColumns,
  acrossCells: ({ journalReference }) => ({
    refused: exampleRow(ledgerColumns.journalReference, journalReference),
    warned: [],
  }),
  toRow: (cells) => ({ ...cells, line: lineOf(cells) }),
  keyOf: (cells) =>
    cells.journalReference === undefined ? null : `${cells.journalReference} ${lineOf(cells)}`,
  personOf: () => null,
  settle: (records) => records,
  acrossRows: (records) =>
    refuseDuplicates(records, { column: ledgerColumns.journalReference.heading, what: 'line of a journal' }),
};
