import { z } from 'zod';
import { isMonth, type Month } from '../calendar/month.ts';
import { addDays, isPlainDate, weekdayOf, type PlainDate } from '../calendar/plain-date.ts';
import { isAcademicYear, type AcademicYear } from '../calendar/years.ts';
import { stages } from './stages.ts';
import { universities } from './universities.ts';

const day = z.custom<PlainDate>(isPlainDate, 'not a day of the calendar');
const text = (most: number) => z.string().trim().min(1).max(most);
const course = { university: z.enum(universities), stage: z.enum(stages) } as const;

/** When a university teaches a stage, as the trust was told: weeks by their Mondays, minutes of a block week. */
export const programmeTermsSchema = z.strictObject({
  ...course,
  intakeMonth: z.custom<Month>(isMonth, 'not a month'),
  firstWeek: day,
  /** From the first to the last week, breaks included. */
  weeks: z.int().min(1).max(60),
  breakWeeks: z.array(day).max(30),
  blockWeeks: z.array(day).max(30),
  /** Release in each block week; `null` is not known, and the week is then like any other. */
  blockMinutes: z.int().min(1).max(10_080).nullable(),
  source: text(300),
});

export type ProgrammeTerms = z.infer<typeof programmeTermsSchema>;

export const moduleKinds = ['online', 'rpe', 'dissertation'] as const;

export const moduleKindNames: Readonly<Record<(typeof moduleKinds)[number], string>> = {
  online: 'Online module',
  rpe: 'Research Practice Experience',
  dissertation: 'Dissertation',
};

/** A module as the university lists it; weeks are counted from the first week of the course, and `null` is not known. */
export const programmeModuleSchema = z.strictObject({
  ...course,
  kind: z.enum(moduleKinds),
  name: text(200),
  credits: z.int().min(0).max(180).nullable(),
  /** Learning time; of Research Practice Experience, time on tasks at work. */
  minutes: z.int().min(0).max(200_000).nullable(),
  firstWeek: z.int().min(1).max(60).nullable(),
  lastWeek: z.int().min(1).max(60).nullable(),
  handInWeeks: z.array(z.int().min(1).max(60)).max(20),
  source: text(300),
});

export type ProgrammeModule = z.infer<typeof programmeModuleSchema>;

/** The fee of a stage for those who start in an academic year: pence, and the days it is invoiced, owed, refundable to. */
export const programmeFeeSchema = z.strictObject({
  ...course,
  academicYear: z.custom<AcademicYear>(isAcademicYear, 'not an academic year'),
  feePence: z.int().min(0).max(100_000_000),
  invoicedOn: day.nullable(),
  liableFrom: day.nullable(),
  refundUntil: day.nullable(),
  source: text(300),
});

export type ProgrammeFee = z.infer<typeof programmeFeeSchema>;

function isWeekOf(terms: ProgrammeTerms, monday: PlainDate): boolean {
  const end = addDays(terms.firstWeek, terms.weeks * 7);
  return weekdayOf(monday) === 1 && monday >= terms.firstWeek && monday < end;
}

/** What cannot be true of the weeks of a course, in sentences that say what to do. */
export function faultsOfTerms(terms: ProgrammeTerms): string[] {
  const { firstWeek, breakWeeks, blockWeeks, blockMinutes } = terms;
  const named = [...breakWeeks, ...blockWeeks];
  return [
    ...(weekdayOf(firstWeek) === 1 ? [] : ['The first week is named by its Monday.']),
    ...(named.every((monday) => isWeekOf(terms, monday))
      ? []
      : ['Breaks and block weeks are named by their Mondays, within the weeks of the course.']),
    ...(new Set(named).size === named.length ? [] : ['A week stands once, as a break or as a block week.']),
    ...(blockMinutes !== null && blockWeeks.length === 0
      ? ['Name the block weeks that the hours are for.']
      : []),
  ];
}

export function faultsOfModule({ firstWeek, lastWeek }: ProgrammeModule): string[] {
  const backwards = firstWeek !== null && lastWeek !== null && lastWeek < firstWeek;
  return backwards ? ['The last week of the module lies before the first.'] : [];
}

export function faultsOfFee({ liableFrom, refundUntil }: ProgrammeFee): string[] {
  const never = liableFrom !== null && refundUntil !== null && refundUntil < liableFrom;
  return never ? ['The last day of refund lies before the day from which the fee is owed.'] : [];
}

/** What a trust knows of its courses over what is published. */
export type OwnCourses = {
  readonly terms: readonly ProgrammeTerms[];
  readonly fees: readonly ProgrammeFee[];
};

/** The part of it that belongs to one learner's course. */
export type OwnCourse = {
  readonly terms: readonly ProgrammeTerms[];
  /** Pence; `null` is not known. */
  readonly feePence: number | null;
};

type Course = {
  readonly university: string;
  readonly stage: string;
  readonly academicYear: AcademicYear;
};

/** What the trust entered of a course for those who start in a year; `null` when nothing. */
export function ownCourseOf(
  courses: OwnCourses,
  { university, stage, academicYear }: Course,
): OwnCourse | null {
  const isThis = (row: { university: string; stage: string }): boolean =>
    row.university === university && row.stage === stage;
  const terms = courses.terms.filter(isThis);
  const fee = courses.fees.find((row) => isThis(row) && row.academicYear === academicYear);
  return terms.length === 0 && fee === undefined ? null : { terms, feePence: fee?.feePence ?? null };
}
