import { studyDayRules, type StudyDayRule } from '../learners/learner.ts';
import { learnerStatuses, parseLearnerStatus, statusFacts } from '../learners/status.ts';
import { parseFundingSource } from '../programmes/funding-sources.ts';
import { routeOfName } from '../programmes/awards.ts';
import { routes } from '../programmes/routes.ts';
import { parseStage, stageNames, stages } from '../programmes/stages.ts';
import { courses, parseUniversity, universities } from '../programmes/universities.ts';
import { optional, refuse, required, value, type Reader, type RowOf } from './columns.ts';
import { quoted } from './issues.ts';
import { notInTheFuture, readDate, readMonth } from './read-date.ts';
import { readDays } from './read-lists.ts';
import { readCount, readHours, readPounds } from './read-number.ts';
import { readEmployeeNumber, readOneOf, readText } from './read-text.ts';

/** A reader from one of the model's own parsers, which give `null` for what they do not know. */
function readWith<T>(parse: (text: string) => T | null, choices: string): Reader<T> {
  return (text) => {
    const found = parse(text);
    return found === null
      ? refuse('NOT_IN_LIST', `${quoted(text)} is not one of: ${choices}.`)
      : value(found);
  };
}

const readRule = readOneOf<StudyDayRule>(
  new Map([...studyDayRules.map((rule) => [rule, rule] as const), ['made up', 'made-up'] as const]),
  'lapses, made up',
);

/** A role held before the course, or none. */
export type RoleCell = 'none' | 'coi' | 'pi';

const readRole = readOneOf<RoleCell>(
  new Map<string, RoleCell>([
    ['none', 'none'],
    ['co-investigator', 'coi'],
    ['co-i', 'coi'],
    ['coi', 'coi'],
    ['sub-investigator', 'coi'],
    ['principal investigator', 'pi'],
    ['pi', 'pi'],
  ]),
  'none, Co-Investigator, Principal Investigator',
);

/** A usual source is kept by its id, so that its rules apply; any other text is the trust's own source. */
const readFunding: Reader<string> = (text, context) => {
  const read = readText(text, context);
  return read.ok ? value(parseFundingSource(read.value)?.id ?? read.value, read.notes) : read;
};

const past = readDate(notInTheFuture);
const day = 'DD/MM/YYYY or YYYY-MM-DD';
const universityTexts = universities.map((id) => courses[id].name);
const universityNames = universityTexts.join(', ');
const statusTexts = learnerStatuses.map((status) => statusFacts[status].name);
const statusNames = statusTexts.join(', ');
const stageTexts = stages.map((stage) => stageNames[stage]);

/** The columns of the learner sheet: our own template, documented from this list alone. */
export const learnerColumns = {
  employeeNumber: required('Employee Number', readEmployeeNumber, {
    meaning: 'Employee number, as in the staff file',
    unit: '6 to 10 digits',
    example: '00000000',
  }),
  university: optional('University', readWith(parseUniversity, universityNames), {
    meaning: `University of the framework: ${universityNames}; empty on other routes`,
    example: 'University of Exeter',
    choices: universityTexts,
  }),
  stage: optional('Stage', readWith(parseStage, 'PGCert, PGDip, Masters'), {
    meaning: 'PGCert, PGDip or Masters; empty on other routes',
    example: 'PGCert',
    choices: stageTexts,
  }),
  intakeMonth: required('Intake Month', readMonth, {
    meaning: 'Month the stage starts',
    unit: 'YYYY-MM or September 2027',
    example: '2027-09',
  }),
  weeklyReleaseMinutes: optional('Weekly Release Hours', readHours(60), {
    meaning: 'Working hours released in each teaching week, as agreed',
    unit: 'hours a week',
    example: '7.5',
  }),
  statedReleaseMinutes: optional('Stated Release Hours', readHours(2000), {
    meaning:
      'Or the total the university states for the stage. When both are empty the release is not known, never zero',
    unit: 'hours',
    example: '',
  }),
  releaseDays: optional('Days', readDays, {
    meaning: 'Weekdays of the release with their hours, separated by semicolons',
    unit: 'hours',
    example: 'Tue 7.5',
  }),
  studyDayRule: required('Study Day Rule', readRule, {
    meaning: 'Whether a study day that falls on leave or sickness lapses or is made up',
    example: 'made up',
    choices: ['lapses', 'made up'],
  }),
  supervisor: optional('Supervisor', readText, { meaning: 'Research supervisor', example: '' }),
  fundingSource: optional('Funding Source', readFunding, {
    meaning: 'Who pays: NIHR bursary, Charity, … or the trust’s own name for it',
    example: 'NIHR bursary',
  }),
  feePence: optional('Course Fee (£)', readPounds, {
    meaning: 'Fee of the stage; empty is not known, never nothing',
    unit: '£',
    example: '4000',
  }),
  fundingPence: optional('Funding Awarded (£)', readPounds, {
    meaning: 'Funding towards the fee that reaches the trust',
    unit: '£',
    example: '4000',
  }),
  status: required('Status', readWith(parseLearnerStatus, statusNames), {
    meaning: statusNames,
    example: 'Funded',
    choices: statusTexts,
  }),
  statusDate: required('Status Date', past, { meaning: 'Since when', unit: day, example: '01/06/2026' }),
  startedOn: optional('Started On', readDate(), {
    meaning: 'First day of study; required once enrolled',
    unit: day,
    example: '',
  }),
  interruptedOn: optional('Interrupted On', past, {
    meaning: 'Start of the latest interruption; required while interrupted',
    unit: day,
    example: '',
  }),
  returnsOn: optional('Returns On', readDate(), {
    meaning: 'Return from it, expected or past',
    unit: day,
    example: '',
  }),
  withdrawnOn: optional('Withdrawn On', past, { meaning: 'Required once withdrawn', unit: day, example: '' }),
  qualifiedOn: optional('Qualified On', past, {
    meaning: 'Date of the award; required once qualified',
    unit: day,
    example: '',
  }),
  interruptions: optional('Interruptions', readCount(20), {
    meaning: 'Interruptions of this stage so far, the present one counted; empty means none before',
    example: '0',
  }),
  roleHeld: optional('Role Held', readRole, {
    meaning:
      'Role on a delegation log already held: none, Co-Investigator (sub-investigator), Principal Investigator',
    example: 'none',
    choices: ['none', 'Co-Investigator', 'Principal Investigator'],
  }),
  roleSince: optional('Role Since', past, { meaning: 'Since when the role is held', unit: day, example: '' }),
  route: optional('Route', readWith(routeOfName, routes.join(', ')), {
    meaning: `${routes.join(', ')}; empty means framework`,
    example: 'framework',
    choices: routes,
  }),
} as const;

export type LearnerCells = RowOf<typeof learnerColumns>;
