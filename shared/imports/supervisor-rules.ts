import { faultsOfSupervisor } from '../learners/supervisor.ts';
import { refuseDuplicates } from './duplicates.ts';
import { exampleRow } from './example-row.ts';
import type { Findings, KindRules } from './kind.ts';
import { isWhole } from './read-row.ts';
import { supervisorColumns, type SupervisorRow } from './supervisor-columns.ts';

function acrossCells(cells: Partial<SupervisorRow>): Findings {
  const faults = isWhole(supervisorColumns, cells) ? faultsOfSupervisor(cells) : [];
  const refused = faults.map((message) => ({ column: null, code: 'CELLS_DISAGREE' as const, message }));
  return { refused: [...refused, ...exampleRow(supervisorColumns.name, cells.name)], warned: [] };
}

/** How a supervisor list is checked: each supervisor once, by the rules of the register. */
export const supervisorRules: KindRules<typeof supervisorColumns, SupervisorRow> = {
  kind: 'supervisors',
  columns: supervisorColumns,
  acrossCells,
  toRow: (cells) => cells,
  keyOf: (cells) => cells.name ?? null,
  personOf: () => null,
  settle: (records) => records,
  acrossRows: (records) =>
    refuseDuplicates(records, { column: supervisorColumns.name.heading, what: 'supervisor' }),
};
