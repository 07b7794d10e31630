import type { Journal, JournalLine } from '../../shared/budget/journal.ts';
import type { Month } from '../../shared/calendar/month.ts';
import type { CsvCell } from '../../shared/imports/csv-out.ts';
import { accountNames, journalNames } from './budget-words.ts';

/** One side of a journal as a row. */
export type JournalRow = { readonly key: string; readonly journal: Journal; readonly line: JournalLine };

export function journalRows(journals: readonly Journal[]): readonly JournalRow[] {
  return journals.flatMap((journal, index) =>
    journal.lines.map((line, side) => ({ key: `${index} ${side}`, journal, line })),
  );
}

export type TextTable = {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
};

/** Journals as a file for the ledger: one line a side, numbered by journal. */
export function journalText(journals: readonly Journal[], month: Month): TextTable {
  return {
    headings: [
      'Month',
      'Journal',
      'What',
      'Code',
      'Account',
      'Project',
      'Analysis',
      'Source',
      'Debit (£)',
      'Credit (£)',
    ],
    rows: journals.flatMap((journal, index) =>
      journal.lines.map((line) => [
        month,
        index + 1,
        `${journal.isReversal ? 'Books back: ' : ''}${journalNames[journal.kind]}`,
        line.code,
        accountNames[line.account],
        line.project,
        line.analysis,
        journal.source,
        line.debit / 100,
        line.credit / 100,
      ]),
    ),
  };
}
