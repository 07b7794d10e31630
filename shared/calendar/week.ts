import { dateOfDayNumber, dayNumberOf, mondayNumberOf, monthNumberOf, type PlainDate } from './plain-date.ts';
import { financialYearOf, nextFinancialYear, type FinancialYear } from './years.ts';

/** The days of a week that lie in one financial year: day numbers (from, to] of 7, Monday being 1. */
export type YearPart = {
  readonly financialYear: FinancialYear;
  readonly from: number;
  readonly to: number;
};

/** A week from Monday to Sunday; `parts` holds two financial years only where 1 April falls Tuesday to Sunday. */
export type CalendarWeek = {
  readonly monday: PlainDate;
  /** Days from 1970-01-01 to the Monday. */
  readonly mondayNumber: number;
  /** Monday to Sunday. */
  readonly days: readonly PlainDate[];
  /** Month 1..12 of the Monday. */
  readonly month: number;
  readonly parts: readonly YearPart[];
};

/** Days of the week before 1 April, when it falls Tuesday to Sunday of this week; otherwise 7. */
function daysBeforeApril(mondayNumber: number, monday: PlainDate): number {
  const day = monday.slice(5);
  if (day < '03-26' || day > '03-31') return 7;
  const firstOfApril = dayNumberOf(`${monday.slice(0, 4)}-04-01` as PlainDate);
  return firstOfApril - mondayNumber;
}

function weekAt(mondayNumber: number): CalendarWeek {
  const days = Array.from({ length: 7 }, (_, day) => dateOfDayNumber(mondayNumber + day));
  const monday = dateOfDayNumber(mondayNumber);
  const financialYear = financialYearOf(monday);
  const before = daysBeforeApril(mondayNumber, monday);
  const first = { financialYear, from: 0, to: before };
  const second = { financialYear: nextFinancialYear(financialYear), from: before, to: 7 };
  const parts = before === 7 ? [first] : [first, second];
  return { monday, mondayNumber, days, month: monthNumberOf(monday), parts };
}

/** Weeks that were asked for: all teams of a trust look at the same hundred, and each is worked out once. */
const knownWeeks = new Map<number, CalendarWeek>();

/** The week of a Monday, by its day number. */
export function weekOfMonday(mondayNumber: number): CalendarWeek {
  const known = knownWeeks.get(mondayNumber);
  if (known !== undefined) return known;
  const week = weekAt(mondayNumber);
  knownWeeks.set(mondayNumber, week);
  return week;
}

/** `count` weeks from the week `from` lies in. */
export function weeksFrom(from: PlainDate, count: number): CalendarWeek[] {
  const first = mondayNumberOf(from);
  return Array.from({ length: count }, (_, index) => weekOfMonday(first + index * 7));
}
