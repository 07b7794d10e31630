import { bankColumns, type BankShiftRow } from './bank-columns.ts';
import { refuseDuplicates } from './duplicates.ts';
import { exampleRow } from './example-row.ts';
import type { Findings, KindRules } from './kind.ts';

function acrossCells({ reference, minutes, askedMinutes }: Partial<BankShiftRow>): Findings {
  const refused = [...exampleRow(bankColumns.reference, reference)];
  if (minutes !== undefined && (askedMinutes ?? minutes) < minutes) {
    const message =
      'More hours were worked than were asked for. Correct one of the two, or leave Hours Asked empty.';
    refused.push({ column: bankColumns.askedMinutes.heading, code: 'CELLS_DISAGREE', message });
  }
  return { refused, warned: [] };
}

/** How bank shifts are checked: each booking once. */
export const bankRules: KindRules<typeof bankColumns, BankShiftRow> = {
  kind: 'bank-shifts',
  columns: bankColumns,
  acrossCells,
  toRow: (cells) => cells,
  keyOf: (cells) => cells.reference ?? null,
  personOf: () => null,
  settle: (records) => records,
  acrossRows: (records) =>
    refuseDuplicates(records, { column: bankColumns.reference.heading, what: 'booking' }),
};
