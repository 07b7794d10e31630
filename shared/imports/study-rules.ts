import { faultsOfStudy } from '../research/check-study.ts';
import { refuseDuplicates } from './duplicates.ts';
import { exampleRow } from './example-row.ts';
import type { Findings, KindRules } from './kind.ts';
import { studyColumns, type StudyRow } from './study-columns.ts';

type Cells = Partial<StudyRow>;

/** A cell that could not be read says nothing: its row is refused for it already. */
function acrossCells(cells: Cells): Findings {
  const { status, plannedOpen, openedOn, plannedClose, closedOn } = cells;
  const faults =
    status === undefined || plannedClose === undefined || closedOn === undefined
      ? []
      : faultsOfStudy({ status, plannedOpen, openedOn, plannedClose, closedOn });
  const refused = faults.map((message) => ({ column: null, code: 'CELLS_DISAGREE' as const, message }));
  return { refused: [...refused, ...exampleRow(studyColumns.reference, cells.reference)], warned: [] };
}

/** How a study list is checked: each study once, by the rules of the register. */
export const studyRules: KindRules<typeof studyColumns, StudyRow> = {
  kind: 'studies',
  columns: studyColumns,
  acrossCells,
  toRow: (cells) => cells,
  keyOf: (cells) => cells.reference ?? null,
  personOf: () => null,
  settle: (records) => records,
  acrossRows: (records) =>
    refuseDuplicates(records, { column: studyColumns.reference.heading, what: 'study' }),
};
