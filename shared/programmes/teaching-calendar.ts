import { easterSunday } from '../calendar/bank-holidays.ts';
import { firstDayOf, lastDayOf, monthOf, addMonthsTo, type Month } from '../calendar/month.ts';
import { addDays, asPlainDate, mondayOf, weekdayOf, yearOf, type PlainDate } from '../calendar/plain-date.ts';
import { weeksFrom } from '../calendar/week.ts';
import type { ParameterStatus } from '../parameters/types.ts';
import type { ProgrammeTerms } from './own-course.ts';
import type { Stage } from './stages.ts';
import type { University } from './universities.ts';

/** The weeks of one year of study, Monday by Monday. */
export type TeachingCalendar = {
  readonly university: University;
  readonly stage: Stage;
  readonly intakeMonth: Month;
  /** A Monday. */
  readonly firstWeek: PlainDate;
  /** From the first to the last week, breaks included. */
  readonly weeks: number;
  /** Mondays of the weeks without release, in order. */
  readonly breakWeeks: readonly PlainDate[];
  /** Mondays of the weeks taught in a block, with the minutes of release in each where they are known. */
  readonly blockWeeks: readonly PlainDate[];
  readonly blockMinutes: number | null;
  readonly status: ParameterStatus;
  readonly source: string;
};

/** No university's timetable was found, so one shape stands for all four until the real dates are entered. */
const assumed = {
  weeks: 43,
  blockWeeks: [],
  blockMinutes: null,
  status: 'assumption',
  source:
    'assumption: 43 weeks from the last Monday of September, or the first Monday of a later intake month, with two weeks at Christmas and two at Easter; editable',
} as const;

function firstWeekOf(intakeMonth: Month): PlainDate {
  if (intakeMonth.endsWith('-09')) return mondayOf(lastDayOf(intakeMonth));
  const first = firstDayOf(intakeMonth);
  return weekdayOf(first) === 1 ? first : addDays(mondayOf(first), 7);
}

/** The week that holds the day, and the one after. */
function twoWeeksFrom(day: PlainDate): PlainDate[] {
  const monday = mondayOf(day);
  return [monday, addDays(monday, 7)];
}

/** Christmas from the week of 25 December, Easter from the week of Good Friday. */
function breaksOfYear(year: number): PlainDate[] {
  const goodFriday = addDays(easterSunday(year), -2);
  return [...twoWeeksFrom(goodFriday), ...twoWeeksFrom(asPlainDate(`${year}-12-25`))];
}

function ofTrust(terms: ProgrammeTerms): TeachingCalendar {
  const { breakWeeks, blockWeeks } = terms;
  return {
    ...terms,
    breakWeeks: breakWeeks.toSorted(),
    blockWeeks: blockWeeks.toSorted(),
    status: 'derived',
    source: `the trust's own entry: ${terms.source}`,
  };
}

type AssumedWeeks = Pick<TeachingCalendar, 'firstWeek' | 'breakWeeks'>;

/** By intake month: hundreds of learners share a few. */
const knownWeeks = new Map<Month, AssumedWeeks>();

function assumedWeeks(intakeMonth: Month): AssumedWeeks {
  const known = knownWeeks.get(intakeMonth);
  if (known !== undefined) return known;
  const firstWeek = firstWeekOf(intakeMonth);
  const lastWeek = addDays(firstWeek, (assumed.weeks - 1) * 7);
  const year = yearOf(firstWeek);
  const breakWeeks = [year, year + 1]
    .flatMap(breaksOfYear)
    .filter((monday) => monday >= firstWeek && monday <= lastWeek);
  const weeks = { firstWeek, breakWeeks };
  knownWeeks.set(intakeMonth, weeks);
  return weeks;
}

/**
 * When a stage is taught, for an intake month: the weeks the trust entered for it, else an assumption the same for every
 * university and stage, since no timetable was found.
 */
export function teachingCalendar(
  university: University,
  stage: Stage,
  intakeMonth: Month,
  own: readonly ProgrammeTerms[] = [],
): TeachingCalendar {
  const entered = own.find(
    (terms) => terms.university === university && terms.stage === stage && terms.intakeMonth === intakeMonth,
  );
  if (entered !== undefined) return ofTrust(entered);
  const { firstWeek, breakWeeks } = assumedWeeks(intakeMonth);
  return { university, stage, intakeMonth, firstWeek, breakWeeks, ...assumed };
}

/** Mondays of the weeks with release, in order. */
export function weeksWithRelease(calendar: TeachingCalendar): PlainDate[] {
  const breaks = new Set<string>(calendar.breakWeeks);
  const weeks = weeksFrom(calendar.firstWeek, calendar.weeks);
  return weeks.map(({ monday }) => monday).filter((monday) => !breaks.has(monday));
}

/** Release in the weeks of a block, where it is known: those weeks have minutes of their own. */
export function blockRelease({
  blockWeeks,
  blockMinutes,
}: Pick<TeachingCalendar, 'blockWeeks' | 'blockMinutes'>) {
  return blockMinutes === null ? [] : blockWeeks.map((week) => ({ week, minutes: blockMinutes }));
}

/**
 * The month from which fees are spread: the month of the first week, or the next where that week starts after the
 * 15th. A course from the last Monday of September is charged from October.
 */
export function firstCourseMonth({ firstWeek }: Pick<TeachingCalendar, 'firstWeek'>): Month {
  const month = monthOf(firstWeek);
  return Number(firstWeek.slice(8)) > 15 ? addMonthsTo(month, 1) : month;
}
