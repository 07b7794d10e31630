import { teamTypes, type TeamType } from '../teams/team.ts';
import { optional, required, type Column, type RowOf } from './columns.ts';
import { readDate } from './read-date.ts';
import { readCodes, readYearRates } from './read-lists.ts';
import { readHours, readPercent } from './read-number.ts';
import { readName, readOneOf, readText, readYesNo } from './read-text.ts';

const typeNames: Readonly<Record<TeamType, string>> = {
  'rostered-round-the-clock': 'rostered round the clock',
  'clinic-or-list': 'clinic or list',
  'not-rostered': 'not rostered',
};

const readType = readOneOf<TeamType>(
  new Map(teamTypes.flatMap((type) => [[type, type] as const, [typeNames[type], type] as const])),
  Object.values(typeNames).join(', '),
);

const bands = ['2', '3', '4', '5', '6', '7', '8a', '8b', '8c', '8d', '9'];

const readBand = readOneOf(
  new Map(bands.flatMap((band) => [[band, band] as const, [`band ${band}`, band] as const])),
  bands.join(', '),
);

const readWeekHours = readHours(100_000);

function weekday(name: string, example: string): Column<number, false> {
  const meaning = `Planned minimum registered hours on ${name}; give all seven days or none`;
  return optional(`${name} Minimum Hours`, readWeekHours, { meaning, unit: 'hours', example });
}

function month(name: string, example: string): Column<number, false> {
  const meaning = `Share of contracted time unavailable in ${name}; give all twelve months or none`;
  return optional(`Unavailability ${name} %`, readPercent(100), { meaning, unit: '%', example });
}

/** The columns of the team sheet: our own template, documented from this list alone. */
export const teamColumns = {
  name: required('Team', readName, {
    meaning: 'Name of the team; a sheet names a team once',
    unit: '1 to 100 characters',
    example: 'Example ward (delete this row)',
  }),
  division: optional('Division', readText, { meaning: 'Division the team belongs to', example: 'Medicine' }),
  type: required('Type', readType, {
    meaning: `How the team works: ${Object.values(typeNames).join(', ')}`,
    example: 'rostered round the clock',
    choices: Object.values(typeNames),
  }),
  orgCodes: optional('Org Codes', readCodes, {
    meaning:
      'Names of organisations (Org L4 to L7 of the staff file) whose staff are this team, separated by semicolons',
    example: '200 Ward 12; 200 Ward 12 Escalation',
  }),
  costCentres: optional('Cost Centres', readCodes, {
    meaning: 'Cost centres whose staff are this team, separated by semicolons',
    example: '70123',
  }),
  rosterUnits: optional('Roster Units', readCodes, {
    meaning: 'Units of the e-roster that are this team, separated by semicolons',
    example: 'WARD12',
  }),
  plannedMinimumMinutes: optional('Planned Minimum Hours a Week', readWeekHours, {
    meaning: 'Registered hours a week the team plans never to go below',
    unit: 'hours a week',
    example: '1195',
  }),
  monday: weekday('Monday', ''),
  tuesday: weekday('Tuesday', ''),
  wednesday: weekday('Wednesday', ''),
  thursday: weekday('Thursday', ''),
  friday: weekday('Friday', ''),
  saturday: weekday('Saturday', ''),
  sunday: weekday('Sunday', ''),
  plannedMinimumOwner: optional('Planned Minimum Owner', readText, {
    meaning: 'Who answers for the planned minimum',
    example: 'Director of Nursing',
  }),
  plannedMinimumDate: optional('Planned Minimum Date', readDate(), {
    meaning: 'When it was set',
    unit: 'DD/MM/YYYY or YYYY-MM-DD',
    example: '01/04/2026',
  }),
  plannedMinimumSource: optional('Planned Minimum Source', readText, {
    meaning: 'Where it comes from',
    example: 'Establishment review 2026',
  }),
  temporaryCoverMinutes: optional('Usual Temporary Cover Hours', readWeekHours, {
    meaning: 'Bank and agency hours of a usual week, apart from study cover; empty means none',
    unit: 'hours a week',
    example: '0',
  }),
  studyHeadroomMinutes: optional('Study Headroom Left Hours', readWeekHours, {
    meaning: 'Study hours a week left after mandatory and other booked training; empty means none',
    unit: 'hours a week',
    example: '10.5',
  }),
  unavailabilityIncludesStudy: optional('Unavailability Includes Study', readYesNo, {
    meaning:
      'Whether the unavailability shares include study leave (yes or no); headroom is what is left of it, taken off as entered',
    example: 'no',
    choices: ['yes', 'no'],
  }),
  january: month('Jan', '20'),
  february: month('Feb', '20.5'),
  march: month('Mar', '20'),
  april: month('Apr', '22.5'),
  may: month('May', '20'),
  june: month('Jun', '20'),
  july: month('Jul', '23.5'),
  august: month('Aug', '25'),
  september: month('Sep', '19.5'),
  october: month('Oct', '19'),
  november: month('Nov', '19'),
  december: month('Dec', '23.5'),
  unavailabilitySdBp: optional('Unavailability SD %', readPercent(100), {
    meaning: 'Standard deviation of the share from week to week, in percentage points',
    unit: '%',
    example: '1',
  }),
  shiftMinutes: optional('Shift Length Hours', readHours(24), {
    meaning: 'Usual length of a shift',
    unit: 'hours',
    example: '7.5',
  }),
  coverBand: optional('Cover Band', readBand, {
    meaning: 'Pay band that cover is bought at',
    example: '5',
    choices: bands,
  }),
  backfillBp: optional('Backfill Share %', readPercent(100), {
    meaning: 'Share of the released hours beyond headroom that is to be covered',
    unit: '%',
    example: '90',
  }),
  fillBp: optional('Fill %', readPercent(100), {
    meaning: 'Share of the hours asked for that the bank fills',
    unit: '%',
    example: '85',
  }),
  coverRates: optional('Cover Rates', readYearRates, {
    meaning: 'Cost of an hour of cover with on-costs, by financial year, where the trust has its own',
    unit: '£ an hour',
    example: '2027/28=26.40; 2028/29=27.06',
  }),
} as const;

export type TeamCells = RowOf<typeof teamColumns>;
