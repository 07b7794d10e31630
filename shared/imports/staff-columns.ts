import { addMonths, type PlainDate } from '../calendar/plain-date.ts';
import { meaningOfCategory, meaningOfStatus } from '../staff/assignment-status.ts';
import { foldPayScale, payScaleCodes } from '../staff/pay-scale.ts';
import { parseStaffGroup, staffGroups, type StaffGroup } from '../staff/staff.ts';
import { optional, refuse, required, value, type Reader, type RowOf } from './columns.ts';
import { quoted } from './issues.ts';
import { fromEarliestToAYearAhead, readDate } from './read-date.ts';
import { readContractedHours, readFte } from './read-number.ts';
import { isExcelError, readAssignmentNumber, readEmployeeNumber, readName, readText } from './read-text.ts';

const readGroup: Reader<StaffGroup> = (text) => {
  const group = parseStaffGroup(text);
  return group === null
    ? refuse(
        'UNKNOWN_STAFF_GROUP',
        `${quoted(text)} is not an ESR staff group. Use one of: ${staffGroups.join('; ')}.`,
      )
    : value(group);
};

const readPayScale: Reader<string> = (text, context) => {
  const read = readText(text, context);
  if (!read.ok) return read;
  const { code, known } = foldPayScale(read.value);
  const message = `No pay is known for ${quoted(code)}. The person is kept; a cost that needs this pay scale will say so.`;
  return value(code, known ? read.notes : [...read.notes, { code: 'PAY_NOT_KNOWN', message }]);
};

/** A step that says nothing is costed at the top step, so an Excel error here is as good as an empty cell. */
const readGradeStep: Reader<string | null> = (text, context) =>
  isExcelError(text) ? value(null) : readText(text, context);

const readStatus: Reader<string> = (text, context) => {
  const read = readText(text, context);
  if (!read.ok || meaningOfStatus(read.value) !== 'not-known') return read;
  const message = `${quoted(read.value)} is not a status of ESR. The person is kept and not counted as at work.`;
  return value(read.value, [...read.notes, { code: 'STATUS_NOT_KNOWN', message }]);
};

const readCategory: Reader<string> = (text, context) => {
  const read = readText(text, context);
  if (!read.ok || meaningOfCategory(read.value) !== 'not-known') return read;
  const message = `${quoted(read.value)} is not a category of ESR. The person is kept and not counted as at work.`;
  return value(read.value, [...read.notes, { code: 'CATEGORY_NOT_KNOWN', message }]);
};

/** As the Data Dictionary writes them; `assignment-status.ts` says what each means. */
const statusTexts = [
  'Active Assignment',
  'Acting Up',
  'Internal Secondment',
  'Career Break',
  'Inactive Not Worked',
  'Maternity & Adoption',
  'Out on External Secondment - Paid',
  'Out on External Secondment - Unpaid',
  'Suspend No Pay',
  'Suspend With Pay',
  'Vacancy',
];

const categoryTexts = [
  'Permanent',
  'Fixed Term Temp',
  'Locum',
  'Apprentice',
  'Bank',
  'Honorary',
  'Non-Exec Director/Chair',
  'Widow/Widower',
  'Vacancy',
];

/** The longest anybody stays on a step is 6 years: what lies further ahead is a slip. */
const readIncrement = readDate((date, { today }) =>
  date > addMonths(today, 84) ? 'The increment date is more than 7 years ahead. Check the year.' : null,
);

const readNextIncrement: Reader<PlainDate> = (text, context) => {
  const read = readIncrement(text, context);
  if (!read.ok || read.value > context.today) return read;
  const message =
    'The increment date has passed. The person is kept at the step of this file; give the day of the next step.';
  return value(read.value, [...read.notes, { code: 'INCREMENT_PASSED', message }]);
};

const readStart = readDate(fromEarliestToAYearAhead);

/** The columns of the staff file: those of the import contract, required ones first. */
export const staffColumns = {
  employeeNumber: required('Employee Number', readEmployeeNumber, {
    meaning: 'ESR employee number, as text',
    unit: '6 to 10 digits',
    example: '00000000',
  }),
  assignmentNumber: required('Assignment Number', readAssignmentNumber, {
    meaning: 'ESR assignment number: one row for each post a person holds',
    unit: '6 to 10 digits, optionally -1 to -999',
    example: '00000000-1',
  }),
  lastName: required('Last Name', readName, {
    meaning: 'Family name',
    unit: '1 to 100 characters',
    example: 'Example (delete this row)',
  }),
  firstName: required('First Name', readName, {
    meaning: 'Given name',
    unit: '1 to 100 characters',
    example: 'Alex',
  }),
  staffGroup: required('Staff Group', readGroup, {
    meaning: 'One of the nine ESR staff groups',
    example: 'Nursing and Midwifery Registered',
    choices: staffGroups,
  }),
  jobRole: required('Job Role', readText, {
    meaning: 'Job role',
    unit: '1 to 200 characters',
    example: 'Staff Nurse',
  }),
  payScale: required('Pay Scale', readPayScale, {
    meaning: 'Pay scale code: XR01 to XR12, or a medical code; NHS| may stand before it',
    example: 'XR05',
    choices: payScaleCodes,
  }),
  gradeStep: optional('Grade Step', readGradeStep, {
    meaning: 'Step within the pay scale; costed at the top step when empty',
    example: '2',
  }),
  fteE5: required('FTE', readFte, {
    meaning: 'Full-time equivalent of this post',
    unit: '0 to 1.50',
    example: '0.80',
  }),
  contractedHoursX100: required('Contracted Hours', readContractedHours, {
    meaning: 'Contracted hours of one week',
    unit: 'hours a week, 0 to 60',
    example: '30.00',
  }),
  orgL4: required('Org L4', readText, {
    meaning: 'Organisation, level 4',
    unit: '1 to 200 characters',
    example: '100 Surgery',
  }),
  orgL5: optional('Org L5', readText, { meaning: 'Organisation, level 5', example: '100 Surgical Wards' }),
  orgL6: optional('Org L6', readText, { meaning: 'Organisation, level 6', example: '100 Ward 7' }),
  orgL7: optional('Org L7', readText, { meaning: 'Organisation, level 7', example: '' }),
  costCentre: required('Cost Centre', readText, {
    meaning: 'Cost centre the post is paid from',
    unit: '1 to 200 characters',
    example: '70010',
  }),
  startDate: required('Start Date', readStart, {
    meaning: 'First day in this post',
    unit: 'DD/MM/YYYY or YYYY-MM-DD',
    example: '01/09/2020',
  }),
  leavingDate: optional('Leaving Date', readDate(), {
    meaning: 'Last day in this post',
    unit: 'DD/MM/YYYY or YYYY-MM-DD',
    example: '',
  }),
  status: optional('Assignment Status', readStatus, {
    meaning: 'ESR assignment status; empty means active',
    example: 'Active Assignment',
    choices: statusTexts,
  }),
  category: optional('Assignment Category', readCategory, {
    meaning: 'ESR assignment category; empty means permanent',
    example: 'Permanent',
    choices: categoryTexts,
  }),
  registrationBody: optional('Registration Body', readText, {
    meaning: 'Professional register',
    example: 'Nursing and Midwifery Council',
  }),
  registrationNumber: optional('Registration Number', readText, {
    meaning: 'Number on that register',
    example: '',
  }),
  ageBand: optional('Age Band', readText, { meaning: 'Age band, for retirement by month', example: '36-40' }),
  fixedTermEnd: optional('Fixed Term End', readDate(), {
    meaning: 'Last day of a fixed-term post',
    unit: 'DD/MM/YYYY or YYYY-MM-DD',
    example: '',
  }),
  incrementDate: optional('Increment Date', readNextIncrement, {
    meaning: 'Day of the next step up; where it is empty or has passed, the step of the file is held',
    unit: 'DD/MM/YYYY or YYYY-MM-DD, at most 7 years ahead',
    example: '01/09/2027',
  }),
} as const;

/** One accepted row of a staff file. */
export type StaffRow = RowOf<typeof staffColumns>;
