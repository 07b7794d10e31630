import { csvOut, type CsvCell } from '../../shared/imports/csv-out.ts';
import { staffColumns } from '../../shared/imports/staff-columns.ts';
import type { StaffRow } from './staff-row.ts';

type Key = keyof typeof staffColumns;

/** FTE with at least two and at most five places, as ESR writes it. */
function fte({ hours, fullTimeHours }: StaffRow): string {
  return (hours / fullTimeHours).toFixed(5).replace(/0{1,3}$/, '');
}

function cellsOf(row: StaffRow): Readonly<Record<Key, CsvCell>> {
  return {
    employeeNumber: row.employeeNumber,
    assignmentNumber: row.assignmentNumber,
    lastName: row.lastName,
    firstName: row.firstName,
    staffGroup: row.staffGroup,
    jobRole: row.jobRole,
    payScale: row.payScale,
    gradeStep: row.gradeStep,
    fteE5: fte(row),
    contractedHoursX100: row.hours.toFixed(2),
    orgL4: row.division,
    orgL5: row.service,
    orgL6: row.orgL6,
    orgL7: row.orgL7,
    costCentre: row.costCentre,
    startDate: row.startDate,
    leavingDate: row.leavingDate,
    status: row.status,
    category: row.category,
    registrationBody: row.registrationBody,
    registrationNumber: row.registrationNumber,
    ageBand: row.ageBand,
    fixedTermEnd: row.fixedTermEnd,
    incrementDate: row.incrementDate,
  };
}

/** The staff file as its import reads it: all columns of the contract, a line for each assignment. */
export function writeStaffCsv(staff: readonly StaffRow[]): string {
  const keys = Object.keys(staffColumns) as Key[];
  const rows = staff.map((row) => {
    const cells = cellsOf(row);
    return keys.map((key) => cells[key]);
  });
  return csvOut(
    keys.map((key) => staffColumns[key].heading),
    rows,
  );
}
