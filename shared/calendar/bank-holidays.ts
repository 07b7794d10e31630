import published from './data/bank_holidays.json' with { type: 'json' };
import { addDays, asPlainDate, mondayOf, weekdayOf, type PlainDate } from './plain-date.ts';

/** A bank holiday of England: `published` by the government, or `derived` by rule for a year not yet published. */
export type BankHoliday = {
  readonly date: PlainDate;
  readonly title: string;
  readonly status: 'published' | 'derived';
};

type NamedDay = { readonly date: PlainDate; readonly title: string };

const lastDerivedYear = 2030;

function day(year: number, monthAndDay: string): PlainDate {
  return asPlainDate(`${year}-${monthAndDay}`);
}

/** Easter Sunday of a Gregorian year (Meeus, Jones and Butcher). */
export function easterSunday(year: number): PlainDate {
  const moonYear = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonDrift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const fullMoon = (19 * moonYear + century - Math.floor(century / 4) - moonDrift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - fullMoon - (ofCentury % 4)) % 7;
  const late = Math.floor((moonYear + 11 * fullMoon + 22 * toSunday) / 451);
  return addDays(day(year, '03-22'), fullMoon + toSunday - 7 * late);
}

function nextWeekday(date: PlainDate): PlainDate {
  const weekday = weekdayOf(date);
  return weekday <= 5 ? date : addDays(date, 8 - weekday);
}

/** Christmas Day and Boxing Day with their substitutes: the two never share a day, and neither falls at a weekend. */
function christmasDays(year: number): readonly NamedDay[] {
  const boxing = nextWeekday(day(year, '12-26'));
  const christmas = nextWeekday(day(year, '12-25'));
  const onSunday = weekdayOf(day(year, '12-25')) === 7;
  const onSaturday = weekdayOf(day(year, '12-25')) === 6;
  return [
    { date: onSunday ? day(year, '12-27') : christmas, title: 'Christmas Day' },
    { date: onSaturday ? day(year, '12-28') : boxing, title: 'Boxing Day' },
  ];
}

/** The bank holidays of England and Wales in a year by the standing rule; royal occasions are not foreseen. */
export function bankHolidaysByRule(year: number): readonly NamedDay[] {
  const easter = easterSunday(year);
  const days = [
    { date: nextWeekday(day(year, '01-01')), title: 'New Year’s Day' },
    { date: addDays(easter, -2), title: 'Good Friday' },
    { date: addDays(easter, 1), title: 'Easter Monday' },
    // The first Monday of May is the Monday of the week 7 May lies in; the last of a month, that of its last day.
    { date: mondayOf(day(year, '05-07')), title: 'Early May bank holiday' },
    { date: mondayOf(day(year, '05-31')), title: 'Spring bank holiday' },
    { date: mondayOf(day(year, '08-31')), title: 'Summer bank holiday' },
    ...christmasDays(year),
  ];
  return days.sort((a, b) => (a.date < b.date ? -1 : 1));
}

function derivedYears(): number[] {
  const years: number[] = [];
  for (let year = Number(published.published_to) + 1; year <= lastDerivedYear; year += 1) years.push(year);
  return years;
}

/** England, 2024 to 2030, in date order: published while published, then by rule. */
export const bankHolidays: readonly BankHoliday[] = [
  ...published.days.map(({ date, title }) => ({
    date: asPlainDate(date),
    title,
    status: 'published' as const,
  })),
  ...derivedYears().flatMap((year) =>
    bankHolidaysByRule(year).map((holiday) => ({ ...holiday, status: 'derived' as const })),
  ),
];

const holidayDates: ReadonlySet<string> = new Set(bankHolidays.map((holiday) => holiday.date));

/** True for a bank holiday of England in 2024 to 2030; outside those years always false. */
export function isBankHoliday(date: PlainDate): boolean {
  return holidayDates.has(date);
}
