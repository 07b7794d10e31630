import type { PlainDate } from '../calendar/plain-date.ts';
import { weekdayOf } from '../calendar/plain-date.ts';
import { optional, refuse, required, type Reader, type RowOf } from './columns.ts';
import { notInTheFuture, readDate } from './read-date.ts';
import { readHours } from './read-number.ts';
import { readEmployeeNumber } from './read-text.ts';

const readPast = readDate(notInTheFuture);

const readMonday: Reader<PlainDate> = (text, context) => {
  const read = readPast(text, context);
  return read.ok && weekdayOf(read.value) !== 1
    ? refuse('OUT_OF_RANGE', 'A week commences on a Monday. Give the Monday, or the day under Date.')
    : read;
};

const day = 'DD/MM/YYYY or YYYY-MM-DD';

/** The columns of the roster hours: our own template, documented from this list alone. */
export const rosterColumns = {
  employeeNumber: required('Employee Number', readEmployeeNumber, {
    meaning: 'Employee number, as in the staff file',
    unit: '6 to 10 digits',
    example: '00000000',
  }),
  weekCommencing: optional('Week Commencing', readMonday, {
    meaning: 'Monday of the week the hours were taken in; this or Date',
    unit: day,
    example: '16/11/2026',
  }),
  date: optional('Date', readPast, {
    meaning: 'Or the day they were taken on; the days of one week are added up',
    unit: day,
    example: '',
  }),
  minutes: required('Hours', readHours(168), {
    meaning: 'Study hours really taken in that week or on that day; 0 says none',
    unit: 'hours',
    example: '7.5',
  }),
} as const;

export type RosterCells = RowOf<typeof rosterColumns>;

/** One accepted row of the roster hours: the whole week it belongs to, in minutes. */
export type RosterRow = {
  readonly employeeNumber: string;
  /** A Monday. */
  readonly week: PlainDate;
  readonly minutes: number;
  readonly source: 'roster';
};
