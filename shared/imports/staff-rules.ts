import { groupByKey, lineList, mergeFindings, refuseDuplicates } from './duplicates.ts';
import type { CheckedRecord, Findings, KindRules, TextOf } from './kind.ts';
import type { PlacedNote } from './read-row.ts';
import { isBlank } from './read-text.ts';
import { staffColumns, type StaffRow } from './staff-columns.ts';

/** |FTE − hours ÷ 37.5| > 0.02, in whole numbers: FTE in 1/100,000, hours in 1/100. */
function fteDisagrees(fteE5: number, hoursX100: number): boolean {
  return Math.abs(fteE5 * 3750 - hoursX100 * 100_000) > 2_000 * 3750;
}

function acrossCells(cells: Partial<StaffRow>): Findings {
  const refused: PlacedNote[] = [];
  const warned: PlacedNote[] = [];
  if (cells.startDate !== undefined && cells.leavingDate && cells.leavingDate < cells.startDate) {
    const message = 'The leaving date is before the start date. Correct one of the two.';
    refused.push({ column: 'Leaving Date', code: 'LEAVES_BEFORE_START', message });
  }
  const { fteE5, contractedHoursX100 } = cells;
  if (fteE5 !== undefined && contractedHoursX100 !== undefined && fteDisagrees(fteE5, contractedHoursX100)) {
    const message =
      'FTE and contracted hours ÷ 37.5 differ by more than 0.02. Both are kept; check which is right.';
    warned.push({ column: 'FTE', code: 'FTE_HOURS_DISAGREE', message });
  }
  if (cells.employeeNumber === staffColumns.employeeNumber.example) {
    refused.push({
      column: null,
      code: 'EXAMPLE_ROW',
      message: 'This is the example row of the template. Delete it.',
    });
  }
  return { refused, warned };
}

/** The name of a record as it would be stored, also where the row is refused for something else. */
function nameOf(record: CheckedRecord<StaffRow>, textOf: TextOf): string | null {
  const parts = [textOf(record, 'lastName'), textOf(record, 'firstName')];
  return parts.some(isBlank) ? null : parts.map((part) => part.normalize('NFC').trim()).join('\n');
}

/** One employee number with two names: every row that shares it is refused, since nobody here knows who is meant. */
function refuseTwoNames(records: readonly CheckedRecord<StaffRow>[], textOf: TextOf): Map<number, Findings> {
  const found = new Map<number, Findings>();
  const named = records.map((record) => ({ ...record, name: nameOf(record, textOf) }));
  const groups = groupByKey(
    named.filter(({ name }) => name !== null),
    ({ person }) => person,
  );
  for (const group of groups.values()) {
    if (new Set(group.map(({ name }) => name)).size === 1) continue;
    const lines = lineList(group);
    const message = `This employee number stands on lines ${lines} with different names. Correct the number or the name.`;
    for (const { record } of group) {
      found.set(record, { refused: [{ column: 'Employee Number', code: 'TWO_NAMES', message }], warned: [] });
    }
  }
  return found;
}

const personKeys = ['ageBand', 'registrationBody', 'registrationNumber'] as const;

/**
 * What belongs to the person is held once, so rows of one person carry the same: that of their lowest assignment
 * number. Otherwise a file would differ from itself when it is imported again.
 */
function settlePeople(records: readonly CheckedRecord<StaffRow>[]): readonly CheckedRecord<StaffRow>[] {
  const leading = new Map<string, StaffRow>();
  for (const { row } of records) {
    const before = row === null ? undefined : leading.get(row.employeeNumber);
    if (row !== null && (before === undefined || row.assignmentNumber < before.assignmentNumber)) {
      leading.set(row.employeeNumber, row);
    }
  }
  return records.map((record) => {
    const from = record.row === null ? undefined : leading.get(record.row.employeeNumber);
    if (record.row === null || from === undefined || from === record.row) return record;
    const own = Object.fromEntries(personKeys.map((key) => [key, from[key]]));
    return { ...record, row: { ...record.row, ...own } };
  });
}

/** How a staff file is checked. */
export const staffRules: KindRules<typeof staffColumns, StaffRow> = {
  kind: 'staff',
  columns: staffColumns,
  acrossCells,
  toRow: (cells) => cells,
  keyOf: (cells) => cells.assignmentNumber ?? null,
  personOf: (cells) => cells.employeeNumber ?? null,
  settle: settlePeople,
  acrossRows: (records, textOf) =>
    mergeFindings(
      refuseDuplicates(records, { column: 'Assignment Number', what: 'assignment' }),
      refuseTwoNames(records, textOf),
    ),
};
