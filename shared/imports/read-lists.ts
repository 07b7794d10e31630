import { parseFinancialYear } from '../calendar/years.ts';
import type { Weekday } from '../calendar/plain-date.ts';
import { refuse, value, type CellAnswer, type CellContext, type Reader } from './columns.ts';
import { quoted } from './issues.ts';
import { readHours, readPounds } from './read-number.ts';
import { foldName, readText } from './read-text.ts';

function parts(text: string): string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Reads every entry of a list separated by semicolons; the first that cannot be read refuses the cell. */
function readEach<T>(text: string, context: CellContext, read: Reader<T>): CellAnswer<readonly T[]> {
  const values: T[] = [];
  for (const part of parts(text)) {
    const answer = read(part, context);
    if (!answer.ok) return answer;
    values.push(answer.value);
  }
  return values.length === 0
    ? refuse('REQUIRED', 'The list holds separators alone. Fill it in or empty it.')
    : value(values);
}

/** Codes or names separated by semicolons, each once, in the order given. */
export const readCodes: Reader<readonly string[]> = (text, context) => {
  const answer = readEach(text, context, readText);
  if (!answer.ok) return answer;
  const seen = new Set<string>();
  return value(answer.value.filter((code) => !seen.has(foldName(code)) && seen.add(foldName(code))));
};

const weekdays: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Release on one weekday. */
export type DayEntry = { readonly weekday: Weekday; readonly minutes: number };

const readDay: Reader<DayEntry> = (text, context) => {
  const [, name = '', hours = ''] = /^([a-z]{3,9})\s+(\S+)$/i.exec(text) ?? [];
  const weekday = weekdays.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (weekday === 0)
    return refuse('BAD_NUMBER', `${quoted(text)} is not a day with hours. Write it as: Tue 7.5; Thu 3.75.`);
  const answer = readHours(24)(hours, context);
  if (!answer.ok) return answer;
  return answer.value === 0
    ? refuse('OUT_OF_RANGE', `${quoted(text)} has no hours. Leave the day out.`)
    : value({ weekday: weekday as Weekday, minutes: answer.value });
};

/** `Tue 7.5; Thu 3.75`: weekdays with hours, in the order of the week. */
export const readDays: Reader<readonly DayEntry[]> = (text, context) => {
  const answer = readEach(text, context, readDay);
  if (!answer.ok) return answer;
  const days = [...answer.value].sort((a, b) => a.weekday - b.weekday);
  const twice = days.some((day, index) => day.weekday === days[index + 1]?.weekday);
  return twice
    ? refuse('DUPLICATE_IN_FILE', 'A weekday stands twice in this cell. Add its hours up.')
    : value(days);
};

type YearRate = { readonly year: string; readonly pence: number };

const readYearRate: Reader<YearRate> = (text, context) => {
  const [label = '', amount = ''] = text.split('=').map((part) => part.trim());
  const year = parseFinancialYear(label);
  if (year === null) {
    return refuse(
      'BAD_NUMBER',
      `${quoted(text)} is not a year with a rate. Write it as: 2027/28=26.40; 2028/29=27.06.`,
    );
  }
  const answer = readPounds(amount, context);
  return answer.ok ? value({ year, pence: answer.value }) : answer;
};

/** `2027/28=26.40; 2028/29=27.06`: pounds an hour by financial year, as pence. */
export const readYearRates: Reader<Readonly<Record<string, number>>> = (text, context) => {
  const answer = readEach(text, context, readYearRate);
  if (!answer.ok) return answer;
  const rates = new Map(answer.value.map(({ year, pence }) => [year, pence]));
  return rates.size < answer.value.length
    ? refuse('DUPLICATE_IN_FILE', 'A financial year stands twice in this cell. Keep one rate for each.')
    : value(Object.fromEntries([...rates].sort(([a], [b]) => (a < b ? -1 : 1))));
};
