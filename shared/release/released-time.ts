import { addDays, mondayOf, type PlainDate } from '../calendar/plain-date.ts';
import { financialYearOf, type FinancialYear } from '../calendar/years.ts';

export type ReleasedDay = { readonly date: PlainDate; readonly minutes: number };

/** The days of one week within one financial year, with the minutes released on them. */
export type WeekPart = {
  readonly monday: PlainDate;
  readonly financialYear: FinancialYear;
  readonly minutes: number;
};

export type ReleasedWeek = { readonly monday: PlainDate; readonly minutes: number };

/** Week-parts in date order; days must be in date order. The day decides the financial year. */
export function weekPartsOf(days: readonly ReleasedDay[]): WeekPart[] {
  const parts: WeekPart[] = [];
  for (const { date, minutes } of days) {
    const [monday, financialYear] = [mondayOf(date), financialYearOf(date)];
    const last = parts.at(-1);
    if (last?.monday === monday && last.financialYear === financialYear) {
      parts[parts.length - 1] = { ...last, minutes: last.minutes + minutes };
    } else {
      parts.push({ monday, financialYear, minutes });
    }
  }
  return parts;
}

/** Minutes of every week from `from` to `to`, weeks without release included as 0. */
export function weeksOf(days: readonly ReleasedDay[], from: PlainDate, to: PlainDate): ReleasedWeek[] {
  const byMonday = new Map<PlainDate, number>();
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) byMonday.set(monday, 0);
  for (const { date, minutes } of days) {
    const monday = mondayOf(date);
    byMonday.set(monday, (byMonday.get(monday) ?? 0) + minutes);
  }
  return [...byMonday].map(([monday, minutes]) => ({ monday, minutes }));
}

/** Minutes by financial year, in order of the years. */
export function minutesByYear(
  parts: readonly Pick<WeekPart, 'financialYear' | 'minutes'>[],
): Map<FinancialYear, number> {
  const sums = new Map<FinancialYear, number>();
  for (const { financialYear, minutes } of parts) {
    sums.set(financialYear, (sums.get(financialYear) ?? 0) + minutes);
  }
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Minutes by financial year of the first week that holds both 31 March and 1 April within the period; `null` when
 * no week does.
 */
export function crossingWeekOf(
  days: readonly ReleasedDay[],
  from: PlainDate,
  to: PlainDate,
): Map<FinancialYear, number> | null {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const [lastDay, firstDay] = [`${year}-03-31` as PlainDate, `${year}-04-01` as PlainDate];
    if (lastDay < from || firstDay > to || mondayOf(lastDay) !== mondayOf(firstDay)) continue;
    const monday = mondayOf(firstDay);
    const none = [lastDay, firstDay].map((date) => ({ financialYear: financialYearOf(date), minutes: 0 }));
    return minutesByYear([...none, ...weekPartsOf(days).filter((part) => part.monday === monday)]);
  }
  return null;
}
