import { letterNames, letters, type Letter, type SupervisorKind } from '../learners/supervisor.ts';
import { optional, required, type RowOf } from './columns.ts';
import { readDate } from './read-date.ts';
import { readCount } from './read-number.ts';
import { foldName, readName, readOneOf, readText } from './read-text.ts';

const readKind = readOneOf<SupervisorKind>(
  new Map<string, SupervisorKind>([
    ['internal', 'internal'],
    ['employed by the trust', 'internal'],
    ['external', 'external'],
    ['from outside the trust', 'external'],
  ]),
  'internal, external',
);

const readLetter = readOneOf<Letter>(
  new Map(letters.flatMap((letter) => [letter, foldName(letterNames[letter])].map((text) => [text, letter]))),
  letters.map((letter) => letterNames[letter]).join(', '),
);

const day = 'DD/MM/YYYY or YYYY-MM-DD';

/** The columns of the supervisor list: our own template, documented from this list alone. */
export const supervisorColumns = {
  name: required('Supervisor', readName, {
    meaning: 'Name, as learners’ supervisors are named in the learner sheet; a list names each once',
    unit: '1 to 100 characters',
    example: 'Example supervisor (delete this row)',
  }),
  kind: required('Internal or External', readKind, {
    meaning: 'internal (employed by the trust) or external',
    example: 'external',
    choices: ['internal', 'external'],
  }),
  employer: optional('Employer', readText, {
    meaning: 'Employer of an external supervisor; required for one',
    example: 'University of Exeter',
  }),
  letter: optional('Letter', readLetter, {
    meaning: 'What lets an external supervisor work here: Honorary contract or Letter of access',
    example: 'Letter of access',
    choices: letters.map((letter) => letterNames[letter]),
  }),
  letterExpires: optional('Letter Expires', readDate(), {
    meaning: 'Day on which that letter expires',
    unit: day,
    example: '31/08/2027',
  }),
  slots: required('Slots', readCount(50), {
    meaning: 'Learners they can supervise at one time',
    unit: '0 to 50',
    example: '3',
  }),
  activeFrom: required('Active From', readDate(), {
    meaning: 'First day on which they supervise for this trust',
    unit: day,
    example: '01/09/2024',
  }),
  activeTo: optional('Active To', readDate(), { meaning: 'Last such day', unit: day, example: '' }),
} as const;

/** One accepted row of a supervisor list. */
export type SupervisorRow = RowOf<typeof supervisorColumns>;
