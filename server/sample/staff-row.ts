import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { StaffGroup } from '../../shared/staff/staff.ts';

/** One line of the staff file: an assignment with the person who holds it. Hours a week. */
export type StaffRow = {
  readonly employeeNumber: string;
  readonly assignmentNumber: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly ageBand: string;
  readonly staffGroup: StaffGroup;
  readonly jobRole: string;
  readonly payScale: string;
  readonly gradeStep: number | null;
  readonly hours: number;
  readonly fullTimeHours: number;
  readonly division: string;
  readonly service: string;
  readonly orgL6: string;
  readonly orgL7: string | null;
  readonly costCentre: string;
  readonly status: string;
  readonly category: string;
  readonly registrationBody: string | null;
  readonly registrationNumber: string | null;
  readonly startDate: PlainDate;
  readonly leavingDate: PlainDate | null;
  readonly fixedTermEnd: PlainDate | null;
  readonly incrementDate: PlainDate | null;
  /** The team the assignment belongs to; not in the file, where the organisation says so. */
  readonly team: string;
};
