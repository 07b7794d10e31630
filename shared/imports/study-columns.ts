import {
  studyStatuses,
  studyStatusNames,
  studyTypeNames,
  studyTypes,
  type StudyStatus,
  type StudyType,
} from '../research/study.ts';
import { optional, required, value, type Reader, type RowOf } from './columns.ts';
import { readDate } from './read-date.ts';
import { foldName, readOneOf, readTextUpTo, readYesNo } from './read-text.ts';

const readStatus = readOneOf<StudyStatus>(
  new Map<string, StudyStatus>([
    ...studyStatuses.flatMap((status) =>
      [status, foldName(studyStatusNames[status])].map((text) => [text, status] as const),
    ),
    ['set-up', 'in-set-up'],
    ['set up', 'in-set-up'],
    ['open to recruitment', 'open'],
    ['open, in follow-up', 'open'],
  ]),
  Object.values(studyStatusNames).join(', '),
);

const readType = readOneOf<StudyType>(
  new Map(
    studyTypes.flatMap((type) => [type, foldName(studyTypeNames[type])].map((text) => [text, type] as const)),
  ),
  Object.values(studyTypeNames).join(', '),
);

const readCommercial = readOneOf<boolean>(
  new Map([
    ['yes', true],
    ['y', true],
    ['commercial', true],
    ['no', false],
    ['n', false],
    ['non-commercial', false],
  ]),
  'yes, no, commercial, non-commercial',
);

/** An identifier: text of at most 50 characters, as the other systems have it. */
const readId = readTextUpTo(50);

/** A reference is compared letter by letter, so runs of spaces in it are one space. */
export const readReference: Reader<string> = (text, context) => {
  const read = readTextUpTo(100)(text, context);
  return read.ok ? value(read.value.replace(/\s+/g, ' '), read.notes) : read;
};

const day = 'DD/MM/YYYY or YYYY-MM-DD';

/** The columns of the study list: our own template, documented from this list alone. */
export const studyColumns = {
  reference: required('Study Reference', readReference, {
    meaning: 'The trust’s own reference; one study has one',
    unit: '1 to 100 characters',
    example: 'EXAMPLE-0000 (delete this row)',
  }),
  title: required('Title', readTextUpTo(300), {
    meaning: 'Short title',
    unit: '1 to 300 characters',
    example: 'Example trial of early mobilisation',
  }),
  status: required('Status', readStatus, {
    meaning: `Where it stands at this site: ${Object.values(studyStatusNames).join(', ')}`,
    example: 'Open',
    choices: Object.values(studyStatusNames),
  }),
  studyType: optional('Study Type', readType, {
    meaning: `Who may be PI goes by it: ${Object.values(studyTypeNames).join(', ')}`,
    example: 'Other interventional study',
    choices: Object.values(studyTypeNames),
  }),
  specialty: optional('Specialty', readTextUpTo(100), {
    meaning: 'Specialty, as the research network lists it',
    example: 'Surgery',
  }),
  commercial: optional('Commercial', readCommercial, {
    meaning: 'yes or no',
    example: 'no',
    choices: ['yes', 'no'],
  }),
  plannedOpen: optional('Planned Opening', readDate(), {
    meaning: 'Planned opening at this site',
    unit: day,
    example: '',
  }),
  openedOn: optional('Opened On', readDate(), {
    meaning: 'Day it opened at this site; empty while in set-up',
    unit: day,
    example: '01/02/2026',
  }),
  plannedClose: optional('Planned Close', readDate(), {
    meaning: 'Planned close at this site',
    unit: day,
    example: '31/03/2028',
  }),
  closedOn: optional('Closed On', readDate(), {
    meaning: 'Day it closed at this site; required once closed, empty before',
    unit: day,
    example: '',
  }),
  cpmsId: optional('CPMS ID', readId, { meaning: 'Number in the network’s portfolio', example: '' }),
  irasId: optional('IRAS ID', readId, { meaning: 'Number of the application', example: '' }),
  edgeId: optional('EDGE ID', readId, { meaning: 'Number in the local portfolio system', example: '' }),
  sites: optional('Sites', readTextUpTo(300), { meaning: 'Where in the trust it runs', example: '' }),
  delegationLogHeld: optional('Delegation Log Held', readYesNo, {
    meaning:
      'yes or no: whether the trust holds its delegation log. Empty leaves it as it is; a new study then has none',
    example: 'yes',
    choices: ['yes', 'no'],
  }),
} as const;

/** One accepted row of a study list. `delegationLogHeld` null says nothing of it. */
export type StudyRow = RowOf<typeof studyColumns>;
