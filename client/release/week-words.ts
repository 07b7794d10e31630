import { monthOf } from '../../shared/calendar/month.ts';
import { addDays, daysBetween, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { dateList, dateRange, longDate } from '../format/dates.ts';
import { plural } from '../format/numbers.ts';

/** Weeks named one by one up to here; more are named as runs. */
const namedSingly = 12;

/** Runs named before the rest is only counted. */
const runsNamed = 6;

function runsOf(mondays: readonly PlainDate[]): readonly (readonly PlainDate[])[] {
  const runs: PlainDate[][] = [];
  for (const monday of mondays) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === addDays(monday, -7)) run.push(monday);
    else runs.push([monday]);
  }
  return runs;
}

function runInWords(run: readonly PlainDate[]): string {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined || run.length < 3) return dateList(run);
  const sameMonth = monthOf(first) === monthOf(last);
  const days = sameMonth ? `${Number(first.slice(8))} to ${longDate(last)}` : dateRange(first, last);
  return `${days} (${run.length} weeks)`;
}

/**
 * Weeks named by their Mondays: "6 and 13 December 2027; 3, 10 and 17 July 2028". Many weeks are named as runs, "5 July
 * to 23 August 2027 (8 weeks)", and beyond six runs the rest is counted.
 */
export function weekList(mondays: readonly PlainDate[]): string {
  if (mondays.length <= namedSingly) return dateList(mondays);
  const runs = runsOf([...mondays].sort());
  const shown = runs.slice(0, runsNamed).map(runInWords);
  const rest = runs.slice(runsNamed).reduce((sum, run) => sum + run.length, 0);
  return [...shown, ...(rest === 0 ? [] : [`and ${plural(rest, 'more week')}`])].join('; ');
}

/** "the week of 6 December 2027", "the weeks of …". */
export function theWeeks(mondays: readonly PlainDate[]): string {
  return `the ${mondays.length === 1 ? 'week' : 'weeks'} of ${weekList(mondays)}`;
}

/** Whole weeks between two Mondays. */
export function weeksBetween(from: PlainDate, to: PlainDate): number {
  return Math.floor(daysBetween(from, to) / 7);
}
