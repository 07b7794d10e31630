import { optional, required, type RowOf } from './columns.ts';
import { readMonth } from './read-date.ts';
import { readCount, readSignedPounds } from './read-number.ts';
import { readText, readTextUpTo } from './read-text.ts';

const readCode = readTextUpTo(40);

/** The columns of the ledger lines: our own template, documented from this list alone. */
export const ledgerColumns = {
  journalReference: required('Journal Reference', readTextUpTo(60), {
    meaning: 'Reference of the journal or transaction',
    unit: '1 to 60 characters',
    example: 'EXAMPLE-0000 (delete this row)',
  }),
  line: optional('Line', readCount(999_999), {
    meaning:
      'Number of the line in the journal; empty where a reference has one line. Line and reference together are held once',
    example: '1',
  }),
  period: required('Period', readMonth, {
    meaning: 'Month the line is booked in',
    unit: '2026-10, 10/2026 or October 2026',
    example: 'October 2026',
  }),
  costCentre: required('Cost Centre', readCode, {
    meaning: 'Cost centre, as in the staff file',
    example: '410100',
  }),
  subjectiveCode: required('Subjective Code', readCode, {
    meaning: 'What was bought. Export the codes of bank staff: these lines are held against the bank shifts',
    example: '521105',
  }),
  analysisCode: optional('Analysis Code', readCode, { meaning: 'Funding or analysis code', example: 'R500' }),
  description: required('Description', readText, {
    meaning: 'What the line says',
    example: 'Bank nursing, October',
  }),
  pence: required('Amount', readSignedPounds, {
    meaning: 'Debit; a credit has a minus or stands in brackets',
    unit: 'pounds',
    example: '12405.60',
  }),
} as const;

/** The cells of an accepted row. */
export type LedgerCells = RowOf<typeof ledgerColumns>;

/** One accepted row of the ledger lines. */
export type LedgerRow = Omit<LedgerCells, 'line'> & { readonly line: number };
