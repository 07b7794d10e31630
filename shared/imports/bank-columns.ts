import { optional, required, type RowOf } from './columns.ts';
import { fromEarliestToAYearAhead, readDate } from './read-date.ts';
import { readHours, readPounds } from './read-number.ts';
import { readText, readTextUpTo } from './read-text.ts';

/** The columns of the bank shifts: our own template, documented from this list alone. */
export const bankColumns = {
  reference: required('Booking Reference', readTextUpTo(60), {
    meaning: 'Reference of the booking; a shift that is held under it is changed, not added again',
    unit: '1 to 60 characters',
    example: 'EXAMPLE-0000 (delete this row)',
  }),
  unit: required('Unit', readText, {
    meaning: 'Roster unit, organisation or cost centre of a team, as in the team sheet, or the team’s name',
    example: 'WARD12',
  }),
  date: required('Date', readDate(fromEarliestToAYearAhead), {
    meaning: 'Day of the shift; one after the data day is booked and not yet worked',
    unit: 'DD/MM/YYYY or YYYY-MM-DD',
    example: '16/11/2026',
  }),
  band: required('Band', readTextUpTo(30), { meaning: 'Band worked', example: 'Band 5' }),
  minutes: required('Hours', readHours(48), {
    meaning: 'Hours worked or booked; 0 for a booking that was cancelled',
    unit: 'hours',
    example: '11.5',
  }),
  askedMinutes: optional('Hours Asked', readHours(48), {
    meaning: 'Hours asked of the bank, where fewer were filled; empty says as many as worked',
    unit: 'hours',
    example: '11.5',
  }),
  costPence: required('Cost', readPounds, {
    meaning: 'What the shift cost the trust, with on-costs',
    unit: 'pounds',
    example: '334.31',
  }),
  reason: required('Reason', readText, {
    meaning:
      'Why it was booked; a reason that begins with “study” (study cover, study leave) is cover for study',
    example: 'Study leave',
  }),
} as const;

/** One accepted row of the bank shifts. */
export type BankShiftRow = RowOf<typeof bankColumns>;
