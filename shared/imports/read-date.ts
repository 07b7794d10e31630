import { addMonths, asPlainDate, parsePlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { monthOf, parseMonth, type Month } from '../calendar/month.ts';
import { refuse, value, type CellContext, type Reader } from './columns.ts';
import { quoted } from './issues.ts';

const shape =
  /^(?:([0-9]{2})\/([0-9]{2})\/([0-9]{4})|([0-9]{4}-[0-9]{2}-[0-9]{2}))(?:[T ]00:00(?::00(?:\.0{1,6})?)?Z?)?$/;

const earliest = asPlainDate('1950-01-01');

/** DD/MM/YYYY or YYYY-MM-DD, with a midnight time or none; `null` for everything else and for days that do not exist. */
export function parseFileDate(text: string): PlainDate | null {
  const match = shape.exec(text.trim());
  if (match === null) return null;
  const [, day = '', month = '', year = '', iso] = match;
  return parsePlainDate(iso ?? `${year}-${month}-${day}`);
}

function whyBadDate(text: string): string {
  const trimmed = text.trim();
  const wanted = 'Write the day as DD/MM/YYYY or YYYY-MM-DD.';
  if (/^[0-9]{4,6}(\.[0-9]+)?$/.test(trimmed))
    return `${quoted(trimmed)} is Excel’s own number for a day. ${wanted}`;
  if (shape.test(trimmed)) return `${quoted(trimmed)} is not a day of the calendar. ${wanted}`;
  return `${quoted(trimmed)} cannot be read as a day. ${wanted}`;
}

type DateRule = (date: PlainDate, context: CellContext) => string | null;

/** A reader of days; `rule` gives the sentence for a day that is real but cannot be right. */
export function readDate(rule: DateRule = () => null): Reader<PlainDate> {
  return (text, context) => {
    const date = parseFileDate(text);
    if (date === null) return refuse('BAD_DATE', whyBadDate(text));
    const wrong = rule(date, context);
    return wrong === null ? value(date) : refuse('OUT_OF_RANGE', wrong);
  };
}

/** From 1950 to a year after the day of the import. */
export const fromEarliestToAYearAhead: DateRule = (date, { today }) => {
  if (date < earliest) return 'The day is before 1950. Check the year.';
  return date > addMonths(today, 12) ? 'The day is more than a year ahead. Check the year.' : null;
};

/** Something that has happened. */
export const notInTheFuture: DateRule = (date, { today }) => {
  if (date < earliest) return 'The day is before 1950. Check the year.';
  return date > today ? 'The day is after today: this cell is for what has happened. Check it.' : null;
};

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** `2027-09`, `09/2027`, `September 2027`, `Sep 2027`, or the first day of the month, which a spreadsheet makes of it. */
export const readMonth: Reader<Month> = (text) => {
  const day = parseFileDate(text);
  const folded = day?.endsWith('-01') === true ? monthOf(day) : text.trim().toLowerCase();
  const [, name = '', namedYear = ''] = /^([a-z]{3,9})[ -]([0-9]{4})$/.exec(folded) ?? [];
  const index = monthNames.findIndex((month) => month === name || month.slice(0, 3) === name);
  const [, number = '', year = ''] = /^([0-9]{2})\/([0-9]{4})$/.exec(folded) ?? [];
  const iso =
    index >= 0
      ? `${namedYear}-${String(index + 1).padStart(2, '0')}`
      : number === ''
        ? folded
        : `${year}-${number}`;
  const month = parseMonth(iso);
  if (month === null)
    return refuse('BAD_DATE', `${quoted(text)} is not a month. Write it as 2027-09 or September 2027.`);
  return month >= '2000-01' && month <= '2100-12'
    ? value(month)
    : refuse('OUT_OF_RANGE', 'The month is outside 2000 to 2100. Check the year.');
};
