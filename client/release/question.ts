import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate, yearOf, type PlainDate, type Weekday } from '../../shared/calendar/plain-date.ts';
import {
  academicYearOf,
  financialYearOf,
  firstDayOfFinancialYear,
  type FinancialYear,
} from '../../shared/calendar/years.ts';
import { halfUp } from '../../shared/core/rounding.ts';
import type { ParameterSet, ParameterUse } from '../../shared/parameters/types.ts';
import { ownCourseOf, type OwnCourses } from '../../shared/programmes/own-course.ts';
import type { Stage } from '../../shared/programmes/stages.ts';
import {
  blockRelease,
  teachingCalendar,
  weeksWithRelease,
} from '../../shared/programmes/teaching-calendar.ts';
import { statedReleaseOn, type University } from '../../shared/programmes/universities.ts';
import type { NamedDay } from '../../shared/release/release-pattern.ts';
import { calendarAsked, type TypedOver, type WardQuestion } from '../../shared/scenario/ward-question.ts';
import type { TeamSearch } from './search.ts';

/** Contracted minutes a week of 1.0 whole-time equivalent. */
const minutesPerWte = 2250;

export const weekdayKeys = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type WeekdayKey = (typeof weekdayKeys)[number];

/** A trust that entered nothing of its courses. */
export const noCourses: OwnCourses = { terms: [], fees: [] };

/** The first teaching week after the day: of the next September intake, as the trust entered it or as assumed. */
export function nextIntake(
  day: PlainDate,
  university: University,
  stage: Stage,
  { terms }: OwnCourses = noCourses,
): PlainDate {
  const years = [yearOf(day), yearOf(day) + 1];
  const starts = years.map(
    (year) => teachingCalendar(university, stage, asMonth(`${year}-09`), terms).firstWeek,
  );
  return starts.find((start) => start > day) ?? day;
}

/** What a university asks of the employer, over the weeks with release. */
export type StatedHours = {
  readonly totalMinutes: number;
  /** Weeks with release, those of a block with hours of its own left out. */
  readonly weeks: number;
  /** Half up of what the blocks leave of the total, over the weeks. */
  readonly weeklyMinutes: number;
  readonly use: ParameterUse;
};

/** The university's published release hours for a start; `null` where it publishes none: then they are asked for. */
export function statedHours(
  question: Pick<WardQuestion, 'university' | 'stage' | 'start' | 'terms'>,
  set: ParameterSet,
): StatedHours | null {
  const stated = statedReleaseOn(question.university, question.start, set);
  if (stated === null) return null;
  const calendar = calendarAsked(question);
  const blocks = blockRelease(calendar);
  const weeks = weeksWithRelease(calendar).length - blocks.length;
  const left = Math.max(0, stated.value - blocks.reduce((sum, { minutes: taken }) => sum + taken, 0));
  const weeklyMinutes = weeks === 0 ? 0 : halfUp(left, weeks);
  return { totalMinutes: stated.value, weeks, weeklyMinutes, use: stated.use };
}

function minutes(hours: number): number {
  return Math.round(hours * 60);
}

function pence(pounds: number): number {
  return Math.round(pounds * 100);
}

function basisPoints(percent: number): number {
  return Math.round(percent * 100);
}

function namedDays(search: TeamSearch): NamedDay[] {
  return weekdayKeys.flatMap((key, index) =>
    search[key] > 0 ? [{ weekday: (index + 1) as Weekday, minutes: minutes(search[key]) }] : [],
  );
}

/** Typed rates in pence an hour, by financial year. */
export function ratesOf({ rates }: Pick<TeamSearch, 'rates'>): Readonly<Record<FinancialYear, number>> {
  const parts = rates.split('_').filter((part) => part !== '');
  return Object.fromEntries(
    parts.map((part) => {
      const [year = '', pounds = ''] = part.split('-');
      return [financialYearOf(asPlainDate(`${year}-04-01`)), pence(Number(pounds))];
    }),
  );
}

/** The text of the address with one year's rate set, or taken away with `null`; years in order. */
export function withRate(search: TeamSearch, year: FinancialYear, pounds: number | null): string {
  const rates: Record<string, number> = { ...ratesOf(search) };
  rates[year] = pounds === null ? 0 : pence(pounds);
  return Object.entries(rates)
    .filter(([, value]) => value > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([fy, value]) => `${yearOf(firstDayOfFinancialYear(fy as FinancialYear))}-${value / 100}`)
    .join('_');
}

function over<T>(value: T | null, change: (value: T) => number): number | undefined {
  return value === null ? undefined : change(value);
}

function typedOver(search: TeamSearch): TypedOver {
  const rates = ratesOf(search);
  return {
    contractedMinutes: over(search.staff, (wte) => Math.round(wte * minutesPerWte)),
    plannedMinimumMinutes: over(search.minimum, minutes),
    temporaryCoverMinutes: over(search.temporary, minutes),
    studyHeadroomMinutes: over(search.headroom, minutes),
    backfillBp: over(search.backfill, basisPoints),
    fillBp: over(search.fill, basisPoints),
    coverRates: Object.keys(rates).length === 0 ? undefined : rates,
  };
}

/**
 * The question that an address asks, with the defaults of its fields: the start's follows the data cut, weeks and fee
 * are those the trust entered for the course.
 */
export function questionOf(
  search: TeamSearch,
  dataCut: PlainDate,
  set: ParameterSet,
  courses: OwnCourses = noCourses,
): WardQuestion {
  const { learners, university, stage, bursaries } = search;
  const start = search.start ?? nextIntake(dataCut, university, stage, courses);
  const days = namedDays(search);
  const own = ownCourseOf(courses, { university, stage, academicYear: academicYearOf(start) });
  const terms = own?.terms ?? [];
  const stated = statedHours({ university, stage, start, terms }, set);
  const feePence = search.fee === null ? (own?.feePence ?? null) : pence(search.fee);
  return {
    learners,
    university,
    stage,
    weeklyMinutes: search.hours === null ? (stated?.weeklyMinutes ?? null) : minutes(search.hours),
    days,
    start,
    feePence,
    bursaries: Math.min(bursaries, learners),
    bursaryPence: search.bursary === null ? (feePence ?? 0) : pence(search.bursary),
    typedOver: typedOver(search),
    ...(terms.length === 0 ? {} : { terms }),
  };
}

/** Released minutes a week of each learner in question: named days stand above typed hours; `null` is not known. */
export function minutesEach({
  days,
  weeklyMinutes,
}: Pick<WardQuestion, 'days' | 'weeklyMinutes'>): number | null {
  return days.length === 0 ? weeklyMinutes : days.reduce((sum, day) => sum + day.minutes, 0);
}

/**
 * The address after a change. Once somebody is asked about, the first week is written too: its default moves with the
 * data, and a link must go on asking the same; the week opened from the grid, which lies outside the course, goes. A changed
 * question is no longer fixed.
 */
export function changed(
  search: TeamSearch,
  patch: Partial<TeamSearch>,
  dataCut: PlainDate,
  courses: OwnCourses = noCourses,
): TeamSearch {
  const next = { ...search, fixed: false, ...patch };
  if (next.learners === 0) return next;
  const start = next.start ?? nextIntake(dataCut, next.university, next.stage, courses);
  return { ...next, start, week: null };
}
