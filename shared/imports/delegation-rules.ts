import { delegationRoleNames } from '../research/delegation.ts';
import { overlap } from '../research/check-entry.ts';
import { delegationColumns, type DelegationRow } from './delegation-columns.ts';
import { groupByKey, lineList, mergeFindings, refuseDuplicates } from './duplicates.ts';
import { exampleRow } from './example-row.ts';
import type { CheckedRecord, Findings, KindRules } from './kind.ts';
import type { PlacedNote } from './read-row.ts';

type Cells = Partial<DelegationRow>;

function acrossCells({ studyReference, startedOn, endedOn }: Cells): Findings {
  const refused: PlacedNote[] = exampleRow(delegationColumns.studyReference, studyReference);
  if (startedOn !== undefined && endedOn && endedOn < startedOn) {
    const message = 'The role ends before it starts. Correct one of the two.';
    refused.push({ column: delegationColumns.endedOn.heading, code: 'ENDS_BEFORE_START', message });
  }
  return { refused, warned: [] };
}

/** An entry is one person in one role on one study from one day. */
function keyOf({ studyReference, employeeNumber, role, startedOn }: Cells): string | null {
  const parts = [studyReference, employeeNumber, role, startedOn];
  return parts.includes(undefined) ? null : parts.join('|');
}

/** The same person in the same role on the same study twice at a time: nobody here knows which days are right. */
function refuseOverlaps(records: readonly CheckedRecord<DelegationRow>[]): Map<number, Findings> {
  const found = new Map<number, Findings>();
  const roleOf = ({ row }: CheckedRecord<DelegationRow>): string | null =>
    row === null ? null : [row.studyReference, row.employeeNumber, row.role].join('|');
  for (const group of groupByKey(records, roleOf).values()) {
    for (const record of group) {
      const others = group.filter(
        (other) =>
          other.key !== record.key &&
          other.row !== null &&
          record.row !== null &&
          overlap(other.row, record.row),
      );
      if (others.length === 0 || record.row === null) continue;
      const name = delegationRoleNames[record.row.role];
      const message = `This person is ${name} of this study on some of these days on line ${lineList(others)} too. Correct the days.`;
      const column = delegationColumns.startedOn.heading;
      found.set(record.record, { refused: [{ column, code: 'ENTRY_OVERLAPS', message }], warned: [] });
    }
  }
  return found;
}

/** How a delegation log is checked. Whether study and person are known is asked of the database, in the preview. */
export const delegationRules: KindRules<typeof delegationColumns, DelegationRow> = {
  kind: 'delegation',
  columns: delegationColumns,
  acrossCells,
  toRow: (cells) => cells,
  keyOf,
  personOf: (cells) => cells.employeeNumber ?? null,
  settle: (records) => records,
  acrossRows: (records) =>
    mergeFindings(
      refuseDuplicates(records, { column: delegationColumns.studyReference.heading, what: 'entry' }),
      refuseOverlaps(records),
    ),
};
