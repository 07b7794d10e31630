import { bankColumns } from './bank-columns.ts';
import type { Columns } from './columns.ts';
import { csvOut } from './csv-out.ts';
import { delegationColumns } from './delegation-columns.ts';
import type { ImportKind } from './kind.ts';
import { ledgerColumns } from './ledger-columns.ts';
import { learnerColumns } from './learner-columns.ts';
import { rosterColumns } from './roster-columns.ts';
import { staffColumns } from './staff-columns.ts';
import { studyColumns } from './study-columns.ts';
import { supervisorColumns } from './supervisor-columns.ts';
import { teamColumns } from './team-columns.ts';

/** The columns of each kind of file: the one source of reading, templates and documentation. */
export const columnsByKind: Readonly<Record<ImportKind, Columns>> = {
  staff: staffColumns,
  teams: teamColumns,
  learners: learnerColumns,
  supervisors: supervisorColumns,
  studies: studyColumns,
  delegation: delegationColumns,
  'roster-hours': rosterColumns,
  'bank-shifts': bankColumns,
  ledger: ledgerColumns,
};

/** One column as a page or document shows it. */
export type ColumnDescription = {
  readonly heading: string;
  readonly required: boolean;
  readonly unit: string | null;
  readonly meaning: string;
  readonly example: string;
};

export function describeColumns(kind: ImportKind): readonly ColumnDescription[] {
  return Object.values(columnsByKind[kind]).map(({ heading, required, unit, meaning, example }) => ({
    heading,
    required,
    unit,
    meaning,
    example,
  }));
}

/** A template: every heading, and one example row that an import refuses by name if it is left in. */
export function templateCsv(kind: ImportKind): string {
  const columns = describeColumns(kind);
  return csvOut(
    columns.map((column) => column.heading),
    [columns.map((column) => column.example)],
  );
}

/** The columns of a kind as a Markdown table, for docs/imports.md. */
export function columnTable(kind: ImportKind): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const lines = describeColumns(kind).map(({ heading, required, unit, meaning, example }) =>
    [heading, required ? 'yes' : '', meaning, unit ?? '', example].map(cell).join(' | '),
  );
  return ['Column | Required | Meaning | Unit or form | Example', '--- | --- | --- | --- | ---', ...lines]
    .map((line) => `| ${line} |\n`)
    .join('');
}
